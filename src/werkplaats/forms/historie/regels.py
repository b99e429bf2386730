"""The lines of Historie as a person reads them: the sign and the word of each kind, and what happened in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.contactmoment import Contactmoment
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.herinnering import Herinnering
from werkplaats.domain.historie import (
    BestandStap,
    EigenaarPeriode,
    Einde,
    GarantieDag,
    KaartStap,
    KentekenPeriode,
    LeenStap,
    MeldingStap,
    OrderStap,
    PlaatStap,
    Soort,
)
from werkplaats.domain.kmstand import KmStand, km_text
from werkplaats.domain.pechhulp import NAMEN, PechhulpAanvraag
from werkplaats.domain.schade import Schade
from werkplaats.domain.wisseling import Rol
from werkplaats.forms.waarden import logged_text
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.table import Cell, Column
from werkplaats.zinnen import woord_veld
from werkplaats.zinnen.carpass import woord_gebeurtenis, woord_issue
from werkplaats.zinnen.dekking import woord_garantiesoort, woord_plek
from werkplaats.zinnen.ponstaat import woord_aanvraagstaat
from werkplaats.zinnen.termen import (
    woord_eenheid,
    woord_handeling,
    woord_herinneringsoort,
    woord_kaartstaat,
    woord_keuze,
    woord_km_herkomst,
    woord_orderstatus,
    woord_staat,
)

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.historie import Voorval
    from werkplaats.domain.treffers import LogRegel

_ICONS = {
    Soort.KENTEKEN: "voertuig",
    Soort.EIGENAAR: "persoon",
    Soort.BESTUURDER: "persoon",
    Soort.CONTACT: "crm",
    Soort.WERKKAART: "werkkaart",
    Soort.CARPASS: "carpass",
    Soort.KM: "km",
    Soort.PECHHULP: "pechhulp",
    Soort.HERINNERING: "bell",
    Soort.SCHADE: "warning",
    Soort.GARANTIE: "garantie",
    Soort.LEEN: "leen",
    Soort.BANDEN: "banden",
    Soort.BESTAND: "bijlage",
    Soort.ORDER: "mandje",
    Soort.RDW: "rdw",
    Soort.WIJZIGING: "bewerken",
}
_MOST_FIELDS = 4
_PARTS = " · "


def kinds(land: str) -> list[tuple[str, str]]:
    """What one can leave on the line of time, all of it first."""
    return [("", _("Alles")), *((soort.value, kind_word(soort, land)) for soort in Soort)]


def kind_word(soort: Soort, land: str) -> str:
    """The word of a kind: ``Werkkaart``."""
    words = {
        Soort.KENTEKEN: woord(land, "kenteken").capitalize(),
        Soort.EIGENAAR: _("Eigenaar"),
        Soort.BESTUURDER: _("Bestuurder"),
        Soort.CONTACT: _("Contact"),
        Soort.WERKKAART: _("Werkkaart"),
        Soort.CARPASS: "Car-Pass",
        Soort.KM: _("KM stand"),
        Soort.PECHHULP: _("Pechhulp"),
        Soort.HERINNERING: _("Herinnering"),
        Soort.SCHADE: _("Schade"),
        Soort.GARANTIE: _("Garantie"),
        Soort.LEEN: _("Leen/Huur"),
        Soort.BANDEN: _("Banden"),
        Soort.BESTAND: _("Bestand"),
        Soort.ORDER: _("Order"),
        Soort.RDW: _("Van de RDW"),
        Soort.WIJZIGING: _("Wijziging"),
    }
    return words[soort]


def columns() -> tuple[Column, ...]:
    """When, of which kind, what, and whose hand it was."""
    return (
        Column(_("Datum"), 112),
        Column(_("Soort"), 128),
        Column(_("Wat"), None),
        Column(_("Wie"), 152),
    )


def row(voorval: Voorval, land: str) -> tuple[Cell, ...]:
    """The line of something that happened."""
    return (
        Cell(datum_tekst(voorval.dag) or _("onbekend"), role="text" if voorval.dag else "text_2"),
        Cell(kind_word(voorval.soort, land), role="text_2", icon=_sign(voorval)),
        Cell(_what(voorval)),
        Cell(voorval.wie or " ", role="text_2"),
    )


def _sign(voorval: Voorval) -> str:
    feit = voorval.feit
    return "foto" if isinstance(feit, BestandStap) and feit.bijlage.is_foto else _ICONS[voorval.soort]


def _what(voorval: Voorval) -> str:
    match voorval.feit:
        case KentekenPeriode() | EigenaarPeriode() as periode:
            return _until(_named(periode), periode.tot)
        case Einde(periode):
            return _("Geëindigd: {wat}").format(wat=_named(periode))
        case Contactmoment() as contact:
            return _contact(contact)
        case KmStand() as stand:
            return _reading(stand)
        case PechhulpAanvraag() as aanvraag:
            return _pass(aanvraag)
        case tuple() as lines:
            return _change(lines, voorval.soort)
        case other:
            return _step(other)


def _step(
    feit: KaartStap | MeldingStap | OrderStap | PlaatStap | BestandStap | GarantieDag | LeenStap | Herinnering | Schade,
) -> str:
    match feit:
        case KaartStap() as stap:
            return _card(stap)
        case MeldingStap() as stap:
            return _report(stap)
        case OrderStap(_id, nummer, status):
            word = woord_orderstatus(status.value) if status is not None else _("Gemaakt")
            return _PARTS.join((nummer, word))
        case PlaatStap() as stap:
            return _PARTS.join(part for part in (stap.nummer, _requested(stap), stap.kenteken) if part)
        case BestandStap(bijlage, weg):
            return _file(bijlage, weg=weg)
        case other:
            return _of_car(other)


def _of_car(feit: GarantieDag | LeenStap | Herinnering | Schade) -> str:
    """What was noted at the car itself, on its own day."""
    match feit:
        case GarantieDag() as dag:
            return _warranty(dag)
        case LeenStap() as stap:
            return _lent(stap)
        case Herinnering(kaart=kaart):
            return _("Gedaan: {wat}").format(wat=kaart.omschrijving or woord_herinneringsoort(kaart.soort.value))
        case Schade(kaart=kaart, nummer=nummer):
            where = f"{nummer}: {woord_plek(kaart.plek.value)}, {kaart.omschrijving}"
            return _("Ontstaan: {wat}").format(wat=where)


def _card(stap: KaartStap) -> str:
    state = woord_kaartstaat(stap.staat.value) if stap.staat is not None else _("Gemaakt")
    return _PARTS.join(part for part in (stap.nummer, state, " ".join(stap.klacht.split())) if part)


def _report(stap: MeldingStap) -> str:
    reading = _("{km} km").format(km=km_text(stap.km)) if stap.km is not None else ""
    said = woord_issue(stap.tekst) if stap.tekst else ""
    return _PARTS.join(part for part in (woord_gebeurtenis(stap.code, stap.naar.value), reading, said) if part)


def _requested(stap: PlaatStap) -> str:
    asked = stap.staat.value == "wacht"
    return _("Kenteken aangevraagd bij PON") if asked else woord_aanvraagstaat(stap.staat.value)


def _file(bijlage: Bijlage, *, weg: bool) -> str:
    words = {
        ("voertuig", False): _("Toegevoegd: {naam}"),
        ("voertuig", True): _("Weggehaald: {naam}"),
        ("schade", False): _("Toegevoegd bij een schade: {naam}"),
        ("schade", True): _("Weggehaald bij een schade: {naam}"),
        ("garantie", False): _("Toegevoegd bij een garantie: {naam}"),
        ("garantie", True): _("Weggehaald bij een garantie: {naam}"),
        ("werkkaart", False): _("Toegevoegd op een werkkaart: {naam}"),
        ("werkkaart", True): _("Weggehaald van een werkkaart: {naam}"),
        ("carpass", False): _("Toegevoegd bij een melding: {naam}"),
        ("carpass", True): _("Weggehaald bij een melding: {naam}"),
    }
    return words[bijlage.onderwerp, weg].format(naam=bijlage.naam)


def _warranty(dag: GarantieDag) -> str:
    kaart = dag.garantie.kaart
    kind = _PARTS.join(part for part in (woord_garantiesoort(kaart.soort.value), kaart.verstrekker) if part)
    return (_("Laatste dag: {wat}") if dag.einde else _("Begint: {wat}")).format(wat=kind)


def _lent(stap: LeenStap) -> str:
    kaart = stap.kaart
    if stap.terug:
        said, stand = _("Terug van {wie}").format(wie=kaart.wie), kaart.km_in
    else:
        said, stand = _("Meegegeven aan {wie}").format(wie=kaart.wie), kaart.km_uit
    reading = _("{km} km").format(km=km_text(stand)) if stand is not None else ""
    return _PARTS.join(part for part in (said, reading) if part)


def _named(wat: KentekenPeriode | EigenaarPeriode) -> str:
    """Which plate, or who it is, and as what where the kind does not say it."""
    if isinstance(wat, KentekenPeriode):
        return wat.kenteken.weergave
    name = wat.eigenaar.weergave
    return _("{wie}, contractant").format(wie=name) if wat.rol is Rol.CONTRACTANT else name


def _contact(contact: Contactmoment) -> str:
    how = woord_keuze("wijze", contact.kaart.wijze)
    return _PARTS.join((how, contact.relatie, " ".join(contact.kaart.tekst.split())))


def _until(text: str, tot: date | None) -> str:
    return _("{wat} (tot {dag})").format(wat=text, dag=datum_tekst(tot)) if tot is not None else text


def _reading(stand: KmStand) -> str:
    work = _("aan de teller gewerkt") if stand.teller_gewijzigd else ""
    number = f"{km_text(stand.stand)} {woord_eenheid(stand.eenheid)}"
    return _PARTS.join(part for part in (number, woord_km_herkomst(stand.herkomst), work, stand.opmerking) if part)


def _pass(aanvraag: PechhulpAanvraag) -> str:
    end = _("tot {dag}").format(dag=datum_tekst(aanvraag.einddatum)) if aanvraag.einddatum else ""
    parts = (NAMEN[aanvraag.aanbieder], woord_staat(aanvraag.staat), aanvraag.pasnummer, end)
    return _PARTS.join(part for part in parts if part)


def _change(lines: tuple[LogRegel, ...], soort: Soort) -> str:
    """What one hand did at one moment: the act, and the fields that it touched; of a thing of its own what it is."""
    act = woord_handeling(lines[0].handeling)
    act = f"{act[:1].upper()}{act[1:]}"
    named = _thing(lines[0]) if soort not in (Soort.RDW, Soort.WIJZIGING) else _fields(lines)
    return f"{act}: {named}" if named else act


def _thing(line: LogRegel) -> str:
    """A damage, a warranty, a set of tyres: as it became, or as it was when it is gone."""
    return logged_text(line.veld, line.na or line.voor or "")


def _fields(lines: tuple[LogRegel, ...]) -> str:
    fields = [woord_veld(line.veld) for line in lines if line.veld]
    more = len(fields) - _MOST_FIELDS
    named = ", ".join(fields[:_MOST_FIELDS])
    if more > 0:
        named += " " + ngettext("en nog {n} veld", "en nog {n} velden", more).format(n=more)
    return named
