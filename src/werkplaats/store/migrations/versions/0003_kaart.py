"""The vehicle card grows: outside, technique, prices, keys and contract, options."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEKSTEN = (
    "kleur",
    "tweede_kleur",
    "inrichting",
    "notitie",
    "europese_categorie",
    "typegoedkeuring",
    "typecode",
    "variant",
    "uitvoering",
    "emissieklasse",
    "bandenmaat_voor",
    "bandenmaat_achter",
    "sleutelnummer",
    "sleutelplek",
    "contractnummer",
    "referentie",
)
GETALLEN = (
    "aantal_deuren",
    "zitplaatsen",
    "cilinders",
    "cilinderinhoud",
    "vermogen",
    "wielbasis",
    "lengte",
    "max_massa",
    "trekgewicht_geremd",
    "trekgewicht_ongeremd",
    "aantal_assen",
    "catalogusprijs",
    "bpm",
)


def upgrade() -> None:
    for naam in TEKSTEN:
        op.add_column("voertuig", sa.Column(naam, sa.Text(), server_default=sa.text("''"), nullable=False))
    for naam in GETALLEN:
        op.add_column("voertuig", sa.Column(naam, sa.Integer(), nullable=True))
    op.add_column("voertuig", sa.Column("opties", sa.Text(), server_default="[]", nullable=False))


def downgrade() -> None:
    op.drop_column("voertuig", "opties")
    for naam in reversed((*TEKSTEN, *GETALLEN)):
        op.drop_column("voertuig", naam)
