"""The dialog that a fault of our own ends in: what to do now, and the report to copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.dialog_frame import DialogFrame
from werkplaats.ui.theme import set_letter, set_look, theme
from werkplaats.ui.tokens import tokens

_SIZE = QSize(680, 440)


class CrashDialog(DialogFrame):
    """Shows one report; the rest of the program goes on."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = report
        self.set_heading(
            _("Er ging iets mis in Werkplaats"),
            _("Dit is een fout van het programma, niet van u. Wat was opgeslagen, staat er nog."),
        )
        self.set_page(self._page())
        self.set_main(_("&Kopieer verslag"), "kopieren", self._copy, "Ctrl+C")
        self.bar.name_cancel(_("Sluiten"))
        self.bar.cancelled.connect(self.close)
        QShortcut(QKeySequence(tokens().key["terug"]), self, self.close)
        self.resize(theme().px(_SIZE.width()), theme().px(_SIZE.height()))

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(8)
        advice = QLabel(
            _(
                "Sluit het venster waarin het gebeurde en open het opnieuw. Blijft het misgaan, stuur dan dit verslag "
                "naar de maker van het programma. Er staan geen gegevens van klanten of auto's in."
            )
        )
        advice.setWordWrap(True)
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setAccessibleName(_("Verslag van de fout"))
        set_letter(text, "small")
        set_look(text, field="true")
        column.addWidget(advice)
        column.addWidget(text, 1)
        return page

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.problem.show_problem(_("Het verslag staat op het klembord."), kind="ok")
