"""How a warranty stands on a day and at a reading, and what cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from werkplaats.domain.garantie import GarantieKaart, Garantiesoort, Garantiestaat, check_garantie, staat_van

VANDAAG = date(2026, 11, 24)
LOPEND, BIJNA, VERLOPEN, TOEKOMST = Garantiestaat


@pytest.mark.parametrize(
    ("kaart", "km", "staat"),
    [
        (GarantieKaart(), None, LOPEND),
        (GarantieKaart(tot=date(2026, 11, 23)), None, VERLOPEN),
        (GarantieKaart(tot=VANDAAG), None, BIJNA),
        (GarantieKaart(tot=date(2027, 1, 22)), None, BIJNA),
        (GarantieKaart(tot=date(2027, 1, 23)), None, LOPEND),
        (GarantieKaart(van=date(2026, 11, 25), tot=date(2028, 1, 1)), None, TOEKOMST),
        (GarantieKaart(van=VANDAAG, tot=date(2028, 1, 1)), None, LOPEND),
        (GarantieKaart(tot_km=100_000), None, LOPEND),
        (GarantieKaart(tot_km=100_000), 98_000, LOPEND),
        (GarantieKaart(tot_km=100_000), 98_001, BIJNA),
        (GarantieKaart(tot_km=100_000), 100_000, BIJNA),
        (GarantieKaart(tot_km=100_000), 100_001, VERLOPEN),
        (GarantieKaart(tot=date(2030, 1, 1), tot_km=100_000), 100_001, VERLOPEN),
    ],
)
def test_what_comes_first_ends_it(kaart: GarantieKaart, km: int | None, staat: Garantiestaat) -> None:
    assert staat_van(kaart, VANDAAG, km) is staat


@pytest.mark.parametrize(
    ("kaart", "codes"),
    [
        (GarantieKaart(tot=VANDAAG), []),
        (GarantieKaart(), ["GARANTIE_ZONDER_EINDE"]),
        (GarantieKaart(van=VANDAAG, tot=date(2026, 11, 23)), ["GARANTIE_TOT_VOOR_VAN"]),
        (GarantieKaart(Garantiesoort.EIGEN, tot=VANDAAG), ["GARANTIE_ZONDER_TEKST"]),
        (GarantieKaart(tot_km=9_999_999), ["GETAL_ONWAARSCHIJNLIJK"]),
        (GarantieKaart(tot_km=-1), ["GETAL_ONMOGELIJK"]),
        (GarantieKaart(tot=VANDAAG, opmerking="k" * 501), ["TEKST_TE_LANG"]),
    ],
)
def test_what_cannot_be_is_told(kaart: GarantieKaart, codes: list[str]) -> None:
    assert [bevinding.code for bevinding in check_garantie(kaart)] == codes
