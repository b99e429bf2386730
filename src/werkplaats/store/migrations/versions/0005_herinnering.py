"""Reminders: service or something of one's own, on a day, at a km reading, or both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "herinnering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("op_datum", sa.Date(), nullable=True),
        sa.Column("bij_km", sa.Integer(), nullable=True),
        sa.Column("herhaal_maanden", sa.Integer(), nullable=True),
        sa.Column("herhaal_km", sa.Integer(), nullable=True),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.Column("gedaan_door", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_herinnering_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_herinnering")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_herinnering_voertuig_id", "herinnering", ["voertuig_id"], unique=False)
    op.create_index("ix_herinnering_open", "herinnering", ["gedaan_op", "op_datum"], unique=False)


def downgrade() -> None:
    op.drop_table("herinnering")
