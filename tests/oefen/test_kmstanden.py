"""The readings of the practice garage: they rise, but for the few cars that show what is odd."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from werkplaats.domain.kmstand import Punt
from werkplaats.domain.kmverloop import make_verloop
from werkplaats.oefen.kmstanden import make_kmstanden
from werkplaats.oefen.voertuigen import make_voertuigen

VANDAAG = date(2026, 11, 24)


def test_many_cars_have_readings_and_one_of_them_is_doubtful() -> None:
    standen: dict[str, list[Punt]] = defaultdict(list)
    for daad in make_kmstanden(make_voertuigen(VANDAAG), VANDAAG):
        assert daad.invoer.stand is not None
        assert daad.invoer.datum is not None
        assert daad.invoer.datum <= daad.dag <= VANDAAG
        standen[daad.over].append(Punt(daad.invoer.datum, daad.invoer.stand, daad.invoer.teller_gewijzigd))
    assert len(standen) > 100
    verlopen = {sleutel: make_verloop(punten) for sleutel, punten in standen.items()}
    twijfel = {sleutel for sleutel, verloop in verlopen.items() if any(verloop.twijfel)}
    assert twijfel == {"3DLM096"}
    assert any(punt.teller_gewijzigd for punt in standen["K217EX"])
    yaris = verlopen["GE731P"]
    assert yaris.laatste is not None
    assert (yaris.laatste.km, yaris.per_jaar) == (52_449, 13_900)
