"""Our register of roadside assistance: what counts as done, and when nobody need be reminded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.moment import Moment
from werkplaats.domain.pechhulp import NAMEN, Aanbieder, PechhulpAanvraag, Staat, has_successor

PAS = PechhulpAanvraag(
    id=1,
    voertuig_id=1,
    aanbieder=Aanbieder.BOVEMIJ,
    kenteken=Kenteken.parse("01-CA-RS"),
    staat=Staat.BEVESTIGD,
    gemaakt_op=Moment(datetime(2026, 1, 5, 9, tzinfo=UTC)),
    gemaakt_door="Marieke",
    ref="r",
    invoer=None,
    einddatum=date(2027, 1, 5),
)


@pytest.mark.parametrize(
    ("staat", "gedaan"),
    [(Staat.CONCEPT, False), (Staat.GEOPEND, True), (Staat.BEVESTIGD, True), (Staat.MISLUKT, False)],
)
def test_an_opened_page_counts_as_asked(staat: Staat, gedaan: bool) -> None:
    assert replace(PAS, staat=staat).is_gedaan is gedaan


def test_a_later_pass_of_the_same_provider_replaces_a_pass() -> None:
    later = replace(PAS, id=2, einddatum=date(2028, 1, 5))
    assert has_successor(PAS, [PAS, later])
    assert not has_successor(later, [PAS, later])
    assert not has_successor(PAS, [PAS, replace(later, aanbieder=Aanbieder.VHD)])
    assert not has_successor(PAS, [PAS, replace(later, einddatum=None)])
    assert not has_successor(replace(PAS, einddatum=None), [later])


def test_the_menu_has_seven_providers_in_its_own_order() -> None:
    assert [NAMEN[aanbieder] for aanbieder in Aanbieder] == [
        "Bosch Mobiliteitsgarantie",
        "AA-Team pechhulp",
        "Bovag pechhulp",
        "Pechhulp (via Bovemij)",
        "Vakgarage pechhulp",
        "VHD Pechhulp",
        "Pechonderwegservice.nl",
    ]
