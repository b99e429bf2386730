"""The visits of a relatie are found by whose car it was, warranties by the day on which they end."""

from __future__ import annotations

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_werkkaart_eigenaar_id", "werkkaart", ["eigenaar_id", "nummer"])
    op.create_index("ix_garantie_tot", "garantie", ["tot"])


def downgrade() -> None:
    op.drop_index("ix_garantie_tot", "garantie")
    op.drop_index("ix_werkkaart_eigenaar_id", "werkkaart")
