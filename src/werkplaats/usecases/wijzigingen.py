"""What a save changes, and how the logboek says it: shared by every use case that edits a card.

The log holds values, not sentences: dates as ``jjjj-mm-dd``, yes and no as ``ja`` and ``nee``; a door shows them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.naam import adresregel
from werkplaats.domain.pechhulp import Soort
from werkplaats.domain.relatie import Adres, Telefoonnummer
from werkplaats.domain.samenvoegen import changed, merge
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code, RelatieKop
from werkplaats.domain.vrije_velden import VrijVeld
from werkplaats.errors import Botsing, Ernst, Ongeldig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from _typeshed import DataclassInstance

    from werkplaats.errors import Bevinding

    LogLijn = tuple[str, Mapping[str, tuple[str | None, str | None]]]

K = TypeVar("K", bound="DataclassInstance")


def refuse_blocking(bevindingen: Iterable[Bevinding]) -> None:
    """Raises Ongeldig with the findings that block; warnings pass."""
    blokkerend = [bevinding for bevinding in bevindingen if bevinding.ernst is Ernst.BLOKKEREND]
    if blokkerend:
        raise Ongeldig(blokkerend)


def lay_on(
    basis: K,
    nieuw: K,
    staand: K,
    door: str,
    record: object,
    laatste: Callable[[], Mapping[str, tuple[str, Moment]]] = dict,
) -> tuple[K, dict[str, Any]]:
    """My changes (basis to nieuw) laid on the card that stands there: the card to be, and the fields that I change.

    Where another person changed the same field differently, raises Botsing with his name and the standing record;
    ``laatste`` is asked only then, and says of each field whose hand was the last, and when.
    """
    samen = merge(basis, nieuw, staand)
    if samen.botsingen:
        handen = laatste()
        velden = [replace(veld, **_hand(handen.get(veld.veld))) for veld in samen.botsingen]
        raise Botsing(velden, next((veld.door for veld in velden if veld.door), door), record)
    return samen.resultaat, samen.wijzigingen


def _hand(hand: tuple[str, Moment] | None) -> dict[str, Any]:
    return {} if hand is None else {"door": hand[0], "op": hand[1]}


def keep_masked(basis: K, nieuw: K) -> K:
    """The new card with each security code that is still masked taken from the basis: nobody changed that one."""
    masked = {
        veld.name: getattr(basis, veld.name)
        for veld in fields(nieuw)
        if isinstance(waarde := getattr(nieuw, veld.name), Code) and waarde.tekst is None
    }
    return replace(nieuw, **masked)


def added_lines(leeg: K, nieuw: K, uit_rdw: frozenset[str] = frozenset()) -> tuple[LogLijn, ...]:
    """The logboek lines of a new record: every field that is not as in the empty card."""
    return _lines("toegevoegd", leeg, changed(leeg, nieuw), uit_rdw)


def changed_lines(
    voor: K, wijzigingen: Mapping[str, Any], uit_rdw: frozenset[str] = frozenset()
) -> tuple[LogLijn, ...]:
    """The logboek lines of changed fields; those taken from the register apart, so that it is known who filled them."""
    return tuple(lijn for lijn in _lines("gewijzigd", voor, wijzigingen, uit_rdw) if lijn[1])


def _lines(handeling: str, voor: Any, wijzigingen: Mapping[str, Any], uit_rdw: frozenset[str]) -> tuple[LogLijn, ...]:
    waarden = {
        veld: (None, None) if isinstance(na, Code) else (log_text(getattr(voor, veld)), log_text(na))
        for veld, na in wijzigingen.items()
    }
    getypt = {veld: paar for veld, paar in waarden.items() if veld not in uit_rdw}
    overgenomen = {veld: paar for veld, paar in waarden.items() if veld in uit_rdw}
    return ((handeling, getypt), *((("rdw", overgenomen),) if overgenomen else ()))


def log_text(waarde: Any) -> str:
    """A field's value as the logboek keeps it; empty text where the field is empty."""
    return _TEKST.get(type(waarde), str)(waarde)


def _items(waarde: tuple[Any, ...]) -> str:
    return ", ".join(" = ".join(map(log_text, deel)) if isinstance(deel, tuple) else log_text(deel) for deel in waarde)


def _free_field(veld: VrijVeld) -> str:
    opties = f": {' | '.join(veld.opties)}" if veld.opties else ""
    merken = [merk for merk, aan in (("persoonlijk", veld.persoonlijk), ("vervallen", veld.vervallen)) if aan]
    return f"{veld.naam} ({', '.join([veld.soort.value, *merken])}{opties})"


_TEKST: dict[type, Callable[[Any], str]] = {
    type(None): lambda _leeg: "",
    bool: lambda aan: "ja" if aan else "nee",
    date: date.isoformat,
    Kenteken: lambda kenteken: f"{kenteken.weergave} ({kenteken.land})",
    Vin: lambda vin: vin.tekst,
    RelatieKop: lambda kop: kop.weergave,
    Adres: lambda adres: f"{adres.soort}: {adresregel(adres)}",
    Telefoonnummer: lambda telefoon: f"{telefoon.soort}: {telefoon.nummer}",
    Moment: lambda moment: moment.iso,
    VrijVeld: _free_field,
    Soort: lambda soort: f"{soort.code} = {soort.label}",
    frozenset: lambda waarden: ", ".join(sorted(map(log_text, waarden))),
    tuple: _items,
}
