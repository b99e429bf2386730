"""Fields that a shop defines itself, and the addresses of its providers for BV and LPG."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INSTELLINGEN = {"vrije_velden": "'[]'", "bv_link": "''", "lpg_link": "''"}


def upgrade() -> None:
    for naam, begin in INSTELLINGEN.items():
        op.add_column("shop", sa.Column(naam, sa.Text(), server_default=sa.text(begin), nullable=False))
    op.create_table(
        "vrije_waarde",
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_vrije_waarde_voertuig_id")),
        sa.PrimaryKeyConstraint("voertuig_id", "veld", name=op.f("pk_vrije_waarde")),
    )
    op.create_index("ix_vrije_waarde_veld", "vrije_waarde", ["veld"], unique=False)


def downgrade() -> None:
    op.drop_table("vrije_waarde")
    for naam in reversed(INSTELLINGEN):
        op.drop_column("shop", naam)
