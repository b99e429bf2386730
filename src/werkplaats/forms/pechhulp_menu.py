"""The Pechhulp menu of a car: the seven providers in the order that all garages know, and what was asked before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pechhulp import NAMEN, Aanbieder, Beletsel, MenuItem
from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _
from werkplaats.ui.menu import Menu
from werkplaats.ui.problem import ProblemLine
from werkplaats.ui.theme import theme
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from werkplaats.domain.pechhulp import PechhulpAanvraag
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_LEAST_WIDTH = 352
_EARLIER = "earlier"


def pechhulp_menu(toegang: Toegang, deuren: Deuren, voertuig_id: int, button: QWidget) -> QMenu:
    """The menu of one car for a button; it asks for its lines each time when it opens."""
    return PechhulpMenu(toegang, deuren, voertuig_id, button)


class _Content(NamedTuple):
    items: tuple[MenuItem, ...]
    eerder: int


class PechhulpMenu(Menu):
    """Opens the form of Bovemij, the page of another provider, or the earlier requests.

    The names stand there at once, and can be chosen when the answer has come: nothing moves under the pointer then but
    what this shop hides. The hand may be quicker: a figure pressed before waits for the answer, a chosen row stays.
    """

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, button: QWidget) -> None:
        super().__init__(button)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._button = button
        self._content: _Content | None = None
        self._hurried = ""
        self.setToolTipsVisible(True)
        self.setMinimumWidth(theme().px(_LEAST_WIDTH))
        self._fill(_Content(tuple(MenuItem(aanbieder, None) for aanbieder in Aanbieder), 0), ready=False)
        self.aboutToShow.connect(self._ask)
        self.aboutToHide.connect(self._forget_hurry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self._row_of(event.text())
        if chosen is None:
            super().keyPressEvent(event)
        elif self._content is None:
            self._hurried = event.text()
        else:
            self._take(chosen)

    def _row_of(self, key: str) -> QAction | None:
        return next((action for action in self.actions() if key and action.data() == key), None)

    def _take(self, chosen: QAction) -> None:
        if chosen.isEnabled():
            self.close()
            chosen.trigger()

    def _forget_hurry(self) -> None:
        self._hurried = ""

    def _ask(self) -> None:
        toegang, voertuig_id = self._toegang, self._voertuig_id

        def ask() -> _Content:
            eerder = toegang.pechhulp.eerder(toegang.wie, voertuig_id)
            return _Content(toegang.pechhulp.menu(toegang.wie, voertuig_id), len(eerder))

        toegang.background.run(self, ask, self._show_content, self._tell)

    def _show_content(self, content: _Content) -> None:
        if content != self._content:
            self._content = content
            self._fill(content, ready=True)
            if self.isVisible():
                self._keep_beside_button()
        hurried = self._row_of(self._hurried)
        if hurried is not None:
            self._take(hurried)

    def _fill(self, content: _Content, *, ready: bool) -> None:
        chosen = self.activeAction().data() if self.activeAction() is not None else ""
        self.clear()
        for item in content.items:
            self._add(item, ready=ready)
        if content.eerder:
            self.addSeparator()
            title = _("Eerdere aanvragen ({aantal})").format(aantal=content.eerder)
            earlier = self.add(title, "historie")
            earlier.setData(_EARLIER)
            earlier.triggered.connect(lambda: self._deuren.open_pechhulp_eerder(self._voertuig_id))
        again = self._row_of(chosen)
        if again is not None:
            self.setActiveAction(again)

    def _add(self, item: MenuItem, *, ready: bool) -> None:
        # The figure stays with its provider, also where the shop hides another one: the hand knows it.
        key = str(list(Aanbieder).index(item.aanbieder) + 1)
        icon = "pechhulp" if item.aanbieder is Aanbieder.BOVEMIJ else "naar_browser"
        can_mend = item.beletsel is Beletsel.GEEN_LINK and self._toegang.wie.mag(Recht.INSTELLINGEN)
        action = self.add(NAMEN[item.aanbieder], icon, key, self._note(item, can_mend=can_mend))
        action.setData(key)
        action.setEnabled(ready and (item.beletsel is None or can_mend))
        action.setToolTip(_reason(item.beletsel, can_mend=can_mend))
        if can_mend:
            action.triggered.connect(lambda: self._deuren.open_instellingen("pechhulp"))
        elif item.aanbieder is Aanbieder.BOVEMIJ:
            action.triggered.connect(lambda: self._deuren.open_pechhulp(self._voertuig_id))
        else:
            action.triggered.connect(partial(self._open_link, item.aanbieder))

    def _note(self, item: MenuItem, *, can_mend: bool) -> str:
        if can_mend:
            return _("adres instellen …")
        if item.laatst is None:
            return ""
        return _("laatst {datum}").format(datum=datum_tekst(item.laatst.lokaal(self._toegang.wie.zone).date()))

    def _open_link(self, aanbieder: Aanbieder) -> None:
        toegang, voertuig_id = self._toegang, self._voertuig_id
        toegang.background.run(
            self, lambda: toegang.pechhulp.open_link(toegang.wie, voertuig_id, aanbieder), self._opened, self._tell
        )

    def _opened(self, aanvraag: PechhulpAanvraag) -> None:
        self._deuren.changed.emit("pechhulp", aanvraag.id)

    def _tell(self, problem: WerkplaatsError) -> None:
        """Says it in the problem line of the window in which the button stands."""
        line = self._button.window().findChild(ProblemLine)
        if line is not None:
            sentence = zin(problem)
            line.show_problem(sentence.wat, sentence.doe)

    def _keep_beside_button(self) -> None:
        """A menu that opened upwards grows upwards, so that it never covers its button."""
        size, screen = self.sizeHint(), self._button.screen().availableGeometry()
        self.resize(size)
        top = self._button.mapToGlobal(QPoint(0, 0))
        below = top.y() + self._button.height()
        fits = below + size.height() <= screen.bottom()
        self.move(min(top.x(), screen.right() - size.width()), below if fits else top.y() - size.height())


def _reason(beletsel: Beletsel | None, *, can_mend: bool) -> str:
    if beletsel is Beletsel.GEEN_KENTEKEN:
        return _("Deze auto heeft nog geen kenteken. Vul het in en sla op.")
    if beletsel is Beletsel.GEEN_LINK and can_mend:
        return _("Nog geen webadres bekend. Opent Instellingen, Pechhulp.")
    if beletsel is Beletsel.GEEN_LINK:
        return _("Nog geen webadres bekend. Een beheerder vult het in bij Instellingen, Pechhulp.")
    return ""
