"""Files of a car: added by who may, checked by their content, taken away and put back, opened as a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.usecases.garage import Garage, moment
from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.errors import Botsing, GeenRecht, NietGevonden, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.domain.moment import VasteKlok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
PDF = b"%PDF-1.7 een brief"
FOTO, DOCUMENT = Bijlagesoort.FOTO, Bijlagesoort.DOCUMENT


@pytest.fixture
def garage(store: Store, klok: VasteKlok) -> Iterator[Garage]:
    klok.moment = moment(2026, 11, 24)
    garage = Garage(store, klok)
    yield garage
    garage.bestanden.close()


@pytest.fixture
def auto(garage: Garage) -> int:
    return garage.new_car().id


def _add(garage: Garage, auto: int, naam: str, inhoud: bytes | Path, wie: Wie | None = None) -> Bijlage:
    soort = DOCUMENT if naam.endswith(".pdf") else FOTO
    return garage.bijlagen.add(wie or garage.balie, "voertuig", auto, naam, inhoud, soort)


def test_a_file_from_a_path_comes_back_as_it_was(garage: Garage, auto: int, tmp_path: Path) -> None:
    pad = tmp_path / "brief.pdf"
    pad.write_bytes(PDF * 200_000)
    bijlage = _add(garage, auto, pad.name, pad)
    pad.unlink()
    assert (bijlage.naam, bijlage.soort, bijlage.grootte) == ("brief.pdf", "application/pdf", len(PDF) * 200_000)
    assert garage.bijlagen.van(garage.balie, "voertuig", auto) == (bijlage,)
    assert garage.bijlagen.inhoud(garage.balie, bijlage.id) == PDF * 200_000


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort", "code"),
    [
        ("voor.jpg", b"geen foto", FOTO, "BIJLAGE_GEEN_FOTO"),
        ("voor.jpg", PDF, DOCUMENT, "BIJLAGE_GEEN_FOTO"),
        ("voor.png", b"MZ\x90\0", DOCUMENT, "BIJLAGE_GEEN_FOTO"),
        ("leeg.png", b"", FOTO, "BIJLAGE_LEEG"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    garage: Garage, auto: int, naam: str, inhoud: bytes, soort: Bijlagesoort, code: str
) -> None:
    with pytest.raises(WerkplaatsError, match=code):
        garage.bijlagen.add(garage.balie, "voertuig", auto, naam, inhoud, soort)
    assert garage.bijlagen.van(garage.balie, "voertuig", auto) == ()


def test_a_photo_with_the_ending_of_another_file_gets_its_own(garage: Garage, auto: int) -> None:
    assert _add(garage, auto, "clipboard", PNG).naam == "clipboard.png"


def test_a_file_of_a_car_that_is_gone_is_refused(garage: Garage) -> None:
    with pytest.raises(NietGevonden):
        _add(garage, 99, "voor.png", PNG)


def test_a_mechanic_adds_photos_and_takes_only_his_own_away(garage: Garage, auto: int) -> None:
    monteur = garage.wie("Monteur", "Piet")
    mijn, hun = _add(garage, auto, "links.png", PNG, monteur), _add(garage, auto, "rechts.png", PNG)
    with pytest.raises(GeenRecht):
        _add(garage, auto, "brief.pdf", PDF, monteur)
    with pytest.raises(GeenRecht):
        garage.bijlagen.remove(monteur, hun.id)
    garage.bijlagen.remove(monteur, mijn.id)
    assert garage.bijlagen.van(monteur, "voertuig", auto) == (hun,)
    assert garage.bijlagen.put_back(monteur, mijn.id) == mijn


def test_a_file_in_the_bin_is_not_there_until_it_is_put_back(garage: Garage, auto: int) -> None:
    bijlage = _add(garage, auto, "voor.png", PNG)
    assert garage.bijlagen.remove(garage.balie, bijlage.id) == bijlage
    for act in (garage.bijlagen.inhoud, garage.bijlagen.open, garage.bijlagen.remove):
        with pytest.raises(NietGevonden):
            act(garage.balie, bijlage.id)
    garage.bijlagen.put_back(garage.balie, bijlage.id)
    assert garage.bijlagen.inhoud(garage.balie, bijlage.id) == PNG
    regels = garage.voertuigen.logboek(garage.balie, auto)
    assert [regel.handeling for regel in regels][:3] == ["hersteld", "verwijderd", "toegevoegd"]


def test_a_new_name_keeps_the_ending_and_meets_another_hand(garage: Garage, auto: int) -> None:
    bijlage = _add(garage, auto, "IMG_0001.png", PNG)
    assert garage.bijlagen.rename(garage.balie, bijlage.id, "IMG_0001.png", "Deur links").naam == "Deur links.png"
    with pytest.raises(Botsing):
        garage.bijlagen.rename(garage.balie, bijlage.id, "IMG_0001.png", "Bumper")
    assert garage.bijlagen.rename(garage.balie, bijlage.id, "IMG_0001.png", "Deur links").naam == "Deur links.png"


def test_the_same_name_again_changes_nothing_and_is_no_line_of_the_logboek(garage: Garage, auto: int) -> None:
    bijlage = _add(garage, auto, "deur.png", PNG)
    voor = len(garage.voertuigen.logboek(garage.balie, auto))
    assert garage.bijlagen.rename(garage.balie, bijlage.id, "deur.png", " deur ").naam == "deur.png"
    assert garage.bijlagen.rename(garage.balie, bijlage.id, "deur.png", "Deur").naam == "Deur.png"
    assert len(garage.voertuigen.logboek(garage.balie, auto)) == voor + 1


def test_a_copy_is_opened_and_what_may_start_a_program_is_not(garage: Garage, auto: int, tmp_path: Path) -> None:
    bijlage = _add(garage, auto, "brief.pdf", PDF)
    garage.bijlagen.open(garage.balie, bijlage.id)
    assert [(pad.name, pad.read_bytes()) for pad in garage.geopend] == [("brief.pdf", PDF)]
    gevaar = garage.bijlagen.add(garage.balie, "voertuig", auto, "start.bat", b"del *", DOCUMENT)
    with pytest.raises(WerkplaatsError, match="BIJLAGE_NIET_OPENEN"):
        garage.bijlagen.open(garage.balie, gevaar.id)
    garage.bijlagen.save_as(garage.balie, gevaar.id, tmp_path / "start.txt")
    assert (tmp_path / "start.txt").read_bytes() == b"del *"
    assert len(garage.geopend) == 1
