"""The doors of the vehicle card to other windows: the toolbar above it and the bar below it, each one table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.domain.rechten import Recht
from werkplaats.forms.afdrukvoorbeeld import PRINT_KEY
from werkplaats.forms.carpass.menu import carpass_menu, reports
from werkplaats.forms.crm import open_crm_of_car
from werkplaats.forms.muteren.afdruk_menu import afdruk_menu
from werkplaats.forms.muteren.internet import INTERNET_KEY, Aanbieders, InternetMenu
from werkplaats.forms.pechhulp_menu import pechhulp_menu
from werkplaats.i18n import _
from werkplaats.ui.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu, QWidget

    from werkplaats.domain.voertuig import VoertuigKaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.problem import ProblemLine


class Deur(NamedTuple):
    """A quiet button: its word with the Alt letter, its sign, who sees it, and what it does.

    ``open`` is done at a press; where there is a ``menu``, that opens instead, made for the button it hangs on. ``key``
    is shown in the cap; the window binds it.
    """

    word: str
    icon: str
    right: Recht
    open: Callable[[], None] | None = None
    menu: Callable[[QWidget], QMenu] | None = None
    key: str = ""


class Werkbalk:
    """The doors of the card of one car; ``card`` reads the card as it was saved last.

    Alt letters are few and unique in the window: the tabs and fields of the card have theirs already.
    """

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int,
        card: Callable[[], VoertuigKaart],
        problem: ProblemLine,
    ) -> None:
        self._toegang = toegang
        self._deuren = deuren
        self._id = voertuig_id
        self._card = card
        self._problem = problem
        self._providers = Aanbieders(toegang, deuren, voertuig_id, problem)

    def above(self) -> list[Button]:
        """The toolbar: what belongs to the car."""
        return self._buttons(
            [
                Deur(_("&Historie"), "historie", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_historie)),
                Deur(_("D&oc."), "documenten", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_documenten)),
                Deur(_("&Banden"), "banden", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_banden)),
                Deur(
                    _("&Vrije velden"),
                    "vrije_velden",
                    Recht.VOERTUIG_ZIEN,
                    self._open(self._deuren.open_vrije_velden),
                ),
                Deur(_("Garantie"), "garantie", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_garanties)),
                Deur(_("Afdrukken"), "afdrukken", Recht.VOERTUIG_ZIEN, menu=self._prints, key=PRINT_KEY),
                Deur(_("Schade"), "schade", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_schades)),
                Deur(_("Int."), "internet", Recht.VOERTUIG_ZIEN, menu=self._internet, key=INTERNET_KEY),
                Deur(_("Ken&tekens"), "persoon", Recht.VOERTUIG_ZIEN, self._open_tijdlijn),
            ]
        )

    def below(self) -> list[Button]:
        """The left of the button bar: what one does with the car."""
        new_card = self._deuren.werkkaart.new_werkkaart
        return self._providers.buttons + self._buttons(
            [
                Deur(_("&Pechhulp"), "pechhulp", Recht.PECHHULP, menu=self._pechhulp),
                Deur(_("KM &stand"), "km", Recht.VOERTUIG_ZIEN, self._open(self._deuren.open_kmstand)),
                Deur(_("Werkkaart"), "werkkaart", Recht.WERKKAART_WIJZIGEN, self._open(new_card)),
                *self._carpass,
                Deur(_("&Logboek"), "logboek", Recht.VOERTUIG_ZIEN, self._open_logbook),
                Deur(_("&CRM"), "crm", Recht.RELATIE_ZIEN, self._open_crm),
            ]
        )

    @property
    def _carpass(self) -> list[Deur]:
        """Only a Belgian shop reports; the Dutch ones have no use for the button."""
        if not reports(self._toegang.wie):
            return []
        menu = partial(carpass_menu, self._deuren, lambda: self._id)
        return [Deur(_("Car-Pass"), "carpass", Recht.CARPASS, menu=menu)]

    def _buttons(self, doors: Iterable[Deur]) -> list[Button]:
        return [_button(door) for door in doors if self._toegang.wie.mag(door.right)]

    def _open(self, door: Callable[[int], None]) -> Callable[[], None]:
        return partial(door, self._id)

    def _pechhulp(self, button: QWidget) -> QMenu:
        return pechhulp_menu(self._toegang, self._deuren, self._id, button)

    def _prints(self, button: QWidget) -> QMenu:
        return afdruk_menu(self._toegang, self._deuren, self._id, self._card, button)

    def _open_tijdlijn(self) -> None:
        self._deuren.wisseling.open_tijdlijn(self._id)

    def _internet(self, button: QWidget) -> QMenu:
        return InternetMenu(self._toegang, self._id, self._problem, button)

    def _open_logbook(self) -> None:
        kaart = self._card()
        plate = kaart.kenteken.weergave if kaart.kenteken else ""
        title = " ".join(part for part in (plate, kaart.merk, kaart.model) if part)
        self._deuren.open_logboek("voertuig", self._id, title)

    def _open_crm(self) -> None:
        open_crm_of_car(self._deuren, self._id, self._card().hoofdeigenaar, self._problem)


def _button(door: Deur) -> Button:
    button = Button(door.word, icon=door.icon, key=door.key, kind="quiet")
    if door.menu is not None:
        button.setMenu(door.menu(button))
    elif door.open is not None:
        act = door.open
        # A bound method would be held weakly, and nobody else holds the table.
        button.clicked.connect(lambda _checked: act())
    return button
