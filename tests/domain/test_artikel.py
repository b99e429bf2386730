"""The shop's lists: what is proposed while one types, and the line that an article makes."""

from __future__ import annotations

import pytest

from werkplaats.domain.artikel import Artikel, Catalogus, Pakket, Standaardtekst, find, propose
from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.btw import BtwCode
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort

REM = Artikel("REM-BV-2014", "Remblokkenset voor Berlingo", Bedrag(6280))
OLIE = Artikel("OL-5W30", "Motorolie 5W-30", Bedrag(1395), "l")
UUR = Artikel("ARB", "Arbeid", Bedrag(8450), "u", uren=True, btw_code=BtwCode.LAAG)
BEURT = Pakket("PK-KB", "Kleine beurt")
GEBELD = Standaardtekst("GEB", "Klant gebeld, remmen akkoord.")
LIJST = Catalogus((REM, OLIE, UUR), (GEBELD,), (BEURT,), {BtwCode.HOOG: 2100, BtwCode.LAAG: 900})


@pytest.mark.parametrize(
    ("tekst", "voorgesteld"),
    [
        ("rem", (REM, GEBELD)),
        ("rembv", (REM,)),
        ("REM-BV-2014", (REM,)),
        ("motor", (OLIE,)),
        ("voor rem", (REM,)),
        ("pk", (BEURT,)),
        ("", ()),
        ("zz", ()),
        ("%", ()),
    ],
)
def test_the_beginning_of_a_code_or_of_words_is_enough(tekst: str, voorgesteld: tuple[object, ...]) -> None:
    assert propose(LIJST, tekst) == voorgesteld


def test_no_more_is_proposed_than_fits() -> None:
    veel = Catalogus(tuple(Artikel(f"A{nr}", "Bout") for nr in range(100)))
    assert len(propose(veel, "a")) == len(propose(veel, "bout")) == 8


def test_all_words_must_stand_somewhere() -> None:
    assert list(find(LIJST.artikelen, "berl rem")) == [REM]
    assert list(find(LIJST.artikelen, "")) == [REM, OLIE, UUR]


def test_an_article_makes_a_line_with_the_rate_of_the_day() -> None:
    assert LIJST.line(UUR, "x", 500) == Regel(
        "x", Regelsoort.UREN, "ARB", "Arbeid", 500, "u", Bedrag(8450), 0, BtwCode.LAAG, 900
    )
    assert LIJST.article("ol-5w30 ") == OLIE
    assert LIJST.article("OL") is None
    assert LIJST.rate(BtwCode.MIDDEN) == 0
