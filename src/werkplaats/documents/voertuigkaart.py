"""The vehicle card on paper: all that the garage knows of a car but its security codes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from werkplaats.documents.blad import LINKS, Blad
from werkplaats.documents.plaat import draw_plate, plate_width
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.eenheden import met_eenheid
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import N_, _, woord
from werkplaats.zinnen import woord_veld

if TYPE_CHECKING:
    from werkplaats.domain.afdruk import VoertuigAfdruk
    from werkplaats.domain.kmverloop import Verloop
    from werkplaats.domain.voertuig import VoertuigKaart

_PLATE = 40.0
_GROEPEN: tuple[tuple[str, str], ...] = (
    (
        N_("Voertuig"),
        (
            "merk model type voertuigsoort chassisnummer motorcode motornummer fabrikantcode brandstof "
            "tweede_brandstof lpg g3 bouwjaar actief"
        ),
    ),
    (N_("Datums"), "vervaldatum_apk datum_deel_1a datum_deel_1b afgifte_nederland datum_laatste_bezoek"),
    (N_("Uiterlijk"), "kleur tweede_kleur inrichting aantal_deuren zitplaatsen"),
    (
        N_("Technisch"),
        (
            "europese_categorie typegoedkeuring typecode variant uitvoering cilinders cilinderinhoud vermogen "
            "emissieklasse co2_uitstoot co2_cyclus"
        ),
    ),
    (
        N_("Maten en gewichten"),
        "ledig_gewicht bedrijfsklaar max_massa wielbasis lengte aantal_assen trekgewicht_geremd trekgewicht_ongeremd",
    ),
    (N_("Banden"), "bandenmaat_voor bandenmaat_achter"),
    (N_("Overig"), "catalogusprijs bpm sleutelnummer sleutelplek contractnummer referentie leenauto"),
)
"""The headings, each with the fields of the card under it."""
_APART = ("kenteken", "hoofdeigenaar", "notitie", "opties")
"""What does not stand among the groups, but has a place of its own."""


def draw_voertuigkaart(afdruk: VoertuigAfdruk) -> bytes:
    """The PDF of a vehicle card; what is not filled in takes no room."""
    kaart, land = afdruk.kaart, afdruk.hoofd.shop.land
    kenteken = kaart.kenteken.weergave if kaart.kenteken else ""
    blad = Blad(_("Voertuigkaart"), afdruk.hoofd, kenteken)
    _head(blad, kaart)
    if afdruk.eigenaar is not None:
        blad.kop(_("Eigenaar"))
        naam, adres, telefoon = afdruk.eigenaar.weergave, afdruk.eigenaar.adresregel, afdruk.eigenaar.telefoon
        blad.velden(_filled([(_("Naam"), naam), (_("Adres"), adres), (_("Telefoon"), telefoon)]), naast=1)
    if afdruk.km.laatste is not None:
        blad.kop(_("Kilometerstand"))
        blad.velden(_readings(afdruk.km))
    for titel, velden in _GROEPEN:
        regels = _filled([(_label(veld, land), _text(veld, getattr(kaart, veld))) for veld in velden.split()])
        if regels:
            blad.kop(_(titel))
            blad.velden(regels)
    for veld in ("opties", "notitie"):
        tekst = _text(veld, getattr(kaart, veld))
        if tekst:
            blad.kop(woord_veld(veld))
            blad.alinea(tekst)
    return blad.pdf()


def printed_fields() -> frozenset[str]:
    """The fields of the card that are printed; the others are its security codes."""
    return frozenset(veld for _titel, velden in _GROEPEN for veld in velden.split()) | frozenset(_APART)


def _head(blad: Blad, kaart: VoertuigKaart) -> None:
    """The plate as one sees it on the car, and beside it which car that is."""
    auto = " ".join(deel for deel in (kaart.merk, kaart.model, kaart.type) if deel)
    vin = kaart.chassisnummer.tekst if kaart.chassisnummer else ""
    if kaart.kenteken is None:
        blad.alinea(auto, vet=True)
        blad.alinea(vin, rol="text_2")
        return
    onder = blad.draw(_PLATE, partial(_draw_plate, kaart.kenteken))
    x = LINKS + plate_width(kaart.kenteken, _PLATE) + 14
    blad.beside(x, onder + _PLATE, [(auto, True), (vin, False)])
    blad.space(6)


def _draw_plate(kenteken: Any, canvas: Any, x: float, y: float) -> None:
    draw_plate(canvas, x, y, _PLATE, kenteken)


def _readings(km: Verloop) -> list[tuple[str, str]]:
    laatste = km.laatste
    stand = f"{km_text(laatste.km)} km ({datum_tekst(laatste.datum)})" if laatste else ""
    per_jaar = _("ongeveer {km} km").format(km=km_text(km.per_jaar)) if km.per_jaar else ""
    return _filled([(_("Laatste stand"), stand), (_("Per jaar"), per_jaar)])


def _filled(velden: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(label, waarde) for label, waarde in velden if waarde]


def _label(veld: str, land: str) -> str:
    if veld == "vervaldatum_apk":
        return _("Vervaldatum {keuring}").format(keuring=woord(land, "keuring"))
    return woord_veld(veld)


def _text(veld: str, waarde: Any) -> str:
    """A value as a person reads it; empty for what is not filled in and for what goes without saying."""
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, bool):
        # That a car is in use, and has no gas tank, goes without saying.
        return "" if waarde == (veld == "actief") else _("Ja") if waarde else _("Nee")
    if isinstance(waarde, date):
        return datum_tekst(waarde)
    if isinstance(waarde, int):
        return met_eenheid(veld, waarde)
    if isinstance(waarde, Bedrag):
        return f"\N{EURO SIGN} {waarde}"
    return ", ".join(waarde) if isinstance(waarde, tuple) else str(waarde)
