"""The kinds of work of Car-Pass that a shop tied to the codes of its lines."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "carpass_regelcode",
        sa.Column("shop_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("activiteiten", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_carpass_regelcode_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "code", name=op.f("pk_carpass_regelcode")),
    )


def downgrade() -> None:
    op.drop_table("carpass_regelcode")
