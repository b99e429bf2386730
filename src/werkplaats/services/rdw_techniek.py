"""What the register says of the technique of a car: type approval, engine, measures, weights, and its price when new.

Units are those of the register: kW, cc, cm, kg, whole euros. Of several fuels the strongest engine counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.domain.bedrag import Bedrag
from werkplaats.services.rdw_waarden import text, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from werkplaats.services.rdw_waarden import Rij

_TEKSTEN = {
    "europese_categorie": ("europese_voertuigcategorie",),
    "typegoedkeuring": ("typegoedkeuringsnummer",),
    "typecode": ("type",),
    "variant": ("variant",),
    "uitvoering": ("uitvoering",),
}
_GETALLEN = {
    "aantal_deuren": ("aantal_deuren",),
    "zitplaatsen": ("aantal_zitplaatsen",),
    "cilinders": ("aantal_cilinders",),
    "cilinderinhoud": ("cilinderinhoud",),
    "wielbasis": ("wielbasis",),
    "lengte": ("lengte",),
    "max_massa": ("toegestane_maximum_massa_voertuig", "technische_max_massa_voertuig"),
    "trekgewicht_geremd": ("maximum_trekken_massa_geremd",),
    "trekgewicht_ongeremd": ("maximum_massa_trekken_ongeremd",),
}
_VERMOGEN = ("nettomaximumvermogen", "netto_max_vermogen_elektrisch", "nominaal_continu_maximumvermogen")


def techniek(row: Mapping[str, Any], brandstoffen: Sequence[Rij]) -> dict[str, Any]:
    """The technical fields of RdwGegevens, by their names."""
    return {
        **{veld: text(row, *kolommen) for veld, kolommen in _TEKSTEN.items()},
        **{veld: whole(row, *kolommen) for veld, kolommen in _GETALLEN.items()},
        "vermogen": _power(brandstoffen),
        "emissieklasse": next(filter(None, (_emission(rij) for rij in brandstoffen)), ""),
        "catalogusprijs": _euros(row, "catalogusprijs"),
        "bpm": _euros(row, "bruto_bpm"),
    }


def _power(brandstoffen: Sequence[Rij]) -> int | None:
    gezegd = [vermogen for rij in brandstoffen if (vermogen := whole(rij, *_VERMOGEN)) is not None]
    return max(gezegd, default=None)


def _emission(rij: Rij) -> str:
    return text(rij, "uitlaatemissieniveau", "emissiecode_omschrijving")


def _euros(row: Mapping[str, Any], kolom: str) -> Bedrag | None:
    euro = whole(row, kolom)
    return None if euro is None else Bedrag(euro * 100)
