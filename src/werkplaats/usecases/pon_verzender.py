"""Sends the requests for plates that wait in the postbus, and moves each along with what came of it."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from werkplaats.domain.instellingen import PON_TOKEN
from werkplaats.domain.ponaanvraag import (
    BIJ_PON,
    SOORT,
    AanvraagInhoud,
    Aanvraagstaat,
    PonAntwoord,
)
from werkplaats.domain.postbus import Gevolg, Uitkomst
from werkplaats.errors import PartijFout, Refused
from werkplaats.store import jsonwaarde
from werkplaats.usecases.pon_schrijven import record_answer, refuse, set_again, take_back, tell_move
from werkplaats.usecases.verzenders import BasisVerzender

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.ponaanvraag import PonAanvraag
    from werkplaats.domain.postbus import Bericht
    from werkplaats.services.pon import PonService
    from werkplaats.store.transactie import Werk

_DICHT = 1800.0
"""Seconds for which a token that PON refused is not offered again, unless another one is set."""

_ZEKER_NIET = frozenset({"PARTIJ_ONBEREIKBAAR", "PARTIJ_CERTIFICAAT", "PARTIJ_TE_DRUK", "PON_NIET_BESCHIKBAAR"})
"""After these PON surely did not take the request."""


class PonVerzender(BasisVerzender):
    """One request per message. A receiver without keys may never be asked twice unseen: in doubt a person decides."""

    soort = SOORT
    geheim = PON_TOKEN

    def __init__(self, service: PonService) -> None:
        self._service = service
        self._geweigerd: dict[int, tuple[str, float]] = {}

    @property
    def kent_sleutels(self) -> bool:  # type: ignore[override]  # the profile of the service says so, not the class
        """Whether PON takes the same request under the same key once."""
        return self._service.kent_sleutels

    def ready(self, shop: Shop | None, geheim: str | None) -> bool:
        """Whether the shop has a token that PON did not refuse just now: the rest of a batch waits untouched."""
        if shop is None or not geheim:
            return False
        token, tot = self._geweigerd.get(shop.id, ("", 0.0))
        return token != geheim or time.monotonic() >= tot

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Sends; what goes wrong in the world is an Uitkomst."""
        if shop is None or not geheim:
            return Uitkomst.opnieuw("PON_NIET_INGESTELD")
        inhoud: AanvraagInhoud = jsonwaarde.load(AanvraagInhoud, json.dumps(dict(bericht.inhoud)))
        try:
            antwoord = self._service.request(geheim, bericht.sleutel, inhoud)
        except PartijFout as fout:
            if fout.code == "PON_GEEN_TOEGANG":
                self._geweigerd[shop.id] = (geheim, time.monotonic() + _DICHT)
                return Uitkomst.opnieuw(fout.code, **fout.params)
            return _outcome(fout)
        return Uitkomst.verzonden(jsonwaarde.dump(antwoord))

    def record(self, werk: Werk, bericht: Bericht, uitkomst: Uitkomst) -> None:
        """Moves the request along, in the transaction in which its message gets its new state."""
        aanvraag = werk.ponaanvragen.lock(bericht.onderwerp_id)
        if uitkomst.gevolg is Gevolg.VERZONDEN:
            _arrived(werk, aanvraag, uitkomst.antwoord)
        elif uitkomst.gevolg is Gevolg.OPNIEUW:
            _again(werk, aanvraag, uitkomst)
        elif aanvraag.staat is not Aanvraagstaat.WACHT:
            return
        elif uitkomst.gevolg is Gevolg.MISLUKT:
            refuse(werk, aanvraag, Aanvraagstaat.MISLUKT, reason_of(uitkomst))
        elif uitkomst.gevolg is Gevolg.INGETROKKEN:
            take_back(werk, aanvraag)
        else:
            werk.ponaanvragen.write(aanvraag.id, staat=Aanvraagstaat.ONZEKER, reden=uitkomst.reden, niet_voor=None)
            tell_move(werk, aanvraag, Aanvraagstaat.ONZEKER)


def reason_of(uitkomst: Uitkomst) -> str:
    """The code of the sentence; PON's own words where our sentence would only repeat them."""
    eigen = str(uitkomst.params.get("tekst") or "")
    return eigen if uitkomst.reden in ("PON_GEWEIGERD", "PON_VALIDATIE") and eigen else uitkomst.reden


def _outcome(fout: PartijFout) -> Uitkomst:
    if isinstance(fout, Refused):
        return Uitkomst.mislukt(fout.code, **fout.params)
    if fout.code in _ZEKER_NIET:
        wacht = fout.params.get("wacht")
        return Uitkomst.opnieuw(fout.code, None if wacht is None else timedelta(seconds=wacht), **fout.params)
    return Uitkomst.onzeker(fout.code, **fout.params)


def _arrived(werk: Werk, aanvraag: PonAanvraag, antwoord: str) -> None:
    if aanvraag.staat in BIJ_PON:
        return
    if aanvraag.staat in (Aanvraagstaat.MISLUKT, Aanvraagstaat.INGETROKKEN):
        # An answer that came after everybody had given it up: PON has it, and that is the truth.
        if werk.ponaanvragen.has_open(aanvraag.order_id):
            return
        set_again(werk, aanvraag)
    werk.ponaanvragen.write(aanvraag.id, staat=Aanvraagstaat.INGEDIEND, reden="", niet_voor=None)
    tell_move(werk, aanvraag, Aanvraagstaat.INGEDIEND)
    if antwoord:
        gelezen: PonAntwoord = jsonwaarde.load(PonAntwoord, antwoord)
        record_answer(werk, werk.ponaanvragen.get(aanvraag.id), gelezen)
    else:
        # A person says that PON has it; without a number of PON nobody can ask how it stands.
        werk.ponaanvragen.write(aanvraag.id, reden="PON_ZONDER_NUMMER")


def _again(werk: Werk, aanvraag: PonAanvraag, uitkomst: Uitkomst) -> None:
    if aanvraag.staat is Aanvraagstaat.MISLUKT:
        set_again(werk, aanvraag)
    if aanvraag.staat in (Aanvraagstaat.MISLUKT, Aanvraagstaat.ONZEKER):
        werk.ponaanvragen.write(aanvraag.id, staat=Aanvraagstaat.WACHT, reden="")
    elif aanvraag.staat is Aanvraagstaat.WACHT and aanvraag.reden != uitkomst.reden:
        werk.ponaanvragen.write(aanvraag.id, reden=uitkomst.reden)
