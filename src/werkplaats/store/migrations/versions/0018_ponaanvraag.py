"""Requests for plates at PON, and how a shop asks for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_OPEN = sa.text("klaar_op IS NULL")
_TEKSTEN = ("pon_mail_afzender", "pon_mail_ontvangers")
_VINKJES = ("pon_automatisch", "pon_mail_ook_leeg")


def upgrade() -> None:
    for naam in _TEKSTEN:
        op.add_column("shop", sa.Column(naam, sa.Text(), server_default=sa.text("''"), nullable=False))
    for naam in _VINKJES:
        op.add_column("shop", sa.Column(naam, sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("shop", sa.Column("pon_wachttijd", sa.Integer(), server_default=sa.text("10"), nullable=False))
    op.create_table(
        "pon_aanvraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("regel", sa.Text(), nullable=True),
        sa.Column("regel_dag", sa.Date(), nullable=True),
        sa.Column("bericht_id", sa.Integer(), nullable=True),
        sa.Column("aanvraag_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kenteken", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_door", sa.Text(), nullable=False),
        sa.Column("niet_voor", sa.String(length=32), nullable=True),
        sa.Column("staat_sinds", sa.String(length=32), nullable=False),
        sa.Column("volgende_vraag", sa.String(length=32), nullable=True),
        sa.Column("klaar_op", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_pon_aanvraag_shop_id")),
        sa.ForeignKeyConstraint(["order_id"], ["verkooporder.id"], name=op.f("fk_pon_aanvraag_order_id")),
        sa.ForeignKeyConstraint(["bericht_id"], ["uitgaand.id"], name=op.f("fk_pon_aanvraag_bericht_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pon_aanvraag")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pon_aanvraag_order_id", "pon_aanvraag", ["order_id"], unique=False)
    op.create_index("ix_pon_aanvraag_volgende_vraag", "pon_aanvraag", ["volgende_vraag"], unique=False)
    op.create_index(
        "uq_pon_aanvraag_order_id",
        "pon_aanvraag",
        ["order_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    op.drop_table("pon_aanvraag")
    for naam in ("pon_wachttijd", *_VINKJES, *_TEKSTEN):
        op.drop_column("shop", naam)
