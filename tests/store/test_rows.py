"""The rows: every column tagged, every value copied whole, and what may not clash refused by the database itself."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Enum, Float, Numeric, text
from sqlalchemy.exc import IntegrityError

from tests.store.maken import auto, persoon
from werkplaats.domain.instellingen import Shop
from werkplaats.domain.melding import Melding
from werkplaats.domain.pechhulp import PechhulpAanvraag, PechhulpInvoer
from werkplaats.domain.rechten import Gebruiker
from werkplaats.domain.relatie import Relatie
from werkplaats.domain.voertuig import Voertuig
from werkplaats.store.rows import Rij
from werkplaats.store.rows.basis import PERSOONLIJK, TECHNISCH, ZAKELIJK
from werkplaats.store.rows.basis import tabel as tabel_van
from werkplaats.store.rows.bestanden import BijlageRij
from werkplaats.store.rows.kmstand import KmStandRij
from werkplaats.store.rows.organisatie import ShopRij
from werkplaats.store.rows.pechhulp import PechhulpRij
from werkplaats.store.rows.relatie import RelatieRij
from werkplaats.store.rows.toegang import GebruikerRij
from werkplaats.store.rows.voertuig import VoertuigRij

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapper

    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store

MAPPERS: list[Mapper[Any]] = sorted(Rij.registry.mappers, key=lambda mapper: mapper.class_.__name__)
KOLOMMEN = [kolom for tabel in Rij.metadata.sorted_tables for kolom in tabel.columns]

GEGEVEN = {
    Voertuig: {"kaart"},
    Relatie: {"kaart"},
    Shop: {"instellingen"},
    Gebruiker: {"groepen"},
    Melding: {"issues"},
}
"""Fields of a value that its repository gives, because they are no attribute of the row."""

PAREN: list[tuple[type[Any], type[Any]]] = [
    *((mapper.class_, soort) for mapper in MAPPERS for soort in mapper.class_.WAARDEN),
    (VoertuigRij, Voertuig),
    (RelatieRij, Relatie),
    (ShopRij, Shop),
    (GebruikerRij, Gebruiker),
    (PechhulpRij, PechhulpInvoer),
    (PechhulpRij, PechhulpAanvraag),
]


def test_every_column_says_whether_it_is_about_a_person() -> None:
    assert [str(kolom) for kolom in KOLOMMEN if kolom.info not in (PERSOONLIJK, ZAKELIJK, TECHNISCH)] == []


def test_no_column_rounds_money_or_exists_on_one_database_only() -> None:
    assert [str(kolom) for kolom in KOLOMMEN if isinstance(kolom.type, (Float, Numeric, Enum))] == []


@pytest.mark.parametrize(("rij", "soort"), PAREN, ids=lambda deel: deel.__name__)
def test_every_field_of_a_value_stands_in_its_row(rij: type[Any], soort: type[Any]) -> None:
    namen = {veld.name for veld in fields(soort)} - GEGEVEN.get(soort, set())
    assert [naam for naam in namen if not hasattr(rij, naam)] == []


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_nothing_is_loaded_behind_our_back(mapper: Mapper[Any]) -> None:
    assert {relatie.lazy for relatie in mapper.relationships} <= {"raise"}


def test_each_table_that_a_person_deletes_from_notes_when_and_by_whom() -> None:
    for tabel in Rij.metadata.sorted_tables:
        assert ("verwijderd_op" in tabel.c) == ("verwijderd_door" in tabel.c)
    for soort in (VoertuigRij, RelatieRij, PechhulpRij, ShopRij, GebruikerRij, BijlageRij, KmStandRij):
        assert "verwijderd_op" in tabel_van(soort).c


_BOTSINGEN: dict[str, str] = {
    "two plates on one car": "INSERT INTO voertuig_kenteken (voertuig_id, kenteken_compact, kenteken_land,"
    " kenteken_weergave) VALUES (:auto, '12ABC3', 'NL', '12-ABC-3')",
    "two owners of one car": "INSERT INTO voertuig_relatie (voertuig_id, relatie_id, rol)"
    " VALUES (:auto, :persoon, 'eigenaar')",
    "a car that is not there": "INSERT INTO voertuig_kenteken (voertuig_id, kenteken_compact, kenteken_land,"
    " kenteken_weergave) VALUES (999 + :auto + :persoon, 'X', 'NL', 'X')",
    "two users with one account": "INSERT INTO gebruiker (account, naam) VALUES ('joke', 'Joke')",
    "two groups with one name": "INSERT INTO groep (naam) VALUES ('Balie')",
    "two heads of the logboek": "INSERT INTO logboek_kop (id, aantal, laatste_hash) VALUES (1, 0, '')",
    "a plate without signs": "INSERT INTO voertuig_kenteken (voertuig_id, kenteken_land, kenteken_weergave)"
    " VALUES (:auto, 'NL', 'X')",
}


@pytest.mark.parametrize("naam", list(_BOTSINGEN))
def test_a_clash_is_refused_by_the_database_itself(store: Store, wie: Wie, naam: str) -> None:
    with store.begin(wie) as werk:
        werk.gebruikers.add_groep("Balie", [])
        werk.gebruikers.add("joke", "Joke", [])
        eigenaar = werk.relaties.add(persoon())
        nummer = werk.voertuigen.add(auto(hoofdeigenaar=werk.relaties.kop(eigenaar)))
    gevuld = {"auto": nummer, "persoon": eigenaar}
    nodig = {sleutel: waarde for sleutel, waarde in gevuld.items() if f":{sleutel}" in _BOTSINGEN[naam]}
    with pytest.raises(IntegrityError), store.engines.schrijven.begin() as verbinding:
        verbinding.execute(text(_BOTSINGEN[naam]), nodig)


def test_what_was_deleted_does_not_stand_in_the_way_of_what_lives(store: Store, wie: Wie) -> None:
    with store.begin(wie) as werk:
        werk.gebruikers.add("joke", "Joke", [])
    with store.engines.schrijven.begin() as verbinding:
        verbinding.execute(text("UPDATE gebruiker SET verwijderd_op = 'x', verwijderd_door = 'x'"))
    with store.begin(wie) as werk:
        werk.gebruikers.add("joke", "Joke", [])
        assert werk.gebruikers.aantal() == 1
