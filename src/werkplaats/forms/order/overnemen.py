"""Orders overnemen: a file of another package is looked through first, and then taken in as a whole or not at all."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.cards import Card
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.form import Form
from werkplaats.ui.labels import ElidedLabel, Label
from werkplaats.ui.table import Cell, Column, Table
from werkplaats.zinnen import woord_veld, zin_bij_veld

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.usecases.orderimport import Importverslag


class OrderimportForm(Form):
    """Choose a file, read what would happen or what is wrong in which line, and take it in."""

    standard_size: ClassVar[tuple[int, int]] = (880, 560)

    def __init__(self, toegang: Toegang, deuren: Deuren) -> None:
        super().__init__("orderimport", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._file: Path | None = None
        self.verb = _("overgenomen")
        self.set_heading(_("Orders overnemen"), _("Uit een CSV-bestand van een ander pakket; alles of niets"))
        self._choose = Button(_("&Bestand kiezen …"), icon="bijlage")
        self._choose.clicked.connect(self._ask_file)
        self._chosen_file = ElidedLabel(_("Nog geen bestand gekozen"), "body", "text_2")
        self._outcome = Label("", "strong", wrap=True)
        self._skipped = Label("", "small", "text_2", wrap=True)
        self._table = Table(
            (Column(_("Regel"), 72, right=True), Column(_("Kolom"), 168), Column(_("Wat er is"))), indent=16
        )
        self._table.setAccessibleName(_("Regels die niet kloppen"))
        self.set_page(self._page())
        self._take = self.set_main(_("&Overnemen"), "opslaan", self._run)
        self._take.setEnabled(False)
        self._take.setToolTip(_("Kies eerst een bestand."))
        self.bar.name_cancel(_("Sluiten"))
        self._choose.setFocus()

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._choose)
        line.addWidget(self._chosen_file, 1)
        column.addLayout(line)
        column.addWidget(self._outcome)
        column.addWidget(self._skipped)
        card = Card(padding=1)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        advice = _("De eerste regel noemt de kolommen; alleen referentie is verplicht. F1 toont ze alle.")
        self._stack.addWidget(EmptyList("lijsten", _("Hier staat straks wat er niet klopt"), advice))
        self._stack.addWidget(self._table)
        column.addWidget(card, 1)
        return page

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Orders overnemen"), "", _("CSV-bestanden (*.csv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.look_at(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, bestand: Path) -> None:
        """Reads a file through; nothing is written yet."""
        self._file = bestand
        self._chosen_file.set_text(bestand.name)
        self._take.setEnabled(False)
        self.work(partial(self._toegang.verkoop.orderimport.check, self._toegang.wie, bestand), self._checked)

    def _checked(self, verslag: Importverslag) -> None:
        self._table.set_rows(
            [
                (
                    Cell(str(fout.regel), strong=True),
                    Cell(woord_veld(fout.bevinding.veld)),
                    Cell(zin_bij_veld(fout.bevinding)),
                )
                for fout in verslag.fouten
            ]
        )
        self._stack.setCurrentIndex(1 if verslag.fouten else 0)
        may = not verslag.fouten and verslag.toegevoegd + verslag.gewijzigd > 0
        self._take.setEnabled(may)
        self._take.setToolTip("" if may else _("In dit bestand is niets om over te nemen."))
        self._outcome.setText(_told(verslag))
        skipped = _("Deze kolommen worden niet gelezen: {kolommen}.")
        self._skipped.setText(skipped.format(kolommen=", ".join(verslag.overgeslagen)) if verslag.overgeslagen else "")
        (self._take if may else self._choose).setFocus()

    def _run(self) -> None:
        if self._file is not None and self._take.isEnabled():
            call = partial(self._toegang.verkoop.orderimport.run, self._toegang.wie, self._file)
            self.work(call, self._taken, writes=True)

    def _taken(self, verslag: Importverslag) -> None:
        self._take.setEnabled(False)
        self._take.setToolTip(_("Dit bestand is overgenomen."))
        self.problem.show_problem(_("De orders zijn overgenomen."), _told(verslag), kind="ok")
        self._deuren.changed.emit("order", 0)


def _told(verslag: Importverslag) -> str:
    if verslag.fouten:
        words = ngettext(
            "1 fout gevonden; er wordt niets overgenomen.",
            "{aantal} fouten gevonden; er wordt niets overgenomen.",
            len(verslag.fouten),
        )
        return words.format(aantal=len(verslag.fouten))
    words = _("{nieuw} nieuw, {gewijzigd} gewijzigd, {gelijk} al gelijk.")
    return words.format(nieuw=verslag.toegevoegd, gewijzigd=verslag.gewijzigd, gelijk=verslag.ongewijzigd)
