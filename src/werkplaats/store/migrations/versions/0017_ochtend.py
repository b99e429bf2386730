"""When the day's tasks of a shop begin, where its backups go, and what the list of the postbus filters on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SHOP = ("dagtaken_aan", "dagtaken_uur", "backup_map", "backup_aantal")


def upgrade() -> None:
    op.add_column("shop", sa.Column("dagtaken_aan", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("shop", sa.Column("dagtaken_uur", sa.Integer(), server_default=sa.text("7"), nullable=False))
    op.add_column("shop", sa.Column("backup_map", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("shop", sa.Column("backup_aantal", sa.Integer(), server_default=sa.text("0"), nullable=False))
    sleutel = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("uitgaand", sa.Column("tekst", sleutel, server_default=sa.text("''"), nullable=False))
    uitgaand = sa.table("uitgaand", sa.column("id"), sa.column("kop"), sa.column("soort"), sa.column("tekst"))
    verbinding = op.get_bind()
    for nummer, kop, soort in verbinding.execute(sa.select(uitgaand.c.id, uitgaand.c.kop, uitgaand.c.soort)).all():
        tekst = _plain(f"{kop} {soort}")
        verbinding.execute(uitgaand.update().where(uitgaand.c.id == nummer).values(tekst=tekst))


def downgrade() -> None:
    op.drop_column("uitgaand", "tekst")
    for kolom in reversed(SHOP):
        op.drop_column("shop", kolom)


def _plain(tekst: str) -> str:
    return " ".join("".join(s for s in tekst.lower() if s.isascii() and (s.isalnum() or s == " ")).split())
