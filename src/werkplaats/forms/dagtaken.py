"""Dagtaken: what runs each morning, how it went, and running it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.dagtaak import Taakstaat
from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen.dagtaken import woord_taak, zin_taak

if TYPE_CHECKING:
    from datetime import time

    from werkplaats.domain.dagtaak import TaakRegel
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Progress, Stop


class DagtakenForm(Form):
    """The log of the tasks, the latest day first; the main button runs what was not done yet today."""

    standard_size: ClassVar[tuple[int, int]] = (940, 640)

    def __init__(self, toegang: Toegang) -> None:
        super().__init__("dagtaken", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._table = Table(_columns(), indent=24)
        self._table.setAccessibleName(_("Dagtaken, de laatste dag eerst"))
        self._empty = EmptyList("agenda", _("Nog niets gedaan"), _("Druk op Nu uitvoeren, of wacht tot morgenochtend."))
        self._when = Label("", "body", "text_2", wrap=True)
        self._stack = QStackedLayout()
        self._build()
        self.reload()

    def reload(self) -> None:
        """Reads the log anew."""
        toegang = self._toegang
        self.work(lambda: (toegang.dagtaken.begin(toegang.wie), toegang.dagtaken.log(toegang.wie)), self._read)

    def _read(self, read: tuple[time | None, tuple[TaakRegel, ...]]) -> None:
        begin, regels = read
        if begin is None:
            when = _("Gebeurt niet vanzelf: dat staat uit in de instellingen.")
        else:
            when = _("Gebeurt elke dag vanaf {tijd} uur vanzelf, zolang Werkplaats ergens open is.")
            when = when.format(tijd=f"{begin:%H:%M}")
        self._when.setText(when)
        self._loaded(regels)

    def _build(self) -> None:
        self.set_heading(_("Dagtaken"), "")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(tokens().margin["label_to_field"])
        self._when.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self._when)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.set_page(page)
        trial = Button(_("Eerst &proberen"), icon="eye", kind="quiet")
        trial.setToolTip(_("Zegt wat er zou gebeuren en verandert niets"))
        trial.clicked.connect(lambda: self._run(proef=True))
        self.bar.add_door(trial)
        self.set_main(_("&Nu uitvoeren"), "", lambda: self._run(proef=False))
        self.bar.name_cancel(_("Sluiten"))

    def _run(self, *, proef: bool) -> None:
        toegang = self._toegang

        def call(progress: Progress, stop: Stop) -> tuple[TaakRegel, ...]:
            def goes_on(gedaan: int, totaal: int) -> bool:
                progress(gedaan, totaal)
                return not stop()

            return toegang.dagtaken.run(toegang.wie, proef=proef, progress=goes_on)

        self.work(call, self._tried if proef else self._done, writes=True)

    def _tried(self, regels: tuple[TaakRegel, ...]) -> None:
        self._loaded(regels)
        self.bar.say(_("Dit zou er gebeuren; er is niets veranderd."))

    def _done(self, regels: tuple[TaakRegel, ...]) -> None:
        failed = sum(regel.staat is Taakstaat.MISLUKT for regel in regels)
        said = _("Alles van vandaag is gedaan.") if not failed else _("Niet alles is gelukt; zie de lijst.")
        toegang = self._toegang
        self.work(lambda: toegang.dagtaken.log(toegang.wie), lambda log: self._show_after(log, said))

    def _show_after(self, log: tuple[TaakRegel, ...], said: str) -> None:
        self._loaded(log)
        self.bar.say(said)

    def _loaded(self, regels: tuple[TaakRegel, ...]) -> None:
        self._table.set_rows([_row(regel, self._toegang.wie.zone) for regel in regels])
        self._stack.setCurrentIndex(0 if regels else 1)
        self.bar.say("")
        self._table.setFocus()


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Dag"), 112),
        Column(_("Taak"), 168),
        Column(_("Hoe het ging"), None),
        Column(_("Klaar"), 76),
        Column(_("Door"), 136),
    )


def _row(regel: TaakRegel, zone: str) -> tuple[Cell, ...]:
    failed = regel.staat is Taakstaat.MISLUKT
    running = regel.staat is Taakstaat.BEZIG
    said = _("Bezig …") if running else zin_taak(regel.code, regel.aantal, regel.params)
    icon, role = ("warning-octagon", "error") if failed else ("clock", "text_2") if running else ("akkoord", "ok")
    return (
        Cell(datum_tekst(regel.dag)),
        Cell(woord_taak(regel.taak), icon=icon, icon_role=role),
        Cell(said, role="error" if failed else "text"),
        Cell("" if regel.klaar_op is None else format(regel.klaar_op.lokaal(zone), "%H:%M"), role="text_2"),
        Cell(regel.wie, role="text_2"),
    )
