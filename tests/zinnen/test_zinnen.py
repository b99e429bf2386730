"""Every problem has its own Dutch sentence, and the sentence says what to do."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

from werkplaats import errors, zinnen
from werkplaats.domain.instellingen import ShopInstellingen
from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.kmstand import Eenheid, KmHerkomst, KmInvoer
from werkplaats.domain.land import LANDEN
from werkplaats.domain.pechhulp import NAMEN, Aanbieder, PechhulpInvoer, Staat
from werkplaats.domain.rdw import Sein
from werkplaats.domain.rdw_vergelijken import BRONNEN
from werkplaats.domain.rechten import Recht
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.domain.voertuig import VoertuigKaart
from werkplaats.errors import (
    Bevinding,
    Ernst,
    Garbled,
    GeenRecht,
    GeheimFout,
    NietGevonden,
    Ongeldig,
    OpslagFout,
    PartijFout,
    Refused,
    Unreachable,
    WerkplaatsError,
)
from werkplaats.zinnen import BIJ_VELD, FOUTEN, zin, zin_bij_veld, zin_ongeldig
from werkplaats.zinnen.landen import LANDNAMEN, woord_land
from werkplaats.zinnen.termen import (
    woord_aanbieder,
    woord_aanhef,
    woord_bron,
    woord_eenheid,
    woord_handeling,
    woord_kentekensoort,
    woord_km_herkomst,
    woord_onderwerp,
    woord_recht,
    woord_sein,
    woord_staat,
)
from werkplaats.zinnen.velden import VELDEN, woord_veld

BRON = Path(errors.__file__).parent
CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
FOUTKLASSEN = {"WerkplaatsError", "OpslagFout", "GeheimFout", "PartijFout", "Unreachable", "Refused", "Garbled"}
BEVINDINGEN = {"Bevinding", "_warning", "_block", "_outside"}


def _codes_raised(klassen: set[str]) -> dict[str, set[str]]:
    """Each code with the files where a call of one of these classes is given it, as a literal or in a table."""
    gevonden: dict[str, set[str]] = {}
    for bestand in BRON.rglob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if not isinstance(knoop, ast.Call) or getattr(knoop.func, "id", "") not in klassen:
                continue
            for waarde in ast.walk(knoop):
                if isinstance(waarde, ast.Constant) and isinstance(waarde.value, str) and CODE.fullmatch(waarde.value):
                    gevonden.setdefault(waarde.value, set()).add(bestand.name)
    return gevonden


def test_every_error_that_is_raised_has_its_sentences() -> None:
    zonder = {code: waar for code, waar in _codes_raised(FOUTKLASSEN).items() if code not in FOUTEN}
    assert zonder == {}


def test_every_finding_has_its_sentence() -> None:
    zonder = {code: waar for code, waar in _codes_raised(BEVINDINGEN).items() if code not in BIJ_VELD}
    assert zonder == {}


def test_the_codes_that_the_floor_names_have_their_sentences() -> None:
    genoemd = {code for klasse in (OpslagFout, GeheimFout) for code in CODE.findall(klasse.__doc__ or "")}
    assert genoemd
    assert genoemd <= FOUTEN.keys()


def test_codes_that_tables_give_have_their_sentences() -> None:
    """Codes that reach an error through a table (by status, by errno) stand in these files as bare texts."""
    for naam in ("services/http.py", "services/rdw.py", "store/fouten.py"):
        knopen = ast.walk(ast.parse((BRON / naam).read_text(encoding="utf-8")))
        teksten = {knoop.value for knoop in knopen if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)}
        codes = {tekst for tekst in teksten if CODE.fullmatch(tekst)}
        assert codes
        assert codes <= FOUTEN.keys(), naam


def test_a_code_has_its_sentence_in_one_table() -> None:
    modules = [import_module(f"werkplaats.zinnen.{info.name}") for info in iter_modules(zinnen.__path__)]
    tables = [
        table
        for module in modules
        for name, table in vars(module).items()
        # What blocks may be said otherwise than what advises: that one is a table of its own.
        if name.isupper()
        and name != "BLOKKEREND"
        and isinstance(table, dict)
        and table.keys() & (FOUTEN.keys() | BIJ_VELD.keys())
    ]
    for merged in (FOUTEN, BIJ_VELD):
        mine = [code for table in tables if table.keys() <= merged.keys() for code in table]
        assert not {code for code in mine if mine.count(code) > 1}


ALLE_ZINNEN = [*((code, tekst) for code, paar in FOUTEN.items() for tekst in paar), *BIJ_VELD.items()]


@pytest.mark.parametrize(("code", "tekst"), ALLE_ZINNEN)
def test_a_sentence_is_a_whole_sentence_without_blame(code: str, tekst: str) -> None:
    assert tekst.strip() == tekst
    assert tekst.endswith((".", "?", "}")), code
    assert "  " not in tekst
    assert not re.search(r"\b(fout|ongeldig|error|illegaal|verboden)\b", tekst.lower()), code


@pytest.mark.parametrize(("code", "tekst"), ALLE_ZINNEN)
def test_the_places_in_a_sentence_are_names(code: str, tekst: str) -> None:
    namen = [naam for _, naam, _, _ in Formatter().parse(tekst) if naam is not None]
    assert all(naam.isidentifier() for naam in namen), code


@pytest.mark.parametrize("code", sorted(FOUTEN))
def test_every_error_says_what_to_do(code: str) -> None:
    gezegd = zin(PartijFout(code, "RDW"))
    assert gezegd.wat
    assert gezegd.doe
    assert gezegd.wat[0].isupper() or gezegd.wat[0] == "…"


def _say(fout: WerkplaatsError) -> str:
    gezegd = zin(fout)
    return f"{gezegd.wat} {gezegd.doe}"


def test_each_failure_of_rdw_has_a_sentence_of_its_own() -> None:
    fouten = [
        WerkplaatsError("RDW_KENTEKEN_ONBEKEND", kenteken="GA-482-R"),
        Garbled("PARTIJ_GEEN_JSON", "RDW"),
        Garbled("PARTIJ_ANDERE_VORM", "RDW"),
        Refused("RDW_VRAAG_GEWEIGERD", "RDW", status=400),
        Refused("RDW_TOKEN_GEWEIGERD", "RDW", status=403),
        Refused("RDW_DATASET_WEG", "RDW", status=404),
        Unreachable("PARTIJ_TE_DRUK", "RDW", wacht=90),
        Unreachable("PARTIJ_STORING", "RDW", status=503),
        Unreachable("PARTIJ_TIJD_OM", "RDW"),
        Unreachable("PARTIJ_ONBEREIKBAAR", "RDW"),
        Unreachable("PARTIJ_CERTIFICAAT", "RDW"),
        Garbled("PARTIJ_OMGELEID", "RDW", naar="login.example.nl"),
        Garbled("PARTIJ_AFGEKAPT", "RDW"),
    ]
    gezegd = [_say(fout) for fout in fouten]
    assert len(set(gezegd)) == len(fouten)
    assert all("RDW" in zin_ for zin_ in gezegd)
    assert not any("…" in zin_ or "{" in zin_ for zin_ in gezegd)


def test_an_answer_that_is_not_from_rdw_is_never_called_an_unknown_plate() -> None:
    gezegd = zin(Garbled("PARTIJ_GEEN_JSON", "RDW"))
    assert gezegd.wat == "Het antwoord komt niet van de RDW: er kwam een webpagina terug."
    assert "kenteken" not in gezegd.wat + gezegd.doe


@pytest.mark.parametrize(
    ("wacht", "gezegd"),
    [
        (None, "over een paar minuten"),
        (20, "over een minuut"),
        (60, "over 1 minuut"),
        (61, "over 2 minuten"),
        (3600, "over 60 minuten"),
        (7200, "over 2 uur"),
    ],
)
def test_a_busy_party_says_how_long_to_wait(wacht: int | None, gezegd: str) -> None:
    assert zin(Unreachable("PARTIJ_TE_DRUK", "RDW", wacht=wacht)).doe == f"Probeer het {gezegd} opnieuw."


def test_a_right_is_said_in_words() -> None:
    assert zin(GeenRecht("pechhulp")).wat == "U heeft geen recht om dit te doen: pechhulp aanvragen."


def test_a_lost_record_is_said_by_its_name() -> None:
    assert zin(NietGevonden("pechhulp", 3)).wat == "Dit is er niet meer (pechhulpaanvraag)."


def test_a_provider_is_said_by_the_name_that_he_gives_himself() -> None:
    assert (
        zin(WerkplaatsError("PECHHULP_GEEN_LINK", aanbieder="vhd")).wat
        == "Van VHD Pechhulp is nog geen webadres bekend."
    )


def test_a_full_disk_says_that_nothing_was_saved_and_nothing_typed_is_lost() -> None:
    gezegd = _say(OpslagFout("SCHIJF_VOL", plaats="D:\\werkplaats", reden="SQLITE_FULL"))
    assert "niets opgeslagen" in gezegd
    assert "D:\\werkplaats" in gezegd
    assert "blijft staan" in gezegd


def test_an_unknown_code_is_told_with_its_code() -> None:
    gezegd = zin(WerkplaatsError("NOG_NIET_BEDACHT"))
    assert "NOG_NIET_BEDACHT" in gezegd.doe
    assert "NOG_NIET_BEDACHT" in zin_bij_veld(Bevinding("merk", "NOG_NIET_BEDACHT"))


def test_braces_in_a_value_do_no_harm() -> None:
    assert "{x}" in zin(WerkplaatsError("RDW_KENTEKEN_ONBEKEND", kenteken="{x}")).wat


def _invalid(*velden: str, ernst: Ernst = Ernst.BLOKKEREND) -> Ongeldig:
    return Ongeldig([Bevinding(veld, "NAAM_LEEG", ernst) for veld in velden])


def test_the_problem_line_counts_the_fields_that_block() -> None:
    assert zin(_invalid("naam")).wat == "Nog niet opgeslagen: 1 veld klopt niet."
    assert zin(_invalid("naam", "naam", "email")).wat == "Nog niet opgeslagen: 2 velden kloppen niet."


def test_the_problem_line_speaks_of_the_button_that_was_pressed() -> None:
    gezegd = zin_ongeldig(_invalid("naam", "email"), "aangevraagd", "Aanvragen")
    assert gezegd.wat == "Nog niet aangevraagd: 2 velden kloppen niet."
    assert gezegd.doe == "Verbeter ze en druk opnieuw op Aanvragen. Wat u heeft ingevuld blijft staan."


@pytest.mark.parametrize(
    ("bevinding", "gezegd"),
    [
        (Bevinding("postcode", "POSTCODE_NL"), "Een postcode is 4 cijfers en 2 letters, bijvoorbeeld 6533 GL."),
        (
            Bevinding("geboortedatum", "MOP_TE_JONG", params={"datum": "14-03-2011", "voorstel": "14-03-1971"}),
            "De aanvrager moet 18 jaar of ouder zijn. Bedoelde u 14-03-1971?",
        ),
        (
            Bevinding("geboortedatum", "MOP_TE_JONG", params={"datum": "14-03-2009", "voorstel": ""}),
            "De aanvrager moet 18 jaar of ouder zijn.",
        ),
        (
            Bevinding("kenteken", "LETTERS_NIET_UITGEGEVEN", params={"letters": ("C", "A"), "land": "NL"}),
            "De letters C en A geeft de RDW niet uit. Bewaren mag.",
        ),
        (
            Bevinding("kenteken", "LETTERS_NIET_UITGEGEVEN", params={"letters": ("A",), "land": "BE"}),
            "De letter A geeft de DIV niet uit. Bewaren mag.",
        ),
        (
            Bevinding("kenteken", "LETTERS_NIET_UITGEGEVEN", params={"letters": ("GVD",), "land": "NL"}),
            "De combinatie GVD geeft de RDW niet uit. Bewaren mag.",
        ),
        (
            Bevinding("kenteken", "LETTERS_NIET_UITGEGEVEN", params={"letters": ("A", "C", "E"), "land": "NL"}),
            "De letters A, C en E geeft de RDW niet uit. Bewaren mag.",
        ),
        (
            Bevinding("postcode", "POSTCODE_LAND", params={"postcode": "9000", "land": "BE"}),
            "9000 is een postcode uit België. Kies bij Land België als dat klopt.",
        ),
        (
            Bevinding("pechhulp_links", "LINK_ZONDER_KENTEKEN", params={"aanbieder": "bosch"}),
            "Bosch Mobiliteitsgarantie: in het adres staat geen {kenteken}; de pagina opent zonder. Bewaren mag.",
        ),
        (
            Bevinding("naam", "MOP_TEKENS", params={"vreemd": ("<", ">")}),
            "Bovemij weigert de tekens < > mogelijk. Gebruik letters, cijfers, spaties en ' - . , / &.",
        ),
        (
            Bevinding("naam", "TEKENS_ONGEWOON", params={"vreemd": ("<",)}),
            "Andere systemen weigeren het teken < mogelijk. Bewaren mag.",
        ),
        (
            Bevinding("stand", "KM_LAGER", Ernst.WAARSCHUWING, {"verschil": "6.582", "ander": "131.488", "datum": "x"}),
            "6.582 km lager dan een eerdere stand (131.488 op x).",
        ),
        (
            Bevinding("datum", "DATUM_TOEKOMST", Ernst.WAARSCHUWING, {"datum": "25-11-2026"}),
            "25-11-2026 ligt in de toekomst. Controleer het jaar. Bewaren mag.",
        ),
        (
            Bevinding("datum", "DATUM_TOEKOMST", params={"datum": "25-11-2026"}),
            "25-11-2026 ligt in de toekomst. Vul de dag in waarop de stand is afgelezen.",
        ),
    ],
)
def test_the_sentence_under_a_field(bevinding: Bevinding, gezegd: str) -> None:
    assert zin_bij_veld(bevinding) == gezegd


@pytest.mark.parametrize("waarde", [VoertuigKaart, RelatieKaart, PechhulpInvoer, ShopInstellingen, KmInvoer])
def test_every_field_on_a_screen_has_a_dutch_name(waarde: type[VoertuigKaart]) -> None:
    assert [veld.name for veld in fields(waarde) if veld.name not in VELDEN] == []


def test_a_field_without_a_name_is_still_said() -> None:
    assert woord_veld("laatste_ronde") == "Laatste ronde"


def test_every_value_has_its_word() -> None:
    assert LANDNAMEN.keys() == LANDEN.keys()
    assert woord_land("XX") == "XX"
    assert all(woord_recht(recht) for recht in Recht)
    assert all(woord_aanhef(aanhef) for aanhef in Aanhef)
    assert all(woord_sein(sein) for sein in Sein)
    assert all(woord_staat(staat) for staat in Staat)
    assert all(woord_km_herkomst(herkomst) for herkomst in KmHerkomst)
    assert all(woord_eenheid(eenheid) for eenheid in Eenheid)
    assert all(woord_bron(bron) for bron in BRONNEN.values())
    assert woord_handeling("rdw") == "overgenomen van de RDW"
    assert woord_onderwerp("shop") == "vestiging"


def test_providers_have_the_names_that_the_domain_gives_them() -> None:
    assert {aanbieder: woord_aanbieder(aanbieder.value) for aanbieder in Aanbieder} == NAMEN


@pytest.mark.parametrize(
    ("getypt", "land"),
    [("GB-001-B", "NL"), ("AA-86", "NL"), ("CDJ-1", "NL"), ("HA-12-34", "NL"), ("BN-12-34", "NL"), ("x", "NL"),
     ("x", "DE"), ("1-ABC-123", "BE"), ("ABC-123", "BE"), ("Q-ABC-123", "BE"), ("M-ABC-123", "BE"), ("T-XAB-123", "BE"),
     ("O-ABC-123", "BE"), ("S-ABC-123", "BE"), ("G-LAB-123", "BE"), ("UA-26-ABC", "BE"), ("A-12", "BE"),
     ("SMEETS", "BE")],
)  # fmt: skip
def test_every_kind_of_plate_has_its_word(getypt: str, land: str) -> None:
    assert woord_kentekensoort(Kenteken.parse(getypt, land).soort)
