"""The list of cars can be sorted by the last odometer reading, in kilometres."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

# Seven figures with noughts before them, so that text order is the order of the numbers; a mile is 1.609344 km.
_VULLEN = """
UPDATE voertuig_lijst SET km = coalesce((
    SELECT substr('0000000' || cast(laatste.km AS TEXT), length(cast(laatste.km AS TEXT)) + 1)
    FROM (
        SELECT CASE eenheid WHEN 'mijl' THEN (cast(stand AS BIGINT) * 1609344 + 500000) / 1000000
                            ELSE stand END AS km
        FROM kmstand
        WHERE kmstand.voertuig_id = voertuig_lijst.voertuig_id AND kmstand.verwijderd_op IS NULL
        ORDER BY datum DESC, id DESC LIMIT 1
    ) AS laatste
), '')
"""


def upgrade() -> None:
    op.add_column("voertuig_lijst", sa.Column("km", SLEUTEL, server_default=sa.text("''"), nullable=False))
    op.execute(_VULLEN)
    op.create_index("ix_voertuig_lijst_km", "voertuig_lijst", ["km", "voertuig_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_voertuig_lijst_km", "voertuig_lijst")
    op.drop_column("voertuig_lijst", "km")
