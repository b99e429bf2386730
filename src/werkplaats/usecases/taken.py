"""The tasks of a day that there are: what each does, and how it says what it did."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from werkplaats.domain.dagtaak import Verslag
from werkplaats.errors import OpslagFout
from werkplaats.usecases.aandacht import read_aandacht
from werkplaats.usecases.dagtaken import LEASE_STAPPEN, Taak, goes_on
from werkplaats.usecases.pon_ochtend import request_due, say_due

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk
    from werkplaats.usecases.carpass import CarPass
    from werkplaats.usecases.historieken import Historieken
    from werkplaats.usecases.pon_mail import PonMail
    from werkplaats.usecases.postbus import Postbus

    Door = Callable[[int, int], bool]

PRULLENBAK = timedelta(days=90)
"""How long what somebody deleted can be put back."""

BERICHTEN = timedelta(days=365)
"""How long the words of a message that arrived are kept; that it was sent stays."""

LOGBOEK = timedelta(days=7 * 365)
"""How long the logboek says what stood in a field: as long as the tax office may ask for the books."""

MOST = 10_000


def pon_taak(store: Store) -> Taak:
    """Requests the plates whose rule fell due, in the shops that chose so."""

    def run(wie: Wie, datum: date, proef: bool, door: Door = goes_on) -> Verslag:
        return say_due(store, wie, datum) if proef else request_due(store, wie, datum, door)

    return Taak("pon", run, lease=LEASE_STAPPEN)


def mail_taak(ponmail: PonMail) -> Taak:
    """Puts the daily mail about requests for plates ready; the postbus sends it."""

    def run(wie: Wie, datum: date, proef: bool, _door: Door = goes_on) -> Verslag:
        return ponmail.put(wie, datum, proef=proef)

    return Taak("mail", run, lease=LEASE_STAPPEN, na="pon")


def postbus_taak(postbus: Postbus) -> Taak:
    """Sends what waits."""

    def run(wie: Wie, _datum: date, proef: bool, _door: Door = goes_on) -> Verslag:
        if proef:
            return Verslag("TAAK_POSTBUS_PROEF", postbus.stand(wie).wacht)
        return Verslag("TAAK_POSTBUS", postbus.send_due(wie))

    return Taak("postbus", run, eenmaal=True)


def carpass_taak(meldingen: CarPass, *ook: Historieken) -> Taak:
    """Asks after the reports and the histories that are at Car-Pass, and for its kinds of work where they are old."""
    bij_carpass: tuple[CarPass | Historieken, ...] = (meldingen, *ook)

    def run(wie: Wie, _datum: date, proef: bool, _door: Door = goes_on) -> Verslag:
        if proef:
            return Verslag("TAAK_CARPASS_PROEF", sum(een.to_ask(wie) for een in bij_carpass))
        meldingen.renew(wie)
        return Verslag("TAAK_CARPASS", sum(een.poll(wie) for een in bij_carpass))

    return Taak("carpass", run, eenmaal=True)


def herinneringen_taak(store: Store) -> Taak:
    """Counts what is due, so that the log of each day says what there was to do."""

    def run(wie: Wie, datum: date, _proef: bool, _door: Door = goes_on) -> Verslag:
        with store.read() as lezing:
            punten = read_aandacht(lezing, wie, datum, MOST)
        return Verslag("TAAK_HERINNERINGEN", len(punten))

    return Taak("herinneringen", run)


def backup_taak(store: Store, map_: Path, bewaard: int, make: Callable[[Path], None]) -> Taak:
    """Makes the backup of the day beside the earlier ones, and takes away those beyond the number that is kept.

    Folder and number are those of the first shop's settings; where it says nothing, ``map_`` and ``bewaard``.
    """
    standaard = (map_, bewaard)

    def run(wie: Wie, datum: date, proef: bool, _door: Door = goes_on) -> Verslag:
        map_, bewaard = _of_shop(store, *standaard)
        bestand = map_ / f"werkplaats-{datum.isoformat()}.zip"
        teveel = sorted({*map_.glob("werkplaats-????-??-??.zip"), bestand})[:-bewaard]
        if proef:
            return Verslag("TAAK_BACKUP_PROEF", len(teveel), {"bestand": str(bestand)})
        make(bestand)
        store.run(wie, _note_backup)
        # Only what a new whole backup replaces is taken away.
        for oud in teveel:
            _unlink(oud)
        return Verslag("TAAK_BACKUP", len(teveel), {"bestand": str(bestand)})

    return Taak("backup", run, eenmaal=True)


def bewaren_taak(store: Store) -> Taak:
    """Takes away what need not be kept any longer."""

    def run(wie: Wie, _datum: date, proef: bool, _door: Door = goes_on) -> Verslag:
        nu = store.klok.nu()
        with store.read() as lezing:
            aantallen = lezing.bewaren.count(nu, PRULLENBAK, BERICHTEN, LOGBOEK)
        totaal = sum(aantallen.values())
        if proef or not totaal:
            return Verslag("TAAK_BEWAREN_PROEF" if proef else "TAAK_BEWAREN", totaal, aantallen)
        store.run(wie, _take_away)
        # Only what no row names any more goes from the disk: so the rows go first, for good.
        weg = store.run(wie, lambda werk: werk.bijlagen.sweep())
        return Verslag("TAAK_BEWAREN", totaal, {**aantallen, "bestanden": weg})

    return Taak("bewaren", run, eenmaal=True)


def _unlink(bestand: Path) -> None:
    try:
        bestand.unlink(missing_ok=True)
    except OSError as fout:
        raise OpslagFout("ALLEEN_LEZEN", plaats=str(bestand), reden=type(fout).__name__) from fout


def _of_shop(store: Store, map_: Path, bewaard: int) -> tuple[Path, int]:
    with store.read() as lezing:
        eerste = lezing.instellingen.shops()[:1]
    for shop in eerste:
        inst = shop.instellingen
        return Path(inst.backup_map) if inst.backup_map else map_, inst.backup_aantal or bewaard
    return map_, bewaard


def _note_backup(werk: Werk) -> None:
    werk.eigenschappen.note_backup(werk.nu)
    werk.log("database", 0, "backup")


def _take_away(werk: Werk) -> None:
    werk.bewaren.take_away(werk.nu, PRULLENBAK, BERICHTEN, LOGBOEK)
    werk.log("database", 0, "bewaren")
