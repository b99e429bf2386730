"""Damages and warranties of cars."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "schade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("plek", sa.Text(), nullable=False),
        sa.Column("x", sa.Integer(), nullable=True),
        sa.Column("y", sa.Integer(), nullable=True),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=True),
        sa.Column("staat", sa.Text(), nullable=False),
        *_marks(),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_schade_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schade")),
        sa.UniqueConstraint("voertuig_id", "nummer", name=op.f("uq_schade_voertuig_id_nummer")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "garantie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("tot_km", sa.Integer(), nullable=True),
        sa.Column("verstrekker", sa.Text(), nullable=False),
        sa.Column("nummer", sa.Text(), nullable=False),
        sa.Column("opmerking", sa.Text(), nullable=False),
        *_marks(),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_garantie_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_garantie")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_garantie_voertuig_id", "garantie", ["voertuig_id"], unique=False)


def _marks() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
    )


def downgrade() -> None:
    op.drop_table("garantie")
    op.drop_table("schade")
