"""The ribbon of a werkkaart: under each tab what can be done with the card, its owner and its car."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout

from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart import OVERGANGEN, KaartStaat
from werkplaats.forms.carpass.menu import carpass_menu, reports
from werkplaats.forms.pechhulp_menu import pechhulp_menu
from werkplaats.forms.werkkaart.feiten import Feiten
from werkplaats.forms.werkkaart.leen import LeenLint
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.tabs import TabStrip
from werkplaats.ui.theme import set_look
from werkplaats.usecases.werkkaarten import BELGIE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

ALGEMEEN, WERKORDER, KLANT, VOERTUIG = range(4)


def _steps() -> dict[KaartStaat, tuple[str, str]]:
    """How the step to a state is called, and its sign; to klaar leads Einde service."""
    return {
        KaartStaat.GEPLAND: (_("Wee&r plannen"), "datum"),
        KaartStaat.BINNEN: (_("&Binnen"), "key"),
        KaartStaat.IN_UITVOERING: (_("In &uitvoering"), "wrench"),
        KaartStaat.OPGEHAALD: (_("O&pgehaald"), "check"),
        KaartStaat.VERVALLEN: (_("Laten verva&llen"), "prohibit"),
    }


class Lint(QFrame):
    """The row of quiet buttons under the tabs; ``strip`` are the words of the tabs."""

    def __init__(self, toegang: Toegang, deuren: Deuren, failed: Callable[[WerkplaatsError], None]) -> None:
        super().__init__()
        set_look(self, box="toolbar")
        self._toegang, self._deuren = toegang, deuren
        self._voertuig_id = 0
        self.strip = TabStrip()
        for title in (_("&Algemeen"), _("Werk&order"), _("&Klant"), _("&Voertuig"), _("Leen/&Huur")):
            self.strip.addTab(title)
        self.feiten = Feiten()
        self._leen = LeenLint(toegang, deuren, failed)
        self._stack = QStackedLayout(self)
        self._owner_buttons: list[Button] = []
        self._owner_id: int | None = None
        self._pechhulp: Button | None = None
        self._card_buttons: list[Button] = []
        self._card_id, self._number = 0, ""
        self.steps: dict[KaartStaat, Button] = {}
        self.strip.currentChanged.connect(self._stack.setCurrentIndex)

    def fill(self, general: Sequence[Button], step: Callable[[KaartStaat], None]) -> None:
        """Puts the buttons under their tabs; ``general`` are those of the dialog itself."""
        self._card_buttons = list(general)
        for staat, (words, icon) in _steps().items():
            button = Button(words, icon=icon, kind="quiet")
            button.clicked.connect(partial(step, staat))
            self.steps[staat] = button
        for row in (general, [*self.steps.values(), *self._of_work()], self._of_owner()):
            self._stack.addWidget(_row(row))
        self._stack.addWidget(_row(self._of_car(), self.feiten))
        self._stack.addWidget(self._leen)
        others = self._of_others()
        if others:
            self.strip.addTab(_("Overi&ge"))
            self._stack.addWidget(_row(others))
        self.strip.setCurrentIndex(VOERTUIG)

    def show_card(self, kaart: Werkkaart | None) -> None:
        """Shows what can be done with a card in its state; None: it is not on file yet."""
        may = self._toegang.wie.mag(Recht.WERKKAART_WIJZIGEN)
        follow = OVERGANGEN[kaart.staat] if kaart is not None and may else frozenset()
        for staat, button in self.steps.items():
            button.setVisible(staat in follow)
        self._card_id, self._number = (kaart.id, kaart.nummer) if kaart is not None else (0, "")
        for button in (*self._card_buttons, self._documents):
            button.setEnabled(kaart is not None)
        self._leen.show_card(kaart)

    def know(self, voertuig_id: int, owner_id: int | None) -> None:
        """Which car it is, and whose it was when it came."""
        self._voertuig_id, self._owner_id = voertuig_id, owner_id
        if self._pechhulp is not None and self._pechhulp.menu() is None:
            self._pechhulp.setMenu(pechhulp_menu(self._toegang, self._deuren, voertuig_id, self._pechhulp))
        for button in self._owner_buttons:
            button.setEnabled(owner_id is not None)

    def _of_work(self) -> list[Button]:
        if not self._toegang.wie.mag(Recht.MONTEURWERK):
            return []
        return [self._for_card(_("Gewerkte ti&jd"), "uren", self._open_worked)]

    def _of_others(self) -> list[Button]:
        """Where the papers of the shop stand, as far as its country has them and this person may see them."""
        wie, deuren = self._toegang.wie, self._deuren
        made: list[Button] = []
        if wie.land == BELGIE:
            made.append(quiet(_("Garage&register"), "lijsten", deuren.werkkaart.open_garageregister))
        if wie.mag(Recht.INSTELLINGEN):
            made.append(quiet(_("Eigen lijs&ten"), "artikel", deuren.werkkaart.open_lijsten))
        return made

    def _for_card(self, words: str, icon: str, act: Callable[[], None]) -> Button:
        """A button that needs a card on file."""
        button = quiet(words, icon, act)
        self._card_buttons.append(button)
        return button

    def _open_checklist(self) -> None:
        self._deuren.werkkaart.open_checklist(self._card_id, self._number)

    def _open_worked(self) -> None:
        self._deuren.werkkaart.open_gewerkt(self._card_id, self._number)

    def _of_owner(self) -> list[Button]:
        wie, deuren = self._toegang.wie, self._deuren
        if not wie.mag(Recht.RELATIE_ZIEN):
            return []
        card = Button(_("&Relatie"), icon="relatie", kind="quiet")
        card.clicked.connect(lambda: self._with_owner(deuren.open_relatie))
        crm = quiet(_("&CRM"), "crm", self._open_crm)
        self._owner_buttons += [card, crm]
        return [card, crm]

    def _open_documents(self) -> None:
        self._deuren.werkkaart.open_documenten(self._card_id)

    def _open_crm(self) -> None:
        self._with_owner(lambda owner: self._deuren.open_contacten(owner, self._voertuig_id))

    def _with_owner(self, act: Callable[[int], None]) -> None:
        if self._owner_id is not None:
            act(self._owner_id)

    def _of_car(self) -> list[Button]:
        wie, deuren = self._toegang.wie, self._deuren
        made = [
            quiet(_("Mute&ren"), "voertuig", lambda: deuren.open_voertuig(self._voertuig_id)),
            quiet(_("&Dossier"), "dossier", lambda: deuren.werkkaart.open_dossier(self._voertuig_id)),
        ]
        if wie.mag(Recht.PECHHULP):
            self._pechhulp = Button(_("&Pechhulp"), icon="pechhulp", kind="quiet")
            made.append(self._pechhulp)
        if reports(wie):
            carpass = Button(_("Car-Pass"), icon="carpass", kind="quiet")
            carpass.setMenu(carpass_menu(deuren, lambda: self._voertuig_id, carpass))
            made.append(carpass)
        made.append(self._for_card(_("Check&lists"), "checklist", self._open_checklist))
        self._documents = quiet(_("Doc&umenten"), "documenten", self._open_documents)
        made.append(self._documents)
        made.append(quiet(_("KM s&tand"), "km", lambda: deuren.open_kmstand(self._voertuig_id)))
        if wie.mag(Recht.RELATIE_ZIEN):
            crm = quiet(_("&CRM"), "crm", self._open_crm)
            self._owner_buttons.append(crm)
            made.append(crm)
        return made


def quiet(words: str, icon: str, act: Callable[[], None], key: str = "") -> Button:
    """A button of the ribbon."""
    button = Button(words, icon=icon, kind="quiet", key=key)
    # Without the "checked" that the button tells.
    button.clicked.connect(lambda _checked=False: act())
    return button


def _row(buttons: Sequence[QWidget], behind: QWidget | None = None) -> QFrame:
    part = QFrame()
    row = QHBoxLayout(part)
    row.setContentsMargins(16, 6, 16, 6)
    row.setSpacing(4)
    for button in buttons:
        row.addWidget(button)
    if behind is not None:
        row.addWidget(behind)
    row.addStretch()
    return part
