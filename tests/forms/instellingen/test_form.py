"""Instellingen: a Beheerder sets how each shop works; what is wrong is said at its page and field, nothing is lost."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QRadioButton

from tests.forms.handen import CTRL, buttons, choose, field, focus_name, line, notes, opened, press, words, write
from tests.ui.clipping import cut_texts
from tests.usecases.garage import GOLF
from werkplaats.domain.instellingen import RDW_APP_TOKEN, ShopInstellingen
from werkplaats.domain.pechhulp import Aanbieder, MopMethode, Soort
from werkplaats.domain.rdw import RdwGegevens
from werkplaats.domain.rechten import Recht
from werkplaats.errors import OpslagFout, Unreachable
from werkplaats.forms.botsing import BotsingForm
from werkplaats.forms.instellingen.form import InstellingenForm
from werkplaats.forms.instellingen.kant import Kant
from werkplaats.services.kluis import Kluis
from werkplaats.services.sleutelbos import GeheugenSleutelbos
from werkplaats.usecases.instellingen import Instellingen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.usecases.garage import Garage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.theme import Theme
    from werkplaats.ui.voorkeuren import Voorkeuren


@pytest.fixture
def open_settings(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> Callable[..., InstellingenForm]:
    """Opens the window for somebody, the Beheerder unless a group is named."""

    def open_(pagina: str = "", groep: str = "") -> InstellingenForm:
        wie = garage.wie(groep) if groep else garage.beheerder
        make_deuren(make_toegang(wie)).open_instellingen(pagina)
        form = opened(qtbot, InstellingenForm)
        form.resize(1040, 640)
        return form

    return open_


def kept(garage: Garage) -> ShopInstellingen:
    return garage.instellingen.load(garage.beheerder).instellingen


def add_shop(garage: Garage) -> None:
    with garage.store.begin(garage.beheerder) as werk:
        werk.instellingen.add_shop(ShopInstellingen("Garage Peeters", "BE", telefoon="014 55 04 17"))


def pages(form: InstellingenForm) -> Kant:
    return form.findChildren(Kant)[0]


def button(form: InstellingenForm, name: str) -> QAbstractButton:
    """The first button or box that a person sees and a screen reader calls so."""
    found = [part for part in form.findChildren(QAbstractButton) if name in (part.accessibleName(), part.text())]
    return next(part for part in found if part.isVisible())


def marks(form: InstellingenForm) -> dict[str, str]:
    return {name: pages(form).item(name).mark for name in pages(form).names if pages(form).item(name).mark}


# --- saving ----------------------------------------------------------------------------------------------------------


def test_the_shop_is_shown_and_what_is_typed_is_saved_by_keys(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings()
    assert focus_name() == "Naam van de vestiging"
    assert line(form, "Naam van de vestiging").text() == "Werkplaats"

    write(form, "Naam van de vestiging", "Garage Waalbrug")
    write(form, "Postcode", "6533gl")
    assert form.bar.state == "2 wijzigingen nog niet opgeslagen"
    press(form, Qt.Key.Key_S, CTRL)

    assert (kept(garage).naam, kept(garage).postcode) == ("Garage Waalbrug", "6533 GL")
    assert line(form, "Postcode").text() == "6533 GL"
    assert form.bar.state == "Opgeslagen om 10:00"
    assert form.isVisible()
    assert "Geldt voor Garage Waalbrug." in words(form)


def test_one_change_is_counted_as_one_and_taking_it_back_as_none(
    open_settings: Callable[..., InstellingenForm],
) -> None:
    form = open_settings()
    write(form, "Plaats", "Nijmegen")
    assert form.bar.state == "1 wijziging nog niet opgeslagen"
    assert "Annuleren" in buttons(form)

    write(form, "Plaats", "")
    assert form.bar.state == ""
    assert "Sluiten" in buttons(form)


def test_closing_with_unsaved_changes_asks_and_can_save(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings()
    write(form, "Plaats", "Nijmegen")
    press(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "Wijzigingen bewaren?" in words(form)

    buttons(form)["Opslaan"].click()
    assert kept(garage).plaats == "Nijmegen"
    assert not form.isVisible()


def test_all_of_the_first_page_comes_back_as_it_was_saved(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    inst = ShopInstellingen(
        naam="Garage Waalbrug",
        straat="Waalkade",
        huisnr="417",
        postcode="6511 XR",
        plaats="Nijmegen",
        telefoon="024 350 1234",
        email="balie@example.com",
        btw_nummer="NL000099998B57",
        kvk_nummer="00041700",
        vestigingsnummer="000000041700",
        rdw_nummer="000417",
        apk_herinnering_dagen=14,
        standaardgroep="Balie",
        pechhulp_verborgen=frozenset({Aanbieder.VHD}),
        # Not in the order of the menu: the order says nothing, and opening the window is no change.
        pechhulp_links=(
            (Aanbieder.BOVAG, "https://bovag.example/{kenteken}"),
            (Aanbieder.BOSCH, "https://bosch.example/{kenteken}"),
        ),
        mop_methode=MopMethode.POST_FORM,
    )
    garage.instellingen.save(garage.beheerder, kept(garage), inst)
    form = open_settings()
    assert not form.has_changes()
    write(form, "Plaats", "Lent")
    press(form, Qt.Key.Key_S, CTRL)
    assert kept(garage) == replace(inst, plaats="Lent")


# --- what is wrong ---------------------------------------------------------------------------------------------------


def test_what_is_wrong_is_said_at_its_field_and_marked_at_its_page(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings()
    write(form, "E-mailadres", "geen adres")
    assert marks(form) == {"algemeen": "error"}
    assert "Dit is geen e-mailadres. Het ziet eruit als a.smeets@example.nl." in notes(form)

    form.open_page("pechhulp")
    write(form, "Webadres van VHD Pechhulp", "vhd")
    assert marks(form) == {"algemeen": "error", "pechhulp": "error"}
    assert any(note.startswith("VHD Pechhulp: dit is geen webadres.") for note in notes(form))

    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text.startswith("Nog niet opgeslagen: 2 velden kloppen niet.")
    assert pages(form).current == "algemeen"
    assert focus_name() == "E-mailadres"
    assert line(form, "E-mailadres").text() == "geen adres"
    assert kept(garage).email == ""


def test_what_is_mended_loses_its_mark(open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings()
    write(form, "E-mailadres", "geen adres")
    write(form, "E-mailadres", "balie@example.com")
    assert marks(form) == {}


def test_a_number_that_fails_its_check_warns_and_may_be_saved_and_a_right_one_gets_a_tick(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings()
    write(form, "BTW-nummer", "NL123")
    assert marks(form) == {"algemeen": "warn"}
    write(form, "KvK-nummer", "00041700")
    number = line(form, "KvK-nummer")
    assert number.property("state") == "ok"

    press(form, Qt.Key.Key_S, CTRL)
    assert kept(garage).btw_nummer == "NL123"


@pytest.mark.parametrize("typed", ["", "400", "-1", "veel"])
def test_a_reminder_needs_a_number_of_days(
    garage: Garage, open_settings: Callable[..., InstellingenForm], typed: str
) -> None:
    form = open_settings()
    write(form, "Herinnering APK (dagen)", typed)
    press(form, Qt.Key.Key_S, CTRL)
    assert form.problem.text.startswith("Nog niet opgeslagen: 1 veld klopt niet.")
    assert focus_name() == "Herinnering APK (dagen)"
    assert kept(garage).apk_herinnering_dagen == 30


def test_a_shop_that_moves_to_belgium_gets_the_words_and_checks_of_belgium(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings()
    write(form, "Postcode", "6533 GL")
    choose(form, "Land", "België")

    assert "Ondernemingsnummer" in words(form)
    assert "Herinnering keuring" in words(form)
    assert "RDW-bedrijfsnummer" not in words(form)
    assert "6533 GL is een postcode uit Nederland. Kies bij Land Nederland als dat klopt." in notes(form)
    press(form, Qt.Key.Key_S, CTRL)
    assert kept(garage).land == "BE"


# --- two people ------------------------------------------------------------------------------------------------------


def test_what_two_people_changed_is_weighed_value_by_value(
    qtbot: QtBot, garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings("pechhulp")
    button(form, "VHD Pechhulp tonen").click()
    basis = kept(garage)
    anna = garage.wie("Beheerder", "Anna")
    garage.instellingen.save(
        anna, basis, replace(basis, plaats="Lent", pechhulp_verborgen=frozenset({Aanbieder.BOSCH}))
    )
    press(form, Qt.Key.Key_S, CTRL)

    clash = opened(qtbot, BotsingForm)
    texts = [choice.text() for choice in clash.findChildren(QRadioButton)]
    assert texts == [
        "Bosch Mobiliteitsgarantie getoond, VHD Pechhulp verborgen",
        "Bosch Mobiliteitsgarantie verborgen, VHD Pechhulp getoond",
    ]
    press(clash, Qt.Key.Key_S, CTRL)
    assert kept(garage).pechhulp_verborgen == frozenset({Aanbieder.VHD})
    assert kept(garage).plaats == "Lent"


# --- pages and shops -------------------------------------------------------------------------------------------------


def test_the_arrows_go_from_page_to_page(open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings()
    pages(form).focus_current()
    press(form, Qt.Key.Key_Down)
    assert (pages(form).current, focus_name()) == ("vrije_velden", "Vrije velden")
    press(form, Qt.Key.Key_Down)
    assert (pages(form).current, focus_name()) == ("checklist", "Monteurscherm")
    press(form, Qt.Key.Key_Down)
    assert (pages(form).current, focus_name()) == ("dagtaken", "Dagtaken en back-up")
    press(form, Qt.Key.Key_Down)
    assert (pages(form).current, focus_name()) == ("gebruikers", "Gebruikers")
    press(form, Qt.Key.Key_Tab, CTRL)
    assert pages(form).current == "pechhulp"


def test_a_search_leads_to_the_setting(open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings()
    press(form, Qt.Key.Key_F, CTRL)
    assert focus_name() == "Zoek een instelling"
    for sign in "bosch web":
        press(form, Qt.Key(ord(sign.upper())))
    assert pages(form).names == ("pechhulp",)
    press(form, Qt.Key.Key_Return)
    assert focus_name() == "Webadres van Bosch Mobiliteitsgarantie"


def test_a_search_without_a_hit_says_so_and_esc_wipes_it_first(open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings()
    press(form, Qt.Key.Key_F, CTRL)
    for sign in "XYZ":
        press(form, Qt.Key(ord(sign)))
    assert pages(form).names == ()
    assert "Niets gevonden" in words(form)
    press(form, Qt.Key.Key_Escape)
    assert pages(form).names[:3] == ("algemeen", "vrije_velden", "checklist")
    assert pages(form).names[-1] == "uiterlijk"
    assert form.isVisible()


def test_another_shop_is_shown_at_once_when_nothing_waits(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    add_shop(garage)
    form = open_settings()
    choose(form, "Vestiging", "Garage Peeters")
    assert line(form, "Telefoon").text() == "014 55 04 17"
    write(form, "Plaats", "Turnhout")
    press(form, Qt.Key.Key_S, CTRL)

    with garage.store.read() as lezing:
        assert [shop.instellingen.plaats for shop in lezing.instellingen.shops()] == ["", "Turnhout"]


@pytest.mark.parametrize(("answer", "plaats"), [("Opslaan", "Nijmegen"), ("Niet bewaren", "")])
def test_another_shop_asks_first_what_to_do_with_what_waits(
    garage: Garage, open_settings: Callable[..., InstellingenForm], answer: str, plaats: str
) -> None:
    add_shop(garage)
    form = open_settings()
    write(form, "Plaats", "Nijmegen")
    choose(form, "Vestiging", "Garage Peeters")
    assert "Wijzigingen van Werkplaats bewaren?" in words(form)
    shown = field(form, "Vestiging")
    assert isinstance(shown, QComboBox)
    assert shown.currentText() == "Werkplaats"

    buttons(form)[answer].click()
    assert shown.currentText() == "Garage Peeters"
    assert line(form, "Plaats").text() == ""
    assert kept(garage).plaats == plaats


def test_another_shop_waits_when_the_save_is_refused(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    add_shop(garage)
    form = open_settings()
    write(form, "Naam van de vestiging", "")
    choose(form, "Vestiging", "Garage Peeters")
    buttons(form)["Opslaan"].click()
    assert form.problem.text.startswith("Nog niet opgeslagen")
    assert "Geldt voor Werkplaats." in words(form)


def test_a_shop_that_cannot_be_read_leaves_the_one_that_is_shown(
    garage: Garage, open_settings: Callable[..., InstellingenForm], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_shop(garage)
    form = open_settings()

    def fail(_wie: object) -> None:
        raise OpslagFout("GEEN_VERBINDING", plaats="balie-1")

    with monkeypatch.context() as broken:
        broken.setattr(garage.instellingen, "load", fail)
        choose(form, "Vestiging", "Garage Peeters")
    shown = field(form, "Vestiging")
    assert isinstance(shown, QComboBox)
    assert (shown.currentText(), line(form, "Naam van de vestiging").text()) == ("Werkplaats", "Werkplaats")
    assert form.problem.text.startswith("Geen verbinding met de database")

    buttons(form)["Opnieuw"].click()
    assert (shown.currentText(), line(form, "Telefoon").text()) == ("Garage Peeters", "014 55 04 17")


def test_who_may_not_set_anything_sees_only_how_it_looks_to_himself(
    open_settings: Callable[..., InstellingenForm],
) -> None:
    form = open_settings("algemeen", "Balie")
    assert pages(form).names == ("uiterlijk",)
    assert "Vestiging" not in words(form)
    assert set(buttons(form)) == {"Sluiten", "Hulp"}


# --- pechhulp --------------------------------------------------------------------------------------------------------


def test_the_menu_and_the_kinds_are_set_by_keys(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings("pechhulp")
    assert focus_name() == "Bosch Mobiliteitsgarantie tonen"
    press(form, Qt.Key.Key_Space)
    write(form, "Webadres van VHD Pechhulp", "https://vhd.example/{kenteken}")
    choose(form, "Versturen", "Als formulier (POST)")
    buttons(form)["Soort toevoegen"].click()
    assert focus_name() == "Code"
    for sign in "XL":
        press(form, Qt.Key(ord(sign)))
    press(form, Qt.Key.Key_Tab)
    assert focus_name() == "Omschrijving"
    assert marks(form) == {}, "a line that is being filled in is no fault"
    for sign in "REIS":
        press(form, Qt.Key(ord(sign)))
    press(form, Qt.Key.Key_S, CTRL)

    inst = kept(garage)
    assert inst.pechhulp_verborgen == frozenset({Aanbieder.BOSCH})
    assert inst.pechhulp_links == ((Aanbieder.VHD, "https://vhd.example/{kenteken}"),)
    assert inst.mop_methode is MopMethode.POST_FORM
    assert inst.mop_soorten == (*ShopInstellingen("").mop_soorten, Soort("xl", "reis"))


def test_a_kind_without_words_is_said_once_one_goes_on(open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings("pechhulp")
    buttons(form)["Soort toevoegen"].click()
    line(form, "Herinnering pas (dagen)").setFocus()
    press(form, Qt.Key.Key_Tab)
    assert "Elke soort heeft een code en een omschrijving. Vul beide in, of haal de regel weg." in notes(form)


def test_the_last_kind_cannot_be_missed(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings("pechhulp")
    for _kind in kept(garage).mop_soorten:
        button(form, "Soort weghalen").click()
    assert "Er is ten minste één soort pechhulp nodig. Voeg er een toe." in notes(form)
    press(form, Qt.Key.Key_Space)
    assert focus_name() == "Code", "the cursor was on the button that adds one"


# --- RDW -------------------------------------------------------------------------------------------------------------


def test_a_token_is_kept_and_never_seen_again(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings("rdw")
    assert "niet ingesteld" in words(form)
    assert focus_name() == "App-token"
    write(form, "App-token", "oefentoken-4711")
    assert "wordt ingesteld bij opslaan" in words(form)
    assert not buttons(form)["Test connectie"].isEnabled()
    press(form, Qt.Key.Key_S, CTRL)

    assert garage.instellingen.has_geheim(garage.beheerder, RDW_APP_TOKEN)
    token = line(form, "App-token")
    assert token.text() == ""
    assert "oefentoken" not in token.placeholderText()
    assert "ingesteld" in words(form).splitlines()
    assert form.bar.state == "Opgeslagen om 10:00"

    form.close()
    again = open_settings("rdw")
    assert "ingesteld" in words(again).splitlines()
    assert line(again, "App-token").text() == ""


def test_a_token_is_taken_away(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")
    form = open_settings("rdw")
    button(form, "Token weghalen").click()
    assert "wordt weggehaald bij opslaan" in words(form)
    assert form.bar.state == "1 wijziging nog niet opgeslagen"
    press(form, Qt.Key.Key_S, CTRL)
    assert not garage.instellingen.has_geheim(garage.beheerder, RDW_APP_TOKEN)


def test_a_token_that_cannot_be_kept_says_why_and_the_rest_is_saved(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")
    with garage.store.read() as lezing:
        stranger = Kluis(GeheugenSleutelbos(oefensleutels=False), lezing.geheimen.database_id())
    toegang = replace(make_toegang(garage.beheerder), instellingen=Instellingen(garage.store, stranger))
    make_deuren(toegang).open_instellingen("algemeen")
    form = opened(qtbot, InstellingenForm)
    write(form, "Plaats", "Nijmegen")
    form.open_page("rdw")
    write(form, "App-token", "nieuw")
    press(form, Qt.Key.Key_S, CTRL)

    assert form.problem.text.startswith("Deze werkplek kan niet verzenden: de sleutel van de database ontbreekt.")
    assert kept(garage).plaats == "Nijmegen"
    assert form.bar.state == "1 wijziging nog niet opgeslagen"
    assert "wordt vervangen bij opslaan" in words(form)


def test_who_may_not_see_secrets_gets_no_field_for_one(
    qtbot: QtBot,
    garage: Garage,
    make_toegang: Callable[..., Toegang],
    make_deuren: Callable[[Toegang], Deuren],
) -> None:
    wie = garage.beheerder
    make_deuren(make_toegang(replace(wie, rechten=wie.rechten - {Recht.GEHEIMEN}))).open_instellingen("rdw")
    form = opened(qtbot, InstellingenForm)
    assert "App-token" not in words(form)
    assert buttons(form)["Test connectie"].isEnabled()


def test_a_try_asks_the_register_for_a_car_and_says_what_it_answered(
    garage: Garage, open_settings: Callable[..., InstellingenForm]
) -> None:
    garage.new_car()
    garage.register.autos[GOLF.compact] = RdwGegevens(GOLF.compact, merk="Volkswagen", model="Golf")
    form = open_settings("rdw")
    assert line(form, "Kenteken").text() == "GA-482-R"

    buttons(form)["Test connectie"].click()
    assert garage.register.gevraagd == [GOLF.compact]
    assert "Gelukt om 10:00 · Volkswagen Golf" in notes(form)
    assert marks(form) == {"rdw": "ok"}

    write(form, "Kenteken", "XS-41-BP")
    assert marks(form) == {}
    buttons(form)["Test connectie"].click()
    assert "Gelukt om 10:00 · de RDW kent dit kenteken niet" in notes(form)


def test_a_try_that_fails_says_why(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    garage.new_car()
    garage.register.fout = Unreachable("PARTIJ_ONBEREIKBAAR", "RDW")
    form = open_settings("rdw")
    buttons(form)["Test connectie"].click()
    assert any(note.startswith("Geen verbinding met de RDW.") for note in notes(form))
    assert marks(form) == {"rdw": "error"}


def test_a_try_needs_a_plate(garage: Garage, open_settings: Callable[..., InstellingenForm]) -> None:
    form = open_settings("rdw")
    buttons(form)["Test connectie"].click()
    assert focus_name() == "Kenteken"
    assert garage.register.gevraagd == []
    assert "Vul een kenteken in, bijvoorbeeld GA-482-R." in notes(form)


# --- how it looks ----------------------------------------------------------------------------------------------------


def test_what_a_person_likes_is_there_at_once_and_stays(
    look: Theme, voorkeuren: Voorkeuren, open_settings: Callable[..., InstellingenForm]
) -> None:
    form = open_settings("uiterlijk", "Monteur")
    choose(form, "Kleuren", "Donker")
    choose(form, "Tekstgrootte", "115 %")
    button(form, "Enter gaat naar het volgende veld").click()

    assert (look.dark, look.scale) == (True, 1.15)
    assert (voorkeuren.scheme, voorkeuren.text_scale, voorkeuren.enter_is_tab) == ("dark", 1.15, True)
    assert voorkeuren.scanner
    button(form, "Barcodescanner opent de auto").click()
    assert not voorkeuren.scanner
    assert form.bar.state == ""


@pytest.mark.parametrize("text", [0.9, 1.0, 1.15, 1.3])
@pytest.mark.parametrize("page", ["algemeen", "pechhulp", "rdw", "uiterlijk"])
def test_no_text_is_cut_off_and_nothing_scrolls_sideways(
    qtbot: QtBot, look: Theme, garage: Garage, open_settings: Callable[..., InstellingenForm], page: str, text: float
) -> None:
    garage.instellingen.set_geheim(garage.beheerder, RDW_APP_TOKEN, "oefentoken-4711")
    look.set_scale(text)
    form = open_settings(page)
    # A screen of 1920 pixels at 150 % has 1280 left.
    form.resize(min(round(1040 * max(text, 1)), 1280), 640)
    form.open_page(page)
    qtbot.waitUntil(lambda: cut_texts(form) == [] and form._scroll.horizontalScrollBar().maximum() == 0)


def test_a_closed_window_is_freed(
    qtbot: QtBot, garage: Garage, make_toegang: Callable[..., Toegang], make_deuren: Callable[[Toegang], Deuren]
) -> None:
    toegang = make_toegang(garage.beheerder)
    deuren = make_deuren(toegang)
    gone: list[weakref.ref[InstellingenForm]] = []
    for _time in range(5):
        form = InstellingenForm(toegang, deuren)
        gone.append(weakref.ref(form))
        form.show()
        write(form, "Plaats", "Nijmegen")
        form.save()
        with qtbot.waitSignal(form.destroyed):
            form.close()
        del form
    gc.collect()
    assert [ref for ref in gone if ref() is not None] == []
