"""Odometer readings, and the right to enter one for the ready-made groups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

GROEPEN = (
    "Balie",
    "Monteur",
    "Planner schade",
    "Verkoop admin nieuw",
    "Verkoop admin gebruikt",
    "Verkoop manager nieuw",
    "Verkoop manager gebruikt",
    "Beheerder",
)


def upgrade() -> None:
    op.create_table(
        "kmstand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=False),
        sa.Column("eenheid", sa.Text(), nullable=False),
        sa.Column("herkomst", sa.Text(), nullable=False),
        sa.Column("teller_gewijzigd", sa.Boolean(), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_kmstand_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kmstand")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_kmstand_voertuig_id", "kmstand", ["voertuig_id", "datum"], unique=False)
    # Groups that a Beheerder made himself get the right from him.
    op.execute(
        sa.text(
            "INSERT INTO groep_recht (groep_id, recht) SELECT id, 'km_invoeren' FROM groep"
            " WHERE naam IN :groepen AND NOT EXISTS"
            " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = 'km_invoeren')"
        ).bindparams(sa.bindparam("groepen", GROEPEN, expanding=True))
    )


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM groep_recht WHERE recht = 'km_invoeren'"))
    op.drop_table("kmstand")
