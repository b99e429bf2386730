"""How an order is explained: what is decided about its plate, by which rule, and what else there is to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pon import Besluit, Reden
from werkplaats.i18n import _
from werkplaats.zinnen.pon import woord_regel, zin_gemist, zin_reden
from werkplaats.zinnen.ponstaat import zin_gebrek

if TYPE_CHECKING:
    from werkplaats.domain.pon import Oordeel
    from werkplaats.domain.pon_uitleg import Uitleg


def woord_oordeel(oordeel: Oordeel) -> str:
    """What is decided, as short as a chip: ``Wacht tot 01-12-2026``."""
    dag = datum_tekst(oordeel.datum)
    match oordeel.besluit:
        case Besluit.AANVRAGEN:
            return _("Nu aanvragen")
        case Besluit.WACHTEN:
            return _("Wacht tot {datum}").format(datum=dag) if dag else _("Wacht op losdatum")
        case Besluit.AANDACHT:
            return _("Aandacht, uiterlijk {datum}").format(datum=dag) if dag else _("Aandacht nodig")
        case Besluit.VOLDOET_NIET:
            return _("Aangevraagd") if oordeel.redenen == (Reden.AANVRAAG_LOOPT,) else _("Niet van toepassing")


def staat_oordeel(oordeel: Oordeel) -> str:
    """Under which of the states of a request the decision is shown."""
    if oordeel.besluit is Besluit.AANDACHT:
        return "aandacht"
    return "ingediend" if oordeel.redenen == (Reden.AANVRAAG_LOOPT,) else "wachten"


def woord_uitleg(uitleg: Uitleg) -> str:
    """The same of an order that is explained: it may lack nothing but its approval, or need nothing any more."""
    if Reden.KENTEKEN_BEKEND in uitleg.oordeel.redenen:
        return _("Heeft een kenteken")
    return _("Wacht op goedkeuring") if uitleg.waits_for_approval else woord_oordeel(uitleg.oordeel)


def staat_uitleg(uitleg: Uitleg) -> str:
    """Under which of the states of a request the explanation is shown."""
    if Reden.KENTEKEN_BEKEND in uitleg.oordeel.redenen:
        return "toegekend"
    return "aandacht" if uitleg.waits_for_approval else staat_oordeel(uitleg.oordeel)


def zinnen_uitleg(uitleg: Uitleg) -> tuple[str, ...]:
    """The whole explanation in sentences: what is decided, by which rule, and what else there is to know."""
    oordeel = uitleg.oordeel
    letterlijk = (_by_the_letter(oordeel),) if oordeel.letterlijk else ()
    gemist = (zin_gemist(oordeel.gemist),) if oordeel.gemist is not None else ()
    return (*_decision(uitleg), *_missing(uitleg), *gemist, *letterlijk)


def _decision(uitleg: Uitleg) -> tuple[str, ...]:
    oordeel = uitleg.oordeel
    dag = datum_tekst(oordeel.datum)
    match oordeel.besluit:
        case Besluit.AANVRAGEN if oordeel.regel is not None:
            zin = _("Het kenteken kan worden aangevraagd: {regel} ({code}), dat was op {datum}.")
            if uitleg.automatisch:
                zin = _("Het kenteken wordt aangevraagd bij de volgende dagtaken: {regel} ({code}), sinds {datum}.")
            return (zin.format(regel=woord_regel(oordeel.regel), code=oordeel.regel.value, datum=dag),)
        case Besluit.WACHTEN if oordeel.regel is not None:
            zin = _("Het kenteken kan vanaf {datum} worden aangevraagd: {regel} ({code}).")
            if uitleg.automatisch:
                zin = _("Het kenteken wordt aangevraagd op {datum}: {regel} ({code}).")
            return (zin.format(regel=woord_regel(oordeel.regel), code=oordeel.regel.value, datum=dag),)
        case Besluit.WACHTEN:
            return (_("De auto is er nog niet: zonder losdatum of NLV datum is er geen dag om aan te vragen."),)
        case Besluit.AANDACHT:
            redenen = " ".join(map(zin_reden, oordeel.redenen))
            besluit = _("Beslis uiterlijk op {datum} zelf.").format(datum=dag) if dag else _("Beslis zelf.")
            return (f"{redenen} {besluit}",)
        case _:
            return (_not_now(uitleg),)


def _missing(uitleg: Uitleg) -> tuple[str, ...]:
    """What is missing to send a request that is, or will be, due."""
    if uitleg.oordeel.regel is None or not uitleg.gebreken:
        return ()
    zin = _("Zo kan de aanvraag nog niet verstuurd worden. {gebreken}")
    return (zin.format(gebreken=" ".join(map(zin_gebrek, uitleg.gebreken))),)


def _not_now(uitleg: Uitleg) -> str:
    if uitleg.waits_for_approval and uitleg.automatisch:
        return _("Alleen de goedkeuring van de order ontbreekt: daarna wordt het kenteken vanzelf aangevraagd.")
    if uitleg.waits_for_approval:
        return _("Alleen de goedkeuring van de order ontbreekt: daarna kan het kenteken meteen worden aangevraagd.")
    if uitleg.oordeel.redenen == (Reden.AANVRAAG_LOOPT,):
        return _("Het kenteken is aangevraagd; het antwoord van PON komt vanzelf in deze order.")
    if Reden.KENTEKEN_BEKEND in uitleg.oordeel.redenen:
        return _("De auto heeft een kenteken: er hoeft niets te worden aangevraagd.")
    return _("Het kenteken wordt niet aangevraagd zolang niet aan alle voorwaarden is voldaan.")


def _by_the_letter(oordeel: Oordeel) -> str:
    codes = ", ".join(regel.value for regel in oordeel.letterlijk)
    return _("Naar de letter van PON ({regels}) zou nu al worden aangevraagd; wij nemen één besluit per auto.").format(
        regels=codes
    )
