"""A plate or a person of a car that was entered wrongly can be taken away: rules and searches hold over the living."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

FEITEN = ("voertuig_kenteken", "voertuig_relatie")
OPEN = {"uq_voertuig_kenteken_open": ["voertuig_id"], "uq_voertuig_relatie_open": ["voertuig_id", "rol"]}
VAN_RELATIE = "ix_voertuig_relatie_relatie_id"


def upgrade() -> None:
    for tabel in FEITEN:
        op.add_column(tabel, sa.Column("verwijderd_op", sa.String(length=32), nullable=True))
        op.add_column(tabel, sa.Column("verwijderd_door", sa.Text(), nullable=True))
    op.drop_index(VAN_RELATIE, "voertuig_relatie")
    _unique_where("tot IS NULL AND verwijderd_op IS NULL")
    op.create_index(VAN_RELATIE, "voertuig_relatie", ["relatie_id", "rol", "verwijderd_op", "tot", "voertuig_id"])


def downgrade() -> None:
    # Without the mark a fact that was taken away would hold again, beside the one that took its place: it gets the
    # shortest time that can be said without it, for a step down loses no row.
    for naam in FEITEN:
        feit = sa.table(naam, sa.column("van"), sa.column("tot"), sa.column("verwijderd_op"))
        einde = sa.func.coalesce(feit.c.van, feit.c.tot, sa.func.current_date())
        op.execute(sa.update(feit).where(feit.c.verwijderd_op.is_not(None)).values(tot=einde))
    op.drop_index(VAN_RELATIE, "voertuig_relatie")
    _unique_where("tot IS NULL")
    op.create_index(VAN_RELATIE, "voertuig_relatie", ["relatie_id", "rol", "tot", "voertuig_id"])
    for tabel in FEITEN:
        op.drop_column(tabel, "verwijderd_door")
        op.drop_column(tabel, "verwijderd_op")


def _unique_where(waar: str) -> None:
    for (naam, kolommen), tabel in zip(OPEN.items(), FEITEN, strict=True):
        op.drop_index(naam, tabel)
        op.create_index(naam, tabel, kolommen, unique=True, sqlite_where=sa.text(waar), postgresql_where=sa.text(waar))
