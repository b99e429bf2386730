"""What the task *bewaren* does to files: what nobody needs is gone from the disk, what somebody needs never is."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import Garage, moment
from tests.usecases.test_dagtaken import DAG
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.schade import SchadeKaart
from werkplaats.errors import OpslagFout
from werkplaats.usecases.taken import bewaren_taak
from werkplaats.zinnen.dagtaken import zin_taak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.dagtaak import Verslag
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.store.opslag import Store

PDF, ANDER = b"%PDF-1.7 een brief", b"%PDF-1.7 een andere brief"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Iterator[Garage]:
    klok.moment = moment(2026, 11, 24)
    garage = Garage(store, klok)
    yield garage
    garage.bestanden.close()


def add(garage: Garage, auto: int, naam: str, inhoud: bytes) -> int:
    return garage.bijlagen.add(garage.balie, "voertuig", auto, naam, inhoud, Bijlagesoort.DOCUMENT).id


def run(garage: Garage, dagen: int, *, proef: bool = False) -> Verslag:
    with garage.later(days=dagen):
        return bewaren_taak(garage.store).run(garage.beheerder, DAG, proef)


def kept(garage: Garage) -> int:
    """How many contents lie on the disk, or in the table."""
    with garage.store.read() as lezing:
        return len(lezing.bijlagen._inhoud().kept())


def test_the_content_of_a_file_goes_with_it_after_its_time(garage: Garage) -> None:
    auto = garage.new_car().id
    weg, blijft = add(garage, auto, "weg.pdf", PDF), add(garage, auto, "blijft.pdf", ANDER)
    garage.bijlagen.remove(garage.balie, weg)

    assert run(garage, 89).params["bestanden"] == 0
    proef = run(garage, 91, proef=True)
    assert (proef.params["prullenbak"], proef.params["bestanden"]) == (1, 1)
    assert "1 bestanden" in zin_taak(proef.code, proef.aantal, proef.params)
    assert kept(garage) == 2, "a trial takes nothing away"

    gedaan = run(garage, 91)
    assert (gedaan.params["prullenbak"], gedaan.params["bestanden"]) == (1, 1)
    assert kept(garage) == 1
    assert garage.bijlagen.inhoud(garage.balie, blijft) == ANDER
    assert run(garage, 92).params["bestanden"] == 0


def test_content_that_another_file_has_too_stays(garage: Garage) -> None:
    auto = garage.new_car().id
    weg, blijft = add(garage, auto, "weg.pdf", PDF), add(garage, auto, "nog eens.pdf", PDF)
    garage.bijlagen.remove(garage.balie, weg)

    assert run(garage, 91).params["bestanden"] == 0
    assert garage.bijlagen.inhoud(garage.balie, blijft) == PDF


def test_content_of_a_file_in_the_bin_can_still_be_put_back(garage: Garage) -> None:
    auto = garage.new_car().id
    nummer = add(garage, auto, "weg.pdf", PDF)
    garage.bijlagen.remove(garage.balie, nummer)
    run(garage, 30)

    garage.bijlagen.put_back(garage.balie, nummer)
    assert garage.bijlagen.inhoud(garage.balie, nummer) == PDF


def test_the_photos_of_a_damage_go_when_the_damage_goes(garage: Garage) -> None:
    auto = garage.new_car().id
    schade = garage.schades.save(garage.balie, auto, None, SchadeKaart(), SchadeKaart(omschrijving="Deuk"))
    foto = garage.bijlagen.add(garage.balie, "schade", schade.id, "deuk.png", PNG, Bijlagesoort.FOTO)
    garage.schades.delete(garage.balie, schade.id)

    assert run(garage, 89).params["bestanden"] == 0
    assert garage.bijlagen.inhoud(garage.balie, foto.id) == PNG
    assert run(garage, 91, proef=True).params["bestanden"] == 1
    assert run(garage, 91).params["bestanden"] == 1
    assert kept(garage) == 0


def test_what_somebody_adds_meanwhile_is_not_swept_away(garage: Garage) -> None:
    """Whoever adds the same content first, keeps the sweeper waiting until a row names it."""
    auto = garage.new_car().id
    garage.bijlagen.remove(garage.balie, add(garage, auto, "weg.pdf", PDF))
    with garage.later(days=91), garage.store.begin(garage.beheerder) as werk:
        werk.verbinding.exec_driver_sql("DELETE FROM bijlage")
    veger = threading.Thread(
        target=lambda: garage.store.run(garage.beheerder, lambda werk: werk.bijlagen.sweep()), daemon=True
    )
    with garage.store.begin(garage.balie) as werk:
        nummer = werk.bijlagen.add("voertuig", auto, "weer.pdf", "application/pdf", BytesIO(PDF))
        veger.start()
        veger.join(0.2)
        assert veger.is_alive()
    veger.join(20)
    assert not veger.is_alive()
    assert garage.bijlagen.inhoud(garage.balie, nummer) == PDF


def test_a_file_that_was_swept_is_said_to_be_missing_not_empty(garage: Garage) -> None:
    auto = garage.new_car().id
    nummer = add(garage, auto, "brief.pdf", PDF)
    with garage.store.begin(garage.beheerder) as werk:
        werk.bijlagen._inhoud().remove(werk.bijlagen._inhoud().kept())
    with pytest.raises(OpslagFout, match="OPSLAG_STUK"):
        garage.bijlagen.inhoud(garage.balie, nummer)


def test_an_older_line_of_the_log_can_still_be_read() -> None:
    params = {"prullenbak": 1, "berichten": 2, "logboek": 3}
    assert "0 bestanden" in zin_taak("TAAK_BEWAREN", 6, params)
