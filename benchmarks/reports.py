"""A Belgian shop with so many reports to Car-Pass and as many messages in the postbus, in a file of its own."""

from __future__ import annotations

import shutil
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from benchmarks.garage import garage, url_of
from werkplaats.domain.carpass import MeldingInvoer
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid
from werkplaats.domain.lijst import plat
from werkplaats.domain.melding import Issue, Melding, MeldingKop, Staat
from werkplaats.domain.moment import Moment, SysteemKlok
from werkplaats.domain.postbus import Staat as Poststaat
from werkplaats.store.meldinglijst import line_of
from werkplaats.store.openen import open_store
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.melding import MeldingIssueRij, MeldingLijstRij, MeldingRij
from werkplaats.store.rows.postbus import UitgaandPogingRij, UitgaandRij
from werkplaats.store.schema import SCHEMA
from werkplaats.usecases.gebruikers import Gebruikers

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

CARS = 500
SHOP = 1
_NU = datetime(2026, 11, 24, 6, tzinfo=UTC)
_AT_ONCE = 5000
_AUTOS = ("Volkswagen Golf", "Peugeot 208", "Renault Clio", "BMW 318d", "Škoda Fabia", "Volvo V60")
_STATEN = (*(Staat.AANVAARD,) * 40, *Staat)
_POSTSTATEN = (*(Poststaat.VERZONDEN,) * 40, *Poststaat)
_ISSUE = Issue("i1", "LOWER_MILEAGE", "", corrigeerbaar=True, bevestigbaar=True)


def reports(rows: int, cache: Path) -> Path:
    """The database with so many reports and messages, made when it is not there yet."""
    path = cache / f"reports-{SCHEMA}-{rows}.db"
    if not path.exists():
        half = path.with_suffix(".half")
        shutil.copy(garage(CARS, cache), half)
        _make(half, rows)
        half.rename(path)
    return path


def _make(path: Path, rows: int) -> None:
    store = open_store(url_of(path), SysteemKlok())
    try:
        wie = Gebruikers(store).console()
        with store.begin(wie) as werk:
            shop = werk.instellingen.get(SHOP)
            werk.instellingen.write(SHOP, replace(shop.instellingen, land="BE"))
        kans = Random(20261124)
        for begin in range(1, rows + 1, _AT_ONCE):
            nummers = range(begin, min(begin + _AT_ONCE, rows + 1))
            with store.begin(wie) as werk:
                _write_reports(werk.verbinding, [_report(kans, nummer) for nummer in nummers])
                _write_messages(werk.verbinding, kans, nummers)
    finally:
        store.close()


def _report(kans: Random, nummer: int) -> Melding:
    op = _moment(kans)
    staat, stand = kans.choice(_STATEN), kans.randrange(1000, 300_000)
    kop = MeldingKop(1 + nummer % CARS, _plate(nummer), kans.choice(_AUTOS), f"Dhr. B. Meting{nummer % 997}")
    invoer = MeldingInvoer(stand, op.utc.date(), f"WVWZZZ1KZ{nummer:08d}", omschrijving="Onderhoud")
    return Melding(
        *(nummer, 1, SHOP, None, kop, invoer, None, staat, op, False, stand - 900, op.utc.date() - timedelta(400)),
        *(None, "", f"guid-{nummer}", "", "", 0, False, op, "Meting", op, "Meting"),
        issues=(_ISSUE,) if staat in (Staat.ANOMALIE, Staat.CORRECTIEFORMULIER) else (),
        verstuurd_op=op,
    )


def _write_reports(verbinding: Connection, meldingen: list[Melding]) -> None:
    verbinding.execute(insert(tabel(MeldingRij)), [_row(melding) for melding in meldingen])
    verbinding.execute(insert(tabel(MeldingLijstRij)), [line_of(melding) for melding in meldingen])
    issues = [
        {"melding_id": melding.id, **asdict(issue), "gezien_op": melding.gemaakt_op, "opgelost_op": None}
        for melding in meldingen
        for issue in melding.issues
    ]
    if issues:
        verbinding.execute(insert(tabel(MeldingIssueRij)), issues)


def _row(melding: Melding) -> dict[str, Any]:
    kop, kenteken = melding.kop, melding.kop.kenteken
    gezet = {
        "voertuig_id": kop.voertuig_id,
        "kenteken_compact": kenteken.compact if kenteken else None,
        "kenteken_land": kenteken.land if kenteken else None,
        "kenteken_weergave": kenteken.weergave if kenteken else None,
        "auto": kop.auto,
        "eigenaar": kop.eigenaar,
        "eerste_toelating": None,
        **dict.fromkeys(("monteur_stand", "monteur_wie", "monteur_op", "volgende_vraag")),
    }
    rij = {kolom.name for kolom in tabel(MeldingRij).columns}
    eigen = {veld: getattr(melding.invoer, veld) for veld in MeldingInvoer.__dataclass_fields__}
    over = {veld: getattr(melding, veld) for veld in Melding.__dataclass_fields__ if veld in rij}
    return {**eigen, **over, **gezet, "eenheid": Eenheid.KM}


def _write_messages(verbinding: Connection, kans: Random, nummers: range) -> None:
    berichten = [_message(kans, nummer) for nummer in nummers]
    verbinding.execute(insert(tabel(UitgaandRij)), berichten)
    pogingen = [
        {"uitgaand_id": bericht["id"], "token": f"t{bericht['id']}", "begonnen_op": bericht["gemaakt_op"]}
        for bericht in berichten
        if bericht["pogingen"]
    ]
    verbinding.execute(insert(tabel(UitgaandPogingRij)), pogingen)


def _message(kans: Random, nummer: int) -> dict[str, Any]:
    staat = kans.choice(_POSTSTATEN)
    kop = f"Melding {_plate(nummer).weergave}"
    mislukt = staat in (Poststaat.MISLUKT, Poststaat.ONZEKER)
    return {
        "id": nummer,
        "shop_id": SHOP,
        "soort": "carpass",
        "inhoud": "{}",
        "sleutel": f"meting-{nummer}",
        "onderwerp": "melding",
        "onderwerp_id": nummer,
        "kop": kop,
        "tekst": plat(f"{kop} carpass"),
        "staat": staat.value,
        "pogingen": 0 if staat is Poststaat.INGETROKKEN else 1,
        "gemaakt_op": _moment(kans),
        # In a year that never comes: nothing of it is sent while it is measured.
        "niet_voor": Moment(datetime(2999, 1, 1, tzinfo=UTC)),
        "volgende_poging": None,
        "lease_tot": Moment(datetime(2999, 1, 1, tzinfo=UTC)),
        "reden": '{"code": "DIENST_ONBEREIKBAAR", "params": {"partij": "carpass"}}' if mislukt else None,
    }


def _plate(nummer: int) -> Kenteken:
    letters = "".join(chr(65 + nummer // 26**plek % 26) for plek in (2, 1, 0))
    return Kenteken.parse(f"1-{letters}-{nummer % 1000:03d}", "BE")


def _moment(kans: Random) -> Moment:
    return Moment(_NU - timedelta(seconds=kans.randrange(4 * 365 * 86_400)))
