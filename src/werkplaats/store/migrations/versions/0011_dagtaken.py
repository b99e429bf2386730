"""The day's tasks, each once for a day and shop; and the mail server of a shop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SMTP = ("smtp_host", "smtp_afzender", "smtp_gebruiker")


def upgrade() -> None:
    op.create_table(
        "dagtaak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("taak", sa.Text(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("begonnen_op", sa.String(length=32), nullable=False),
        sa.Column("klaar_op", sa.String(length=32), nullable=True),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("werkplek", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("lease_tot", sa.String(length=32), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_dagtaak_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dagtaak")),
        sa.UniqueConstraint("dag", "shop_id", "taak", name=op.f("uq_dagtaak_dag_shop_id_taak")),
    )
    for naam in SMTP:
        op.add_column("shop", sa.Column(naam, sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("shop", sa.Column("smtp_poort", sa.Integer(), server_default=sa.text("587"), nullable=False))
    op.add_column("shop", sa.Column("smtp_veiligheid", sa.Text(), server_default=sa.text("'starttls'"), nullable=False))


def downgrade() -> None:
    for naam in ("smtp_veiligheid", "smtp_poort", *reversed(SMTP)):
        op.drop_column("shop", naam)
    op.drop_table("dagtaak")
