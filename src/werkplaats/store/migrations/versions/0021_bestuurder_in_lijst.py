"""The filter of the list of cars also finds who drives one or has its contract: they join the words it looks in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ACCENTEN = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčřłğ",
    "aaaaaaceeeeiiiinoooooouuuuyyszcrlg",
    "'\u2019`\u00b4.,-_/&()+@\"",
)
_ANDEREN = """
SELECT e.voertuig_id, r.weergave FROM voertuig_relatie e JOIN relatie r ON r.id = e.relatie_id
WHERE e.rol <> 'eigenaar' AND e.tot IS NULL ORDER BY e.voertuig_id, e.id
"""
_LEES = sa.text("SELECT tekst FROM voertuig_lijst WHERE voertuig_id = :id")
_SCHRIJF = sa.text("UPDATE voertuig_lijst SET tekst = :tekst WHERE voertuig_id = :id")


def upgrade() -> None:
    for nummer, namen in _others().items():
        _write(nummer, _read(nummer) + namen)


def downgrade() -> None:
    for nummer, namen in _others().items():
        _write(nummer, _read(nummer).removesuffix(namen))


def _others() -> dict[int, str]:
    """Behind the line of each car that has such people: their names as the filter looks for them."""
    namen: dict[int, str] = {}
    for nummer, weergave in op.get_bind().execute(sa.text(_ANDEREN)):
        namen[nummer] = f"{namen.get(nummer, '')} {_flat(weergave)}"
    return namen


def _read(nummer: int) -> str:
    """What stands on the line; a car in the bin has none, and writing it does nothing."""
    return op.get_bind().execute(_LEES, {"id": nummer}).scalar_one_or_none() or ""


def _write(nummer: int, tekst: str) -> None:
    op.get_bind().execute(_SCHRIJF, {"id": nummer, "tekst": tekst})


def _flat(tekst: str) -> str:
    return " ".join(tekst.lower().translate(_ACCENTEN).split())
