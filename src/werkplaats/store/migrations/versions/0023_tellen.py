"""The pills of the Car-Pass overview are counted, and the postbus is read newest first, along an index."""

from __future__ import annotations

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_melding_lijst_groep", "melding_lijst", ["shop_id", "groep", "melding_id"])
    op.create_index("ix_uitgaand_gemaakt_op", "uitgaand", ["gemaakt_op", "id"])


def downgrade() -> None:
    op.drop_index("ix_uitgaand_gemaakt_op", "uitgaand")
    op.drop_index("ix_melding_lijst_groep", "melding_lijst")
