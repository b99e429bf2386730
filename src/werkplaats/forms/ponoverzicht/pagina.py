"""The page Kentekenaanvragen: who leads the sale sees what is requested when, what waits, and what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pon_planning import VOORUIT
from werkplaats.forms.ponoverzicht.aanvragen import requests_list
from werkplaats.forms.ponoverzicht.planning import planning_list
from werkplaats.i18n import _, ngettext
from werkplaats.ui.dagen import Day, DayStrip
from werkplaats.ui.labels import ElidedLabel
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.ui.pagina import PageWidget
from werkplaats.ui.tabs import TabStrip
from werkplaats.ui.work import Latest

if TYPE_CHECKING:
    from werkplaats.domain.pon_planning import Kalender, Kalenderdag
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.lijst.soort import ListKind


class PonPagina(PageWidget):
    """Two lists, each under its tab: what is still to happen, below the calendar, and what was asked of PON."""

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__()
        self._toegang = toegang
        self._ask = Latest(toegang.background, self)
        self.days = DayStrip(VOORUIT, _("Kalender van de komende twee weken"))
        self._automatic = ElidedLabel("", "small", "text_2")
        self.strip = TabStrip()
        self.planning = self._list(planning_list(toegang, deuren))
        self.requests = self._list(requests_list(toegang, deuren))
        for title in (_("P&lanning"), _("Aan&gevraagd")):
            self.strip.addTab(title)
        self._lay_out()
        self.days.chosen.connect(self._choose_day)
        self.planning.turned.connect(self._turned)
        self.strip.currentChanged.connect(self._turn)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self._step(by))

    @property
    def current(self) -> ListPage:
        """The list in sight."""
        return self.requests if self.strip.currentIndex() else self.planning

    def refresh(self) -> None:
        self.current.refresh()
        self._ask_calendar()

    def show_changed(self, onderwerp: str) -> None:
        self.current.show_changed(onderwerp)
        if onderwerp in ("order", "orderlijsten", "instellingen"):
            self._ask_calendar()

    def take_focus(self) -> None:
        self.current.take_focus()

    def _list(self, kind: ListKind) -> ListPage:
        toegang = self._toegang
        page = ListPage(kind, toegang.lijsten, toegang.wie, toegang.background, toegang.voorkeuren)
        page.left.connect(self.left)
        page.exported.connect(self.exported)
        return page

    # The calendar.

    def _ask_calendar(self) -> None:
        toegang = self._toegang
        # What goes wrong is told by the list, which asks the same database.
        self._ask.ask(lambda: toegang.verkoop.planning.calendar(toegang.wie), self._show_calendar, lambda _fout: None)

    def _show_calendar(self, kalender: Kalender) -> None:
        self.days.show_days([_day(dag, at) for at, dag in enumerate(kalender.dagen)])
        self._automatic.set_text(
            _("Het programma vraagt elke ochtend vanzelf aan.")
            if kalender.automatisch
            else _("Automatisch aanvragen staat uit: op deze dagen vraagt u het kenteken zelf aan.")
        )

    def _choose_day(self, at: int) -> None:
        self.planning.choose("" if at < 0 else f"dag_{at}", "" if at < 0 else "gepland")

    def _turned(self, keuze: str) -> None:
        if not keuze.startswith("dag_"):
            self.days.let_go()

    # The tabs.

    def _turn(self, _at: int) -> None:
        self._stack.setCurrentIndex(self.strip.currentIndex())
        self.refresh()

    def _step(self, by: int) -> None:
        self.strip.setCurrentIndex((self.strip.currentIndex() + by) % self.strip.count())
        self.take_focus()

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        days = QHBoxLayout()
        days.setContentsMargins(24, 0, 24, 0)
        days.addWidget(self.days)
        column.addLayout(days)
        column.addWidget(self.planning, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(upper)
        self._stack.addWidget(self.requests)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.setSpacing(24)
        head.addWidget(self.strip, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._automatic, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addLayout(head)
        page.addLayout(self._stack, 1)


def _day(dag: Kalenderdag, at: int) -> Day:
    names = (_("ma"), _("di"), _("wo"), _("do"), _("vr"), _("za"), _("zo"))
    name = names[dag.dag.weekday()]
    title = "{dag} {datum}" if at else _("Vandaag {dag} {datum}")
    short = " · ".join(f"{aantal}x {regel.value}" if aantal > 1 else regel.value for regel, aantal in dag.regels)
    words = ngettext("{dag}: {aantal} kenteken aan te vragen", "{dag}: {aantal} kentekens aan te vragen", dag.aantal)
    spoken = words.format(dag=title.format(dag=name, datum=datum_tekst(dag.dag)), aantal=dag.aantal)
    by_rule = ", ".join(f"{aantal} x {regel.value}" for regel, aantal in dag.regels)
    return Day(
        title.format(dag=name, datum=f"{dag.dag:%d-%m}"),
        dag.aantal,
        short,
        f"{spoken} ({by_rule})" if by_rule else spoken,
    )
