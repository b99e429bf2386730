"""What the rules for plate requests ask of an order, as columns of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, type_coerce

from werkplaats.domain.order import Ordersoort, Orderstatus
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.order import VerkooporderRij

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

O = tabel(VerkooporderRij)  # noqa: E741 - the letter of the table, as V and R are of theirs


def fact_columns(via_pon: Iterable[str]) -> Mapping[str, Any]:
    """A column for every fact of an order; ``via_pon`` are the keys of the brands that PON handles."""
    return {
        "nieuw": O.c.ordersoort == Ordersoort.NIEUW,
        "afgeleverd": O.c.status == Orderstatus.AFGELEVERD,
        "chassis_bekend": type_coerce(O.c.chassisnummer, Text).is_not(None),
        "kenteken_bekend": O.c.kenteken_compact != "",
        "goedgekeurd": O.c.goedgekeurd,
        "via_pon": O.c.merk_sleutel.in_(sorted(via_pon)),
        "aanvraag_loopt": O.c.aanvraag_loopt,
        "ingetrokken": O.c.ingetrokken,
        "voorraad": O.c.voorraadauto,
        "losdatum": O.c.losdatum,
        "nlv": O.c.nlv_datum,
        "kcode_datum": O.c.kcode_datum,
        "afleverdatum": O.c.afleverdatum,
        "gepland_op": O.c.gepland_dag,
    }


DAGEN = tuple(
    fact_columns(())[veld].label(veld) for veld in ("losdatum", "nlv", "kcode_datum", "afleverdatum", "gepland_op")
)
"""The days of an order under the names that the rules know them by."""
