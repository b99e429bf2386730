"""The correction form of Car-Pass: a reading that was reported wrongly, what it must be, and why; to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.documents.blad import Blad
from werkplaats.documents.taal import in_language
from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.domain.afdruk import CorrectieAfdruk

_ROOM_TO_SIGN = 56.0


def draw_correctieformulier(afdruk: CorrectieAfdruk) -> bytes:
    """The PDF of a correction form; place and signature are filled in by hand where they are not known."""
    return in_language(afdruk.taal, _draw, afdruk)


def _draw(afdruk: CorrectieAfdruk) -> bytes:
    shop = afdruk.hoofd.shop
    blad = Blad(_("Correctieformulier Car-Pass"), afdruk.hoofd, afdruk.kenteken)
    blad.kop(_("Bedrijf"))
    blad.velden(
        [
            (_("Naam"), shop.naam),
            # Car-Pass knows a garage by the numbers with which it reports.
            (_("BTW-nummer"), shop.carpass_btw or shop.btw_nummer),
            (_("Vestigingsnummer"), shop.carpass_organisatie or shop.vestigingsnummer),
            (_("Contactpersoon"), afdruk.contact),
        ]
    )
    blad.kop(_("Voertuig"))
    blad.velden([(_("Chassisnummer"), afdruk.vin), (_("Nummerplaat"), afdruk.kenteken), (_("Merk"), afdruk.merk)])
    blad.kop(_("Kilometerstand"))
    blad.velden(
        [
            (_("Gemelde stand"), f"{km_text(afdruk.gemeld)} km"),
            (_("Gemeld op"), datum_tekst(afdruk.gemeld_op)),
            (_("Juiste stand"), f"{km_text(afdruk.juist)} km"),
            (_("Juist op"), datum_tekst(afdruk.juist_op)),
        ]
    )
    if afdruk.kenmerk:
        blad.velden([(_("Kenmerk"), afdruk.kenmerk)], naast=1)
    blad.kop(_("Reden"))
    blad.alinea(afdruk.reden)
    if afdruk.bewijzen:
        blad.kop(_("Bewijsstukken"))
        for bewijs in afdruk.bewijzen:
            blad.alinea(f"- {bewijs}")
    # The name, the day and the room to sign stay together.
    blad.room(2 * _ROOM_TO_SIGN)
    blad.kop(_("Ondertekening"))
    blad.velden([(_("Plaats"), afdruk.plaats), (_("Datum"), datum_tekst(afdruk.hoofd.datum))])
    blad.velden([(_("Handtekening"), "")])
    return blad.pdf()
