"""The daily mail about requests for plates: one per shop and day, to whom it went, and what it told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pon_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("vanaf", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_pon_mail_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pon_mail")),
        sa.UniqueConstraint("shop_id", "dag", name=op.f("uq_pon_mail_shop_id_dag")),
    )
    op.create_table(
        "pon_mail_ontvanger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["pon_mail.id"], name=op.f("fk_pon_mail_ontvanger_mail_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pon_mail_ontvanger")),
        sa.UniqueConstraint("mail_id", "adres", name=op.f("uq_pon_mail_ontvanger_mail_id_adres")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pon_mail_aanvraag",
        sa.Column("aanvraag_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["aanvraag_id"], ["pon_aanvraag.id"], name=op.f("fk_pon_mail_aanvraag_aanvraag_id")),
        sa.ForeignKeyConstraint(["mail_id"], ["pon_mail.id"], name=op.f("fk_pon_mail_aanvraag_mail_id")),
        sa.PrimaryKeyConstraint("aanvraag_id", name=op.f("pk_pon_mail_aanvraag")),
    )
    op.create_index("ix_pon_mail_aanvraag_mail_id", "pon_mail_aanvraag", ["mail_id"], unique=False)


def downgrade() -> None:
    op.drop_table("pon_mail_aanvraag")
    op.drop_table("pon_mail_ontvanger")
    op.drop_table("pon_mail")
