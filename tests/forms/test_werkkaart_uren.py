"""F3 of a werkkaart: the hours of the mechanics' clocks, and what they left for the counter."""

from __future__ import annotations

from datetime import timedelta

from tests.usecases.garage import moment
from werkplaats.domain.moment import Moment
from werkplaats.domain.monteurwerk import Antwoord, Deel, Monteur, Punt, Puntsoort, Tijdvak, Werkverslag
from werkplaats.domain.werkkaart_regel import Regel, Regelsoort
from werkplaats.forms.werkkaart.uren import billed, estimated, told

NU = moment(2026, 11, 24)
DENNIS, ALI = Monteur(3, "Dennis Kuipers"), Monteur(4, "Ali Demir")
UREN = Regel("u", Regelsoort.UREN, omschrijving="Gewerkte uren", eenheid="u")


def _ago(hours: float) -> Moment:
    return Moment(NU.utc - timedelta(hours=hours))


def test_the_hours_of_all_stand_on_one_line() -> None:
    verslag = Werkverslag((Tijdvak(1, 1, DENNIS, _ago(2.7), NU), Tijdvak(2, 1, ALI, _ago(0.5))), (), ())

    plek, regel = billed((), UREN, verslag, NU)

    assert (plek, regel.aantal) == (None, 3200)


def test_asked_for_again_the_same_line_is_brought_up_to_date() -> None:
    _plek, eerst = billed((), UREN, Werkverslag((Tijdvak(1, 1, DENNIS, _ago(2), NU),), (), ()), NU)
    regels = (Regel("a", omschrijving="Olie"), eerst)

    opnieuw = billed(regels, UREN, Werkverslag((Tijdvak(1, 1, DENNIS, _ago(2), NU),), (), ()), NU)
    later = billed(regels, UREN, Werkverslag((Tijdvak(1, 1, DENNIS, _ago(3), NU),), (), ()), NU)

    assert opnieuw == (1, eerst)
    assert (later[0], later[1].aantal, later[1].sleutel) == (1, 3000, eerst.sleutel)


def test_without_a_clock_the_line_waits_for_who_types() -> None:
    plek, regel = billed((), UREN, Werkverslag((), (), ()), NU)

    assert (plek, regel.aantal) == (None, UREN.aantal)
    assert told(Werkverslag((), (), ()), NU) == ("", "")


def test_what_was_estimated_does_not_count_the_line_of_the_clocks() -> None:
    _plek, klok = billed((), UREN, Werkverslag((Tijdvak(1, 1, DENNIS, _ago(2), NU),), (), ()), NU)

    assert estimated((UREN, Regel("b", omschrijving="Olie"), klok)) == UREN.aantal


def test_who_worked_what_he_said_and_what_is_not_in_order_is_told() -> None:
    tijden = (Tijdvak(1, 1, DENNIS, _ago(2.7), NU), Tijdvak(2, 1, ALI, _ago(0.5)))
    verslag = Werkverslag(
        tijden,
        (Deel(DENNIS, "Lekt olie", NU),),
        (Punt(Puntsoort.CHECKLIST, "Remmen", "Remmen", Antwoord.NIET_OK, "Schijven dun"),),
    )

    assert told(verslag, NU) == (
        "Gewerkt: Dennis Kuipers 02:42 (klaar), Ali Demir 00:30 (werkt nog)",
        "Dennis Kuipers: Lekt olie · Niet ok: Remmen - Schijven dun",
    )
