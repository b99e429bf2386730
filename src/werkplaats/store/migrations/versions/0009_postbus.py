"""Attempts say who sent what, where and how long it took; the rights for the postbus and for the day's tasks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

GROEPEN = (
    "Balie",
    "Planner schade",
    "Verkoop admin nieuw",
    "Verkoop admin gebruikt",
    "Verkoop manager nieuw",
    "Verkoop manager gebruikt",
    "Beheerder",
)
RECHTEN = {"postbus": GROEPEN, "dagtaken": ("Beheerder",)}


def upgrade() -> None:
    op.add_column("uitgaand", sa.Column("kop", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("uitgaand", sa.Column("reden", sa.Text(), nullable=True))
    for naam in ("wie", "werkplek", "inhoud"):
        op.add_column("uitgaand_poging", sa.Column(naam, sa.Text(), server_default=sa.text("''"), nullable=False))
    for naam in ("token", "reden"):
        op.add_column("uitgaand_poging", sa.Column(naam, sa.Text(), nullable=True))
    op.add_column("uitgaand_poging", sa.Column("duur_ms", sa.Integer(), nullable=True))
    op.create_index(
        "uq_uitgaand_poging_token",
        "uitgaand_poging",
        ["token"],
        unique=True,
        sqlite_where=sa.text("token IS NOT NULL"),
        postgresql_where=sa.text("token IS NOT NULL"),
    )
    for recht, groepen in RECHTEN.items():
        # Groups that a Beheerder made himself get the right from him.
        op.execute(
            sa.text(
                "INSERT INTO groep_recht (groep_id, recht) SELECT id, CAST(:recht AS TEXT) FROM groep"
                " WHERE naam IN :groepen AND NOT EXISTS"
                " (SELECT 1 FROM groep_recht r WHERE r.groep_id = groep.id AND r.recht = :recht)"
            ).bindparams(sa.bindparam("groepen", groepen, expanding=True), recht=recht)
        )


def downgrade() -> None:
    op.execute(
        sa.text("DELETE FROM groep_recht WHERE recht IN :rechten").bindparams(
            sa.bindparam("rechten", tuple(RECHTEN), expanding=True)
        )
    )
    op.drop_index("uq_uitgaand_poging_token", "uitgaand_poging")
    for naam in ("duur_ms", "reden", "token", "inhoud", "werkplek", "wie"):
        op.drop_column("uitgaand_poging", naam)
    for naam in ("reden", "kop"):
        op.drop_column("uitgaand", naam)
