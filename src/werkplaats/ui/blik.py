"""A car or a relatie at a glance as the pane beside the list says it: values, made from what the use cases answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.pechhulp import Staat
from werkplaats.i18n import _, ngettext, woord
from werkplaats.ui.resultaat import RELATIE, VOERTUIG, Mark, apk_mark, days_from
from werkplaats.ui.seinen import warning_marks
from werkplaats.zinnen.termen import woord_aanhef

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.kmverloop import Verloop
    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.domain.rdw import RdwGegevens
    from werkplaats.domain.rechten import Wie
    from werkplaats.domain.relatie import Relatie
    from werkplaats.domain.treffers import RelatieBlik, VoertuigBlik, VoertuigTreffer
    from werkplaats.domain.voertuig import VoertuigKaart

Fact = tuple[str, str]

_MOST_CARS = 5


@dataclass(frozen=True, slots=True)
class Glance:
    """What the pane shows: head, chips, groups of facts, what to mind, and of a relatie the cars."""

    soort: str
    id: int
    title: str
    sentence: str = ""
    kenteken: Kenteken | None = None
    vin: str = ""
    taxi: bool = False
    icon: str = ""
    marks: tuple[Mark, ...] = ()
    groups: tuple[tuple[Fact, ...], ...] = ()
    km: Verloop | None = None
    notes: tuple[str, ...] = ()
    cars: tuple[VoertuigTreffer, ...] = ()
    more_cars: str = ""


def voertuig_glance(blik: VoertuigBlik, vandaag: date, wie: Wie) -> Glance:
    """A car: what it is, what the register says, whose it is, and what ends when."""
    kaart = blik.voertuig.kaart
    rdw = blik.rdw.gegevens if blik.rdw else None
    title = " ".join(part for part in (kaart.merk, kaart.model) if part) or _("Merk nog niet bekend")
    about = (kaart.type, str(kaart.bouwjaar or ""), kaart.brandstof, (rdw.kleur if rdw else "").lower())
    eigenaar = blik.eigenaar
    return Glance(
        VOERTUIG,
        blik.voertuig.id,
        title,
        " · ".join(part for part in about if part),
        kenteken=kaart.kenteken,
        vin=kaart.chassisnummer.tekst if kaart.chassisnummer else "",
        taxi=bool(rdw and rdw.taxi),
        marks=(*_card_marks(kaart, vandaag, wie), *(_register_marks(rdw, vandaag) if rdw else ())),
        groups=_filled(_owner_facts(eigenaar), _car_facts(kaart, blik.pechhulp, vandaag, wie)),
        km=blik.km if blik.km is not None and blik.km.laatste is not None else None,
        notes=_notes(eigenaar.kaart.let_op if eigenaar else ""),
    )


def relatie_glance(blik: RelatieBlik) -> Glance:
    """A person or a company: how to reach it, and its cars."""
    kaart = blik.relatie.kaart
    count = len(blik.voertuigen)
    more = count - _MOST_CARS
    return Glance(
        RELATIE,
        blik.relatie.id,
        weergave(kaart) or _("Naam nog niet bekend"),
        kaart.contactpersoon if kaart.is_bedrijf else woord_aanhef(kaart.aanhef.value),
        icon="bedrijf" if kaart.is_bedrijf else "persoon",
        groups=_filled(
            (
                (_("Adres"), adresregel(kaart)),
                (_("Telefoon"), kaart.telefoon),
                (_("Tweede telefoon"), kaart.telefoon_2),
                (_("E-mail"), kaart.email),
            ),
            (
                (_("Geboortedatum"), datum_tekst(kaart.geboortedatum)),
                (_("Btw-nummer"), kaart.btw_nummer),
                (woord(kaart.land, "bedrijfsnummer").capitalize(), kaart.kvk_nummer),
            ),
        ),
        notes=_notes(kaart.let_op),
        cars=blik.voertuigen[:_MOST_CARS],
        more_cars=ngettext("en nog {aantal} voertuig", "en nog {aantal} voertuigen", more).format(aantal=more)
        if more > 0
        else "",
    )


def _card_marks(kaart: VoertuigKaart, vandaag: date, wie: Wie) -> tuple[Mark, ...]:
    gone = () if kaart.actief else (Mark(_("Niet actief"), "idle", "prohibit", fill=False),)
    apk = apk_mark(kaart.vervaldatum_apk, vandaag, wie.land)
    return (*gone, *((apk,) if apk is not None and apk.fill else ()))


def _register_marks(rdw: RdwGegevens, vandaag: date) -> tuple[Mark, ...]:
    """What the register warns of stands out; what is in order is quiet."""
    # A taxi is seen by its blue plate.
    marks = [mark for mark in warning_marks(rdw, vandaag) if mark.fill]
    if rdw.verzekerd:
        marks.append(Mark(_("Verzekerd"), "ok", "verzekerd", fill=False))
    if not rdw.terugroepacties:
        marks.append(Mark(_("Geen terugroepactie"), "ok", "akkoord", fill=False))
    return tuple(marks)


def _owner_facts(eigenaar: Relatie | None) -> tuple[Fact, ...]:
    if eigenaar is None:
        return ()
    kaart = eigenaar.kaart
    return (
        (_("Eigenaar"), weergave(kaart)),
        (_("Telefoon"), kaart.telefoon),
        (_("Adres"), adresregel(kaart)),
        (_("E-mail"), kaart.email),
    )


def _car_facts(kaart: VoertuigKaart, pechhulp: PechhulpAanvraag | None, vandaag: date, wie: Wie) -> tuple[Fact, ...]:
    apk = kaart.vervaldatum_apk
    until = f"{datum_tekst(apk)}  ({days_from(vandaag, apk)})" if apk else ""
    return (
        (_("Vervaldatum {keuring}").format(keuring=woord(wie.land, "keuring")), until),
        (_("Laatste bezoek"), datum_tekst(kaart.datum_laatste_bezoek)),
        (_("Pechhulp"), _pechhulp(pechhulp, wie.zone) if pechhulp else ""),
    )


def _pechhulp(aanvraag: PechhulpAanvraag, zone: str) -> str:
    if aanvraag.staat is Staat.BEVESTIGD and aanvraag.einddatum is not None:
        return _("pas tot {datum}").format(datum=datum_tekst(aanvraag.einddatum))
    words = {
        Staat.CONCEPT: _("klaargezet {datum}"),
        Staat.GEOPEND: _("aangevraagd {datum}"),
        Staat.BEVESTIGD: _("pas ontvangen {datum}"),
        Staat.MISLUKT: _("niet gelukt {datum}"),
    }
    return words[aanvraag.staat].format(datum=datum_tekst(aanvraag.gemaakt_op.lokaal(zone).date()))


def _filled(*groups: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], ...]:
    """Leaves out facts that nobody knows, and groups without any."""
    known = (tuple(fact for fact in group if fact[1]) for group in groups)
    return tuple(group for group in known if group)


def _notes(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
