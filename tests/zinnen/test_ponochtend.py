"""What is said of an order in the morning: each outcome in a whole sentence, with its rule and its day."""

from __future__ import annotations

import pytest

from werkplaats.zinnen.ponochtend import regel_ochtend


@pytest.mark.parametrize(
    ("wat", "regel", "redenen", "deel"),
    [
        ("aanvragen", "R1", [], "wordt aangevraagd: 14 dagen na de losdatum"),
        ("kan", "R4", [], "kan worden aangevraagd: 14 dagen na de k-code datum"),
        ("onvolledig", "R2", ["PON_DEALERNUMMER_ONTBREEKT"], "(R2), maar kan niet verstuurd worden. Deze vestiging"),
        ("goedkeuring", "R3", [], "wacht op goedkeuring: aan de beurt sinds 03-12-2026 (R3)."),
        ("gemist", "R4", [], "is ingepland nadat R4 al gold: 14 dagen na de k-code datum"),
        (
            "beslissen",
            None,
            ["TE_LAAT_INGEPLAND"],
            "later dan 14 dagen na de losdatum ingepland. Beslis uiterlijk 03-12",
        ),
    ],
)
def test_each_outcome_is_a_sentence_about_its_order(wat: str, regel: str | None, redenen: list[str], deel: str) -> None:
    gezegd = regel_ochtend(
        {
            "order": "2026-000017",
            "auto": "Audi A3",
            "chassisnummer": "WAUZZZGY8TA000104",
            "wat": wat,
            "regel": regel,
            "datum": "2026-12-03",
            "redenen": redenen,
        }
    )
    assert gezegd.startswith("2026-000017 Audi A3 WAUZZZGY8TA000104: ")
    assert deel in gezegd
    assert "  " not in gezegd
    assert "{" not in gezegd
