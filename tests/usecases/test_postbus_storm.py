"""Many messages, crashes at every step, two senders: each arrives exactly once or stands as onzeker for a person.

``WERKPLAATS_BERICHTEN=10000 pytest tests/usecases/test_postbus_storm.py`` does it for as many as the promise says.
"""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.usecases.ontvanger import Gedood, Ontvanger, let_pass, put
from werkplaats.domain.postbus import Staat, Uitkomst
from werkplaats.store.openen import open_store
from werkplaats.usecases.postbus import Postbus
from werkplaats.usecases.verzenders import BasisVerzender

if TYPE_CHECKING:
    from pathlib import Path

    from tests.usecases.garage import Garage
    from werkplaats.domain.instellingen import Shop
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.postbus import Bericht
    from werkplaats.domain.rechten import Wie

BERICHTEN = int(os.environ.get("WERKPLAATS_BERICHTEN", "120"))
PER_ONDERWERP = 3
KEREN = 12
"""How often a process is killed for real."""


class Noodlot:
    """Decides at each step whether the sender dies there, and what becomes of the message."""

    def __init__(self, toeval: random.Random) -> None:
        self.toeval = toeval
        self.woedt = True

    def strike(self, kans: float) -> None:
        """Perhaps the process is gone here."""
        if self.woedt and self.toeval.random() < kans:
            raise Gedood

    def send(self, ontvanger: Ontvanger, bericht: Bericht) -> Uitkomst:
        """One attempt: dead before it, after it, in doubt with and without arrival, busy, refused, or well."""
        self.strike(0.08)
        lot = self.toeval.random() if self.woedt else 1.0
        if lot < 0.08:
            return Uitkomst.opnieuw("PARTIJ_TE_DRUK", timedelta(seconds=5))
        if lot < 0.12:
            return Uitkomst.mislukt("PARTIJ_GEWEIGERD")
        if lot < 0.16:
            return Uitkomst.onzeker("PARTIJ_TIJD_OM")
        if lot < 0.24:
            ontvanger.take(bericht)
            return Uitkomst.onzeker("PARTIJ_TIJD_OM")
        ontvanger.take(bericht)
        self.strike(0.08)
        return Uitkomst.verzonden("aangekomen")


class Grillig(Ontvanger):
    """A receiver at the mercy of fate."""

    def __init__(self, noodlot: Noodlot, *, kent_sleutels: bool) -> None:
        super().__init__(kent_sleutels=kent_sleutels)
        self.noodlot = noodlot
        self.bij_vertellen = lambda _bericht: noodlot.strike(0.05)

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """What fate makes of it."""
        return self.noodlot.send(self, bericht)


@pytest.mark.parametrize("kent_sleutels", [True, False], ids=["a receiver with keys", "a receiver without"])
@pytest.mark.timeout(3600 if BERICHTEN > 1000 else 120)
def test_each_message_arrives_once_or_a_person_decides(garage: Garage, kent_sleutels: bool) -> None:
    noodlot = Noodlot(random.Random(f"{BERICHTEN}{kent_sleutels}"))
    ontvanger = Grillig(noodlot, kent_sleutels=kent_sleutels)
    namen = [f"{nummer:05}" for nummer in range(BERICHTEN)]
    for nummer in range(0, BERICHTEN, PER_ONDERWERP):
        put(garage.store, garage.balie, *namen[nummer : nummer + PER_ONDERWERP], onderwerp=nummer)
    vensters = [Postbus(garage.store, garage.kluis, (ontvanger,)) for _venster in range(2)]

    rondes = 0
    while _open(garage):
        rondes += 1
        noodlot.woedt = rondes < 10 * BERICHTEN
        venster = noodlot.toeval.choice(vensters)
        with suppress(Gedood):
            venster.send_due(replace(garage.balie, werkplek=f"balie-{vensters.index(venster)}"))
        let_pass(garage.store, garage.balie, garage.klok, minutes=noodlot.toeval.choice((1, 3, 70)))

    staten = {regel.id: regel.staat for regel in garage.postbus.list(garage.balie, limiet=BERICHTEN)}
    keren = Counter(ontvanger.aangekomen)
    assert len(staten) == BERICHTEN, "a message is gone"
    assert max(keren.values()) == 1, "a message was sent twice"
    for nummer, staat in staten.items():
        kwam = keren[namen[nummer - 1]]
        if staat is Staat.VERZONDEN:
            assert kwam == 1, "it says that it was sent, and it was not"
        else:
            assert staat in (Staat.MISLUKT, Staat.ONZEKER, Staat.WACHT), staat
        if staat is Staat.MISLUKT and not kent_sleutels:
            assert kwam == 0, "it says that it failed, and it arrived"
        if staat is Staat.WACHT:
            assert not kent_sleutels, "only what stands behind one in doubt may still wait"
    if kent_sleutels:
        assert Staat.ONZEKER not in staten.values()
    for nummer in range(0, BERICHTEN, PER_ONDERWERP):
        groep = [naam for naam in ontvanger.aangekomen if naam in namen[nummer : nummer + PER_ONDERWERP]]
        assert groep == sorted(groep), "the messages of one subject went out of order"


def _open(garage: Garage) -> bool:
    """Whether anything is still to be sent: what waits behind one in doubt is not."""
    regels = garage.postbus.list(garage.balie, (Staat.WACHT, Staat.BEZIG, Staat.ONZEKER), BERICHTEN)
    twijfel: dict[int, int] = {}
    for regel in regels:
        if regel.staat is Staat.ONZEKER:
            twijfel[regel.onderwerp_id] = min(regel.id, twijfel.get(regel.onderwerp_id, regel.id))
    return any(
        regel.staat is not Staat.ONZEKER and regel.id < twijfel.get(regel.onderwerp_id, regel.id + 1)
        for regel in regels
    )


class Bestand(BasisVerzender):
    """A receiver in a file, which outlives the process that sends; it says in a pipe how far it is."""

    soort = "proef"

    def __init__(self, bestand: Path, pijp: int) -> None:
        self._bestand = bestand
        self._pijp = pijp

    def send(self, bericht: Bericht, shop: Shop | None, geheim: str | None) -> Uitkomst:
        """Writes the key of the message at the end of the file."""
        with self._bestand.open("a") as einde:
            einde.write(f"{bericht.sleutel}\n")
        os.write(self._pijp, b".")
        return Uitkomst.verzonden()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills child processes as Unix does")
def test_a_sender_that_is_killed_for_real_sends_nothing_twice(
    garage: Garage, database_url: str, klok: VasteKlok, tmp_path: Path
) -> None:
    bestand = tmp_path / "aangekomen.txt"
    bestand.touch()
    namen = [f"{nummer:03}" for nummer in range(60)]
    for nummer, naam in enumerate(namen):
        put(garage.store, garage.balie, naam, onderwerp=nummer)
    toeval = random.Random(20261124)
    for _keer in range(KEREN):
        lezen, schrijven = os.pipe()
        kind = os.fork()
        if not kind:
            _send_and_end(partial(_child, database_url, klok, garage.balie, bestand, schrijven))
        os.close(schrijven)
        with os.fdopen(lezen, "rb", buffering=0) as pijp:
            for _bericht in range(toeval.randrange(1, 4)):
                pijp.read(1)
            os.kill(kind, signal.SIGKILL)
            os.waitpid(kind, 0)
        let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    lezen, schrijven = os.pipe()
    Postbus(garage.store, garage.kluis, (Bestand(bestand, schrijven),)).send_due(garage.balie)

    keren = Counter(bestand.read_text().split())
    staten = Counter(regel.staat for regel in garage.postbus.list(garage.balie))
    assert max(keren.values()) == 1
    assert set(staten) <= {Staat.VERZONDEN, Staat.ONZEKER}
    assert staten[Staat.ONZEKER] <= KEREN
    assert len(namen) - len(keren) <= staten[Staat.ONZEKER], "a message is lost"
    os.close(lezen)
    os.close(schrijven)


def _send_and_end(call: partial[None]) -> None:
    # Whatever happens, the child ends here: it may not return into the test run of its parent.
    try:
        call()
    finally:
        os._exit(0)


def _child(url: str, klok: VasteKlok, wie: Wie, bestand: Path, pijp: int) -> None:
    store = open_store(url, klok)
    # Without a kind that needs a secret, the vault is never opened.
    Postbus(store, None, (Bestand(bestand, pijp),)).send_due(wie)  # type: ignore[arg-type]  # as the comment says
