"""The requests for a Car-Pass historiek."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "historiek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("kenteken_compact", _SLEUTEL, nullable=True),
        sa.Column("kenteken_land", sa.Text(), nullable=True),
        sa.Column("kenteken_weergave", sa.Text(), nullable=True),
        sa.Column("vin", sa.Text(), nullable=False),
        sa.Column("stand", sa.Integer(), nullable=True),
        sa.Column("eenheid", sa.Text(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("eerste_toelating", sa.Date(), nullable=True),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("staat_sinds", sa.String(length=32), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("gevraagd_op", sa.String(length=32), nullable=True),
        sa.Column("volgende_vraag", sa.String(length=32), nullable=True),
        sa.Column("bijlage_id", sa.Integer(), nullable=True),
        sa.Column("standen", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_door", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_historiek_shop_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_historiek_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_historiek")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_historiek_voertuig_id", "historiek", ["voertuig_id"], unique=False)
    op.create_index("ix_historiek_staat", "historiek", ["staat", "volgende_vraag"], unique=False)


def downgrade() -> None:
    op.drop_table("historiek")
