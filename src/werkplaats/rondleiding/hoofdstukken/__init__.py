"""The chapters of the tour, in the order in which a day at the counter would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from werkplaats.rondleiding.hoofdstukken import (
    afdrukken,
    artikelen,
    banden,
    belgie,
    carpass,
    dekking,
    instellingen,
    kentekens,
    kmstand,
    lezen,
    lijsten,
    monteur,
    muis,
    muteren,
    orders,
    pechhulp,
    postbus,
    relatie,
    samen,
    taken,
    vrije_velden,
    werkkaart,
    wisselingen,
    zoeken,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


class Hoofdstuk(NamedTuple):
    """A part of the tour; ``by_keyboard``: it is played without ever touching the mouse."""

    naam: str
    play: Callable[[Player, Toneel], None]
    by_keyboard: bool = True


HOOFDSTUKKEN = (
    Hoofdstuk("Zoeken", zoeken.play),
    Hoofdstuk("De lijsten van auto's en klanten", lijsten.play),
    Hoofdstuk("De kilometerstand", kmstand.play),
    Hoofdstuk("De banden", banden.play),
    Hoofdstuk("Vrije velden", vrije_velden.play),
    Hoofdstuk("Afdrukken", afdrukken.play),
    Hoofdstuk("Kentekens en eigenaren", wisselingen.play),
    Hoofdstuk("Foto's, schade en garantie", dekking.play),
    Hoofdstuk("Een auto muteren", muteren.play),
    Hoofdstuk("Samen werken, en als het even niet lukt", samen.play),
    Hoofdstuk("De eigenaar", relatie.play),
    Hoofdstuk("Pechhulp aanvragen", pechhulp.play),
    Hoofdstuk("Orders", orders.play),
    Hoofdstuk("Instellingen, en een aanvraag als formulier", instellingen.play),
    Hoofdstuk("Postbus, dagtaken en e-mail", postbus.play),
    Hoofdstuk("Een Belgische auto, en hulp", belgie.play),
    Hoofdstuk("Car-Pass", carpass.play),
    Hoofdstuk("De twaalf taken van de balie", taken.play),
    Hoofdstuk("Een werkkaart, tot en met de melding", werkkaart.play),
    Hoofdstuk("De eigen lijsten van een vestiging", artikelen.play),
    Hoofdstuk("Met de muis", muis.play, by_keyboard=False),
    Hoofdstuk("De verkoop en haar kentekens", kentekens.play),
    Hoofdstuk("Alleen lezen", lezen.play),
    Hoofdstuk("Het monteurscherm", monteur.play),
)
