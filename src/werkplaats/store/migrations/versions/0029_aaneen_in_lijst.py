"""The filter of the list of people also finds a telephone number and a postcode that are typed without spaces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_LEES = sa.text(
    "SELECT l.relatie_id AS id, l.tekst, r.postcode, r.telefoon "
    "FROM relatie_lijst l JOIN relatie r ON r.id = l.relatie_id"
)
_SCHRIJF = sa.text("UPDATE relatie_lijst SET tekst = :tekst WHERE relatie_id = :id")


def upgrade() -> None:
    _write([{"id": rij["id"], "tekst": f"{rij['tekst']}{_whole(rij)}"} for rij in _rows()])


def downgrade() -> None:
    _write([{"id": rij["id"], "tekst": rij["tekst"].removesuffix(_whole(rij))} for rij in _rows()])


def _rows() -> list[sa.RowMapping]:
    return list(op.get_bind().execute(_LEES).mappings())


def _write(rows: list[dict[str, object]]) -> None:
    if rows:
        op.get_bind().execute(_SCHRIJF, rows)


def _whole(rij: sa.RowMapping) -> str:
    """Both without their spaces, as they stand behind the words of a line."""
    whole = (_without_spaces(rij["postcode"]), _without_spaces(rij["telefoon"]))
    return "".join(f" {words}" for words in whole if words)


def _without_spaces(tekst: str) -> str:
    return "".join(sign for sign in tekst.lower() if sign.isascii() and sign.isalnum())
