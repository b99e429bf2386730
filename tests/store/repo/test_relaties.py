"""The relaties as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.maken import add_persoon, find_relaties, persoon
from werkplaats.domain.naam import adresregel, weergave
from werkplaats.domain.relatie import Aanhef, RelatieKaart
from werkplaats.errors import NietGevonden

if TYPE_CHECKING:
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store


def test_a_card_comes_back_as_it_was_put_in(store: Store, wie: Wie) -> None:
    kaart = RelatieKaart(
        aanhef=Aanhef.BEDRIJF,
        naam="Smeets & Zn. <transport> 🚚",
        geboortedatum=date(1970, 1, 1),
        btw_nummer="BE0123456749",
        land="BE",
        email="info@voorbeeld.be",
        let_op="belt 's ochtends\nniet na 17:00",
    )
    nummer = add_persoon(store, wie, kaart)
    with store.read() as lezing:
        relatie = lezing.relaties.get(nummer)
    assert relatie.kaart == kaart
    assert (relatie.versie, relatie.gewijzigd_door) == (1, wie.naam)


def test_the_line_of_a_relatie_follows_its_card(store: Store, wie: Wie) -> None:
    kaart = persoon(straat="Hatertseweg", huisnr="214", postcode="6533 GL", telefoon="024 350 12 34")
    nummer = add_persoon(store, wie, kaart)
    anders = replace(kaart, naam="Dam", huisnr="3")
    with store.begin(wie) as werk:
        assert werk.relaties.kop(nummer).adresregel == adresregel(kaart)
        werk.relaties.write(nummer, {"naam": "Dam", "huisnr": "3"}, kaart)
        kop = werk.relaties.kop(nummer)
    assert (kop.weergave, kop.adresregel, kop.telefoon) == (weergave(anders), adresregel(anders), kaart.telefoon)


def test_a_changed_relatie_is_found_by_what_it_is_now(store: Store, wie: Wie) -> None:
    kaart = persoon(telefoon="024 350 12 34")
    nummer = add_persoon(store, wie, kaart)
    with store.begin(wie) as werk:
        werk.relaties.write(nummer, {"naam": "Dijkstra", "telefoon": "0612345678"}, kaart)
        assert werk.relaties.get(nummer).versie == 2
    with store.read() as lezing:
        assert find_relaties(lezing, "dalen") == find_relaties(lezing, "0243501234") == ()
        assert [treffer.id for treffer in find_relaties(lezing, "dijkstra")] == [nummer]
        assert [treffer.id for treffer in find_relaties(lezing, "345678")] == [nummer]


def test_a_deleted_relatie_is_found_nowhere(store: Store, wie: Wie) -> None:
    nummer = add_persoon(store, wie)
    with store.begin(wie) as werk:
        werk.relaties.delete(nummer)
        assert werk.relaties.add(persoon()) > nummer
    with store.begin(wie) as werk:
        assert nummer not in [treffer.id for treffer in find_relaties(werk, "dalen")]
        for vraag in (werk.relaties.get, werk.relaties.kop, werk.relaties.lock, werk.relaties.delete):
            with pytest.raises(NietGevonden):
                vraag(nummer)
