"""Pechhulp: the menu of providers, a request at Bovemij that a person finishes in the browser, and our own register.

Nobody can ask Bovemij whether a pass exists: ``geopend`` is the most that we know until a person fills in the pass.
The logboek does not hold what was sent; the register keeps the customer as he was that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from werkplaats.domain.controle import check_pechhulp
from werkplaats.domain.moment import vandaag
from werkplaats.domain.pechhulp import Aanbieder, Beletsel, MenuItem, PechhulpInvoer, PechhulpVoorstel, Staat
from werkplaats.domain.pechhulp_link import fill_link, mop_params
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import RelatieKaart
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError
from werkplaats.usecases.wijzigingen import log_text, refuse_blocking

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.kenteken import Kenteken
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.pechhulp import PechhulpAanvraag, Soort
    from werkplaats.domain.rechten import Wie
    from werkplaats.services.mop import MopService
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Lezing, Werk

ONDERWERP = "pechhulp"


class Pechhulp:
    """Requests for roadside assistance, and the register of them."""

    def __init__(self, store: Store, mop: MopService, klok: Klok, open_url: Callable[[str], None]) -> None:
        self._store = store
        self._mop = mop
        self._klok = klok
        self._open_url = open_url

    def menu(self, wie: Wie, voertuig_id: int) -> tuple[MenuItem, ...]:
        """The providers that this shop shows, in the order of the menu, each with when he was last asked."""
        wie.vereis(Recht.PECHHULP)
        with self._store.read() as lezing:
            inst = _instellingen(lezing, wie)
            kenteken = lezing.voertuigen.get(voertuig_id).kaart.kenteken
            laatste = lezing.pechhulp.laatste_per_aanbieder(voertuig_id)
        return tuple(
            MenuItem(
                aanbieder,
                laatst.gemaakt_op if laatst else None,
                laatst.gemaakt_door if laatst else "",
                _beletsel(aanbieder, inst, kenteken),
            )
            for aanbieder in Aanbieder
            if aanbieder not in inst.pechhulp_verborgen
            for laatst in (laatste.get(aanbieder),)
        )

    def prepare(self, wie: Wie, voertuig_id: int) -> PechhulpVoorstel:
        """The request as the car and its owner fill it in, with the kinds of this shop and the requests made before."""
        wie.vereis(Recht.PECHHULP)
        with self._store.read() as lezing:
            kaart = lezing.voertuigen.get(voertuig_id).kaart
            eigenaar = lezing.relaties.get(kaart.hoofdeigenaar.id).kaart if kaart.hoofdeigenaar else RelatieKaart()
            soorten = _instellingen(lezing, wie).mop_soorten
            alle = lezing.pechhulp.van_voertuig(voertuig_id)
        eerder = tuple(rij for rij in alle if rij.aanbieder is Aanbieder.BOVEMIJ and rij.is_gedaan)
        return PechhulpVoorstel(_prefill(kaart.kenteken, eigenaar, soorten), soorten, eerder)

    def aanvragen(self, wie: Wie, voertuig_id: int, invoer: PechhulpInvoer) -> PechhulpAanvraag:
        """Writes the request down, then opens mijnOndernemersportaal with it.

        Raises Ongeldig. When the browser cannot be opened the request stands as ``mislukt`` and the error goes on.
        """
        wie.vereis(Recht.PECHHULP)
        refuse_blocking(check_pechhulp(invoer, vandaag(self._klok, wie.zone)))
        nieuw = _Nieuw(voertuig_id, Aanbieder.BOVEMIJ, _require_kenteken(invoer.kenteken), invoer)
        with self._store.read() as lezing:
            methode = _instellingen(lezing, wie).mop_methode
        return self._request(wie, nieuw, lambda ref: self._mop.open(mop_params(invoer, ref), methode))

    def open_link(self, wie: Wie, voertuig_id: int, aanbieder: Aanbieder) -> PechhulpAanvraag:
        """Opens the page of another provider with the kenteken filled in, and notes that it was opened.

        Raises WerkplaatsError PECHHULP_GEEN_LINK where the shop has no address for him.
        """
        wie.vereis(Recht.PECHHULP)
        with self._store.read() as lezing:
            link = dict(_instellingen(lezing, wie).pechhulp_links).get(aanbieder, "")
            kenteken = _require_kenteken(lezing.voertuigen.get(voertuig_id).kaart.kenteken)
        if not link:
            raise WerkplaatsError("PECHHULP_GEEN_LINK", aanbieder=aanbieder.value)
        nieuw = _Nieuw(voertuig_id, aanbieder, kenteken, None)
        return self._request(wie, nieuw, lambda _ref: self._open_url(fill_link(link, kenteken)))

    def eerder(self, wie: Wie, voertuig_id: int) -> tuple[PechhulpAanvraag, ...]:
        """All requests and opened pages of this car, the newest first."""
        wie.vereis(Recht.PECHHULP)
        with self._store.read() as lezing:
            return lezing.pechhulp.van_voertuig(voertuig_id)

    def confirm(self, wie: Wie, aanvraag_id: int, pasnummer: str, einddatum: date | None) -> PechhulpAanvraag:
        """Notes the pass that Bovemij gave: its number, its last day, or both; raises Ongeldig."""
        wie.vereis(Recht.PECHHULP)
        pasnummer = pasnummer.strip()
        with self._store.begin(wie) as werk:
            aanvraag = werk.pechhulp.get(aanvraag_id)
            refuse_blocking(_check_pas(aanvraag, pasnummer, einddatum, wie.zone))
            werk.pechhulp.bevestig(aanvraag_id, pasnummer, einddatum)
            return _logged(werk, aanvraag)

    def fail(self, wie: Wie, aanvraag_id: int) -> PechhulpAanvraag:
        """Notes that no pass came of it; raises WerkplaatsError PECHHULP_AL_BEVESTIGD when there is one."""
        wie.vereis(Recht.PECHHULP)
        with self._store.begin(wie) as werk:
            aanvraag = werk.pechhulp.get(aanvraag_id)
            if aanvraag.staat is Staat.BEVESTIGD:
                raise WerkplaatsError("PECHHULP_AL_BEVESTIGD", pasnummer=aanvraag.pasnummer)
            return _set_staat(werk, aanvraag_id, Staat.MISLUKT)

    def _request(self, wie: Wie, nieuw: _Nieuw, open_page: Callable[[str], None]) -> PechhulpAanvraag:
        """Commits the request before the page is opened, so that it is known whatever the browser does."""
        ref = str(uuid4())
        aanvraag_id = self._store.run(wie, lambda werk: _add(werk, nieuw, ref))
        try:
            open_page(ref)
        except Exception:
            self._set(wie, aanvraag_id, Staat.MISLUKT)
            raise
        return self._set(wie, aanvraag_id, Staat.GEOPEND)

    def _set(self, wie: Wie, aanvraag_id: int, staat: Staat) -> PechhulpAanvraag:
        return self._store.run(wie, lambda werk: _set_staat(werk, aanvraag_id, staat))


@dataclass(frozen=True, slots=True)
class _Nieuw:
    """A request that is about to be written down."""

    voertuig_id: int
    aanbieder: Aanbieder
    kenteken: Kenteken
    invoer: PechhulpInvoer | None


def _add(werk: Werk, nieuw: _Nieuw, ref: str) -> int:
    aanvraag_id = werk.pechhulp.add(nieuw.voertuig_id, nieuw.aanbieder, nieuw.kenteken, ref=ref, invoer=nieuw.invoer)
    soort = {"soort": ("", nieuw.invoer.soort)} if nieuw.invoer else {}
    werk.log(ONDERWERP, aanvraag_id, "toegevoegd", {"aanbieder": ("", nieuw.aanbieder.value), **soort})
    return aanvraag_id


def _set_staat(werk: Werk, aanvraag_id: int, staat: Staat) -> PechhulpAanvraag:
    aanvraag = werk.pechhulp.get(aanvraag_id)
    werk.pechhulp.set_staat(aanvraag_id, staat)
    return _logged(werk, aanvraag)


def _instellingen(lezing: Lezing, wie: Wie) -> ShopInstellingen:
    return lezing.instellingen.get(wie.shop_id).instellingen


def _beletsel(aanbieder: Aanbieder, inst: ShopInstellingen, kenteken: Kenteken | None) -> Beletsel | None:
    if aanbieder is Aanbieder.BOVEMIJ:
        # Its own form opens first, where a kenteken can be typed.
        return None
    if not dict(inst.pechhulp_links).get(aanbieder):
        return Beletsel.GEEN_LINK
    return None if kenteken else Beletsel.GEEN_KENTEKEN


def _require_kenteken(kenteken: Kenteken | None) -> Kenteken:
    if kenteken is None:
        raise Ongeldig([Bevinding("kenteken", "KENTEKEN_LEEG")])
    return kenteken


def _prefill(kenteken: Kenteken | None, eigenaar: RelatieKaart, soorten: tuple[Soort, ...]) -> PechhulpInvoer:
    return PechhulpInvoer(
        kenteken=kenteken,
        soort=soorten[0].code if soorten else "",
        vergelijkbaar_vervoer=False,
        europa_extra=False,
        aanhanger=False,
        eigen_autobedrijf=False,
        aanhef=eigenaar.aanhef,
        voorletters=eigenaar.voorletters,
        tussenvoegsel=eigenaar.tussenvoegsel,
        naam=eigenaar.naam,
        geboortedatum=eigenaar.geboortedatum,
        straat=eigenaar.straat,
        huisnr=eigenaar.huisnr,
        toevoeging=eigenaar.toevoeging,
        postcode=eigenaar.postcode,
        plaats=eigenaar.plaats,
        telefoon=eigenaar.telefoon,
        email=eigenaar.email,
    )


def _check_pas(aanvraag: PechhulpAanvraag, pasnummer: str, einddatum: date | None, zone: str) -> list[Bevinding]:
    if not pasnummer and einddatum is None:
        return [Bevinding("pasnummer", "PAS_LEEG")]
    if einddatum is not None and einddatum < aanvraag.gemaakt_op.lokaal(zone).date():
        return [Bevinding("einddatum", "PAS_EINDIGT_VOOR_AANVRAAG")]
    return []


def _logged(werk: Werk, voor: PechhulpAanvraag) -> PechhulpAanvraag:
    """Logs what changed of a request, and returns it as it stands now."""
    na = werk.pechhulp.get(voor.id)
    velden = ("staat", "pasnummer", "einddatum")
    waarden = {veld: (log_text(getattr(voor, veld)), log_text(getattr(na, veld))) for veld in velden}
    werk.log(ONDERWERP, voor.id, "gewijzigd", {veld: paar for veld, paar in waarden.items() if paar[0] != paar[1]})
    return na
