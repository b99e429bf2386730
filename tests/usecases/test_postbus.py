"""The postbus: each message arrives exactly once, or a person decides about it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.usecases.ontvanger import Gedood, Ontvanger, let_pass, put
from werkplaats.domain.instellingen import RDW_APP_TOKEN
from werkplaats.domain.moment import Moment
from werkplaats.domain.postbus import Besluit, Staat, Stand, Uitkomst
from werkplaats.errors import WerkplaatsError
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.usecases.postbus import Postbus

if TYPE_CHECKING:
    from tests.usecases.garage import Garage
    from werkplaats.domain.postbus import Bericht, BerichtRegel


@pytest.fixture
def ontvanger() -> Ontvanger:
    """A receiver that does not know keys, and takes everything until it is told otherwise."""
    return Ontvanger()


@pytest.fixture
def postbus(garage: Garage, ontvanger: Ontvanger) -> Postbus:
    """The postbus of a window that can send to the receiver."""
    return Postbus(garage.store, garage.kluis, (ontvanger,))


def _line(postbus: Postbus, garage: Garage) -> BerichtRegel:
    (regel,) = postbus.list(garage.balie)
    return regel


def _dies(_bericht: Bericht) -> Uitkomst:
    raise Gedood


def _kill_while_sending(postbus: Postbus, garage: Garage, ontvanger: Ontvanger) -> None:
    ontvanger.gedrag = _dies
    with pytest.raises(Gedood):
        postbus.send_due(garage.balie)


def test_an_empty_postbus_has_nothing_to_say(garage: Garage, postbus: Postbus) -> None:
    assert postbus.stand(garage.balie) == Stand()
    assert postbus.send_due(garage.balie) == 0


def test_it_counts_what_waits(garage: Garage, postbus: Postbus) -> None:
    put(garage.store, garage.balie, "a", "b")

    assert postbus.stand(garage.balie) == Stand(wacht=2)


def test_what_waits_is_sent_in_order_and_its_subject_is_told(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a", "b", "c")

    assert postbus.send_due(garage.balie) == 3

    assert ontvanger.aangekomen == ["a", "b", "c"]
    assert ontvanger.verteld == [("a", "verzonden"), ("b", "verzonden"), ("c", "verzonden")]
    assert {regel.staat for regel in postbus.list(garage.balie)} == {Staat.VERZONDEN}


def test_an_attempt_says_who_sent_what_and_what_was_answered(garage: Garage, postbus: Postbus) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")
    postbus.send_due(replace(garage.balie, werkplek="balie-2"))

    (poging,) = postbus.attempts(garage.balie, nummer)

    assert (poging.wie, poging.werkplek, poging.gevolg) == ("Bram", "balie-2", "verzonden")
    assert (poging.antwoord, poging.inhoud) == ("ontvangen", '{"tekst":"a"}')
    assert poging.duur_ms is not None
    assert poging.klaar_op is not None


def test_what_has_no_sender_here_is_left_to_another_process(garage: Garage) -> None:
    put(garage.store, garage.balie, "a")

    assert garage.postbus.send_due(garage.balie) == 0
    assert garage.postbus.stand(garage.balie) == Stand(wacht=1)


def test_a_busy_receiver_is_left_alone_as_long_as_it_asks(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a")
    ontvanger.gedrag = lambda _bericht: Uitkomst.opnieuw("PARTIJ_TE_DRUK", timedelta(minutes=20))
    postbus.send_due(garage.balie)

    let_pass(garage.store, garage.balie, garage.klok, minutes=19)
    assert postbus.send_due(garage.balie) == 0
    let_pass(garage.store, garage.balie, garage.klok, minutes=2)
    assert postbus.send_due(garage.balie) == 1
    assert _line(postbus, garage).reden == "PARTIJ_TE_DRUK"


def test_a_receiver_that_is_away_is_asked_once_a_round_and_less_and_less(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a")
    ontvanger.gedrag = lambda _bericht: Uitkomst.opnieuw("PARTIJ_ONBEREIKBAAR", partij="de ontvanger")

    assert postbus.send_due(garage.balie) == 1
    let_pass(garage.store, garage.balie, garage.klok, seconds=31)
    assert postbus.send_due(garage.balie) == 1
    let_pass(garage.store, garage.balie, garage.klok, seconds=31)

    assert postbus.send_due(garage.balie) == 0


def test_a_refused_message_fails_and_the_next_of_its_subject_goes(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a", "b")
    ontvanger.gedrag = lambda bericht: (
        Uitkomst.mislukt("PARTIJ_GEWEIGERD", status=422) if bericht.sleutel == "a" else Uitkomst.verzonden()
    )

    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == ["b"]
    assert postbus.stand(garage.balie) == Stand(mislukt=1)


def test_a_message_in_doubt_waits_for_a_person_and_holds_the_later_ones_of_its_subject(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a", "b")
    put(garage.store, garage.balie, "c", onderwerp=2)
    ontvanger.gedrag = lambda bericht: (
        Uitkomst.onzeker("PARTIJ_TIJD_OM") if bericht.sleutel == "a" else Uitkomst.verzonden()
    )

    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == ["c"]
    assert postbus.stand(garage.balie) == Stand(wacht=1, onzeker=1)


@pytest.mark.parametrize(
    ("besluit", "daarna"), [(Besluit.AANGEKOMEN, ["b"]), (Besluit.OPNIEUW, ["a", "b"])], ids=["arrived", "again"]
)
def test_a_person_decides_about_a_message_in_doubt(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger, besluit: Besluit, daarna: list[str]
) -> None:
    nummer, _later = put(garage.store, garage.balie, "a", "b")
    _kill_while_sending(postbus, garage, ontvanger)
    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    ontvanger.gedrag = lambda _bericht: Uitkomst.verzonden()
    postbus.send_due(garage.balie)
    assert ontvanger.aangekomen == []

    postbus.decide(garage.balie, nummer, besluit)
    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == daarna
    assert {regel.staat for regel in postbus.list(garage.balie)} == {Staat.VERZONDEN}


def test_nobody_decides_twice(garage: Garage, postbus: Postbus) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")

    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_ONZEKER"):
        postbus.decide(garage.balie, nummer, Besluit.AANGEKOMEN)


def test_a_killed_sender_leaves_a_message_that_a_receiver_with_keys_gets_again(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    ontvanger.kent_sleutels = True
    put(garage.store, garage.balie, "a")
    _kill_while_sending(postbus, garage, ontvanger)
    ontvanger.gedrag = lambda _bericht: Uitkomst.verzonden()
    assert postbus.send_due(garage.balie) == 0, "the lease still holds"

    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    postbus.send_due(garage.balie)
    let_pass(garage.store, garage.balie, garage.klok, minutes=1)
    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == ["a"]
    assert [poging.gevolg for poging in postbus.attempts(garage.balie, 1)] == ["verzonden", "verlopen"]


def test_a_sender_that_wakes_from_sleep_still_tells_what_became_of_its_message(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")
    ander = Postbus(garage.store, garage.kluis, (ontvanger,))

    def sleep(_bericht: Bericht) -> Uitkomst:
        let_pass(garage.store, garage.balie, garage.klok, hours=8)
        ander.send_due(garage.balie)
        assert _line(postbus, garage).staat is Staat.ONZEKER
        return Uitkomst.verzonden("te laat")

    ontvanger.gedrag = sleep
    postbus.send_due(garage.balie)

    assert _line(postbus, garage).staat is Staat.VERZONDEN
    assert ontvanger.aangekomen == ["a"]
    assert [poging.gevolg for poging in postbus.attempts(garage.balie, nummer)] == ["verzonden"]


def test_a_message_that_waits_can_be_taken_back(garage: Garage, postbus: Postbus, ontvanger: Ontvanger) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")

    postbus.withdraw(garage.balie, nummer)
    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == []
    assert ontvanger.verteld == [("a", "ingetrokken")]
    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_INTREKBAAR"):
        postbus.withdraw(garage.balie, nummer)


def test_what_may_have_arrived_is_not_taken_back(garage: Garage, postbus: Postbus, ontvanger: Ontvanger) -> None:
    ontvanger.kent_sleutels = True
    (nummer,) = put(garage.store, garage.balie, "a")
    _kill_while_sending(postbus, garage, ontvanger)
    let_pass(garage.store, garage.balie, garage.klok, minutes=3)
    postbus.send_due(garage.balie)

    with pytest.raises(WerkplaatsError, match="POSTBUS_MISSCHIEN_AAN"):
        postbus.withdraw(garage.balie, nummer)


def test_a_failed_message_goes_again_when_a_person_says_so(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    (nummer,) = put(garage.store, garage.balie, "a")
    ontvanger.gedrag = lambda _bericht: Uitkomst.mislukt("PARTIJ_GEWEIGERD")
    postbus.send_due(garage.balie)
    ontvanger.gedrag = lambda _bericht: Uitkomst.verzonden()

    postbus.retry(garage.balie, nummer)
    postbus.send_due(garage.balie)

    assert ontvanger.aangekomen == ["a"]
    with pytest.raises(WerkplaatsError, match="POSTBUS_NIET_OPNIEUW"):
        postbus.retry(garage.balie, nummer)


def test_a_fault_of_our_own_is_not_hidden_and_its_message_goes_to_a_person(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    ontvanger.kent_sleutels = True
    put(garage.store, garage.balie, "a")

    def stumble(_bericht: Bericht) -> Uitkomst:
        raise ZeroDivisionError

    ontvanger.gedrag = stumble
    with pytest.raises(ZeroDivisionError):
        postbus.send_due(garage.balie)

    assert _line(postbus, garage).staat is Staat.ONZEKER


def test_who_was_not_admitted_to_the_secret_leaves_the_message_to_others(garage: Garage, ontvanger: Ontvanger) -> None:
    ontvanger.geheim = RDW_APP_TOKEN
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefengeheim")
    put(garage.store, garage.balie, "a")
    with garage.store.read() as lezing:
        vreemd = Kluis(GeheugenSleutelbos(oefensleutels=False), lezing.geheimen.database_id())

    assert Postbus(garage.store, vreemd, (ontvanger,)).send_due(garage.balie) == 0
    assert Postbus(garage.store, garage.kluis, (ontvanger,)).send_due(garage.balie) == 1
    assert ontvanger.geheimen == ["oefengeheim"]
    assert "oefengeheim" not in str(garage.postbus.attempts(garage.balie, 1))


def test_a_message_that_stands_still_for_ten_minutes_asks_for_a_person(garage: Garage) -> None:
    put(garage.store, garage.balie, "a")

    let_pass(garage.store, garage.balie, garage.klok, minutes=9)
    assert garage.postbus.stand(garage.balie).aandacht == 0
    let_pass(garage.store, garage.balie, garage.klok, minutes=2)
    assert garage.postbus.stand(garage.balie).aandacht == 1


def test_maintenance_alarms_nobody_and_sends_nothing(garage: Garage, postbus: Postbus, ontvanger: Ontvanger) -> None:
    put(garage.store, garage.balie, "a")
    let_pass(garage.store, garage.balie, garage.klok, minutes=11)
    ontvanger.onderhoud_tot = Moment(garage.klok.moment.utc + timedelta(hours=1))

    assert postbus.send_due(garage.balie) == 0
    assert postbus.stand(garage.balie) == Stand(wacht=1)


def test_ten_minutes_after_maintenance_there_is_alarm_again(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    put(garage.store, garage.balie, "a")
    let_pass(garage.store, garage.balie, garage.klok, minutes=60)
    nu = garage.klok.moment.utc

    ontvanger.onderhoud_tot = Moment(nu - timedelta(minutes=5))
    assert postbus.stand(garage.balie).vast == 0
    ontvanger.onderhoud_tot = Moment(nu - timedelta(minutes=11))
    assert postbus.stand(garage.balie).vast == 1


def test_a_message_is_not_sent_before_its_time(garage: Garage, postbus: Postbus) -> None:
    with garage.store.begin(garage.balie) as werk:
        straks = Moment(werk.postbus.nu(werk.nu).utc + timedelta(seconds=10))
        werk.postbus.leg_klaar("proef", {}, "a", "voertuig", 1, niet_voor=straks)

    assert postbus.send_due(garage.balie) == 0
    let_pass(garage.store, garage.balie, garage.klok, seconds=11)
    assert postbus.send_due(garage.balie) == 1


def test_two_windows_at_the_same_time_send_each_message_once(garage: Garage, ontvanger: Ontvanger) -> None:
    for nummer in range(30):
        put(garage.store, garage.balie, f"{nummer}-a", f"{nummer}-b", onderwerp=nummer)
    vensters = [Postbus(garage.store, garage.kluis, (ontvanger,)) for _venster in range(3)]
    draden = [threading.Thread(target=venster.send_due, args=(garage.balie,)) for venster in vensters]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert sorted(ontvanger.aangekomen) == sorted(f"{nummer}-{deel}" for nummer in range(30) for deel in "ab")
    for nummer in range(30):
        assert ontvanger.aangekomen.index(f"{nummer}-a") < ontvanger.aangekomen.index(f"{nummer}-b")


def test_it_stops_when_it_is_told_to(garage: Garage, postbus: Postbus, ontvanger: Ontvanger) -> None:
    put(garage.store, garage.balie, "a", "b")

    def stop() -> bool:
        return bool(ontvanger.aangekomen)

    postbus.send_due(garage.balie, stopped=stop)

    assert ontvanger.aangekomen == ["a"]


def test_a_receiver_that_cannot_take_one_is_not_bothered_with_the_rest(
    garage: Garage, postbus: Postbus, ontvanger: Ontvanger
) -> None:
    for onderwerp, sleutel in enumerate("abcde"):
        put(garage.store, garage.balie, sleutel, onderwerp=onderwerp)
    ontvanger.gedrag = lambda _bericht: Uitkomst.opnieuw("PARTIJ_TE_DRUK")

    assert postbus.send_due(garage.balie) == 1
    assert [regel.pogingen for regel in reversed(postbus.list(garage.balie))] == [1, 0, 0, 0, 0]


def test_a_fault_of_our_own_leaves_the_other_kinds_going(garage: Garage) -> None:
    """The kind at fault is left aside until the program starts again, so that it puts no more into doubt."""

    def fails(_bericht: Bericht) -> Uitkomst:
        raise ZeroDivisionError

    kapot, heel = Ontvanger(soort="aardig", gedrag=fails), Ontvanger(soort="beter")
    postbus = Postbus(garage.store, garage.kluis, (kapot, heel))
    put(garage.store, garage.balie, "a1", onderwerp=1, soort="aardig")
    put(garage.store, garage.balie, "a2", onderwerp=2, soort="aardig")
    put(garage.store, garage.balie, "b1", onderwerp=3, soort="beter")

    with pytest.raises(ZeroDivisionError):
        postbus.send_due(garage.balie)
    assert heel.aangekomen == ["b1"]

    put(garage.store, garage.balie, "b2", onderwerp=4, soort="beter")
    assert postbus.send_due(garage.balie) == 1
    assert postbus.stand(garage.balie) == Stand(wacht=1, onzeker=1)
