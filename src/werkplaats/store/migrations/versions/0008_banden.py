"""Sets of tyres of a car."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEKSTEN = ("opslagplaats", "maat", "bandmerk", "velgen", "dot_lv", "dot_rv", "dot_la", "dot_ra")
PROFIELEN = ("profiel_lv", "profiel_rv", "profiel_la", "profiel_ra")


def upgrade() -> None:
    op.create_table(
        "bandenset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("seizoen", sa.Text(), nullable=False),
        sa.Column("gemonteerd", sa.Boolean(), nullable=False),
        sa.Column("gewisseld_op", sa.Date(), nullable=True),
        *(sa.Column(naam, sa.Text(), nullable=False) for naam in TEKSTEN),
        *(sa.Column(naam, sa.Integer(), nullable=True) for naam in PROFIELEN),
        sa.Column("opmerking", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_bandenset_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bandenset")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bandenset_voertuig_id", "bandenset", ["voertuig_id"], unique=False)


def downgrade() -> None:
    op.drop_table("bandenset")
