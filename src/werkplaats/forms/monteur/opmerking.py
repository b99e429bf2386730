"""A remark of the mechanic for the counter; and the search for another card, by number, plate or scanner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from werkplaats.forms.monteur.blad import Blad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import TouchButton, TouchLine
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import set_letter


class OpmerkingBlad(Blad):
    """``kept``: the remark as it was, and as it is now."""

    kept = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Opmerking voor de balie"))
        self._basis = ""
        self.text = QPlainTextEdit()
        self.text.setProperty("touch", True)
        self.text.document().setDocumentMargin(12)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Opmerking"))
        set_letter(self.text, "touch_body")
        self.line = TouchLine()
        self.keep = TouchButton(_("Bewaren"), "opslaan", "Ctrl+Enter", "main")
        self.keep.clicked.connect(lambda: self.kept.emit(self._basis, self.text.toPlainText().strip()))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.keep.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.column.addWidget(self.line)
        self.column.addWidget(self.text, 1)
        self.column.addWidget(self.keep)

    def begin(self, tekst: str) -> None:
        """Shows the remark that stands there."""
        self._basis = tekst
        self.line.clear()
        self.text.setPlainText(tekst)
        self.text.setFocus()

    def has_changes(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.text.toPlainText().strip() != self._basis


class ZoekBlad(Blad):
    """``asked``: a number or a plate that somebody typed."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Andere kaart"))
        said = _("Typ het nummer van de werkkaart of het kenteken, of scan de sleutellabel.")
        self.field = _Field()
        self.field.setAccessibleName(_("Nummer van de werkkaart of kenteken"))
        self.line = TouchLine()
        self.open = TouchButton(_("Openen"), "werkkaart", "Enter", "main")
        self.open.clicked.connect(self._ask)
        self.field.returnPressed.connect(self._ask)
        self.column.addWidget(Label(said, "touch_body", "text_2", wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.line)
        self.column.addStretch(1)
        self.column.addWidget(self.open)

    def begin(self) -> None:
        """Begins with an empty field."""
        self.field.clear()
        self.line.clear()
        self.field.setFocus()

    def _ask(self) -> None:
        self.asked.emit(self.field.text())


class _Field(QLineEdit):
    """A field as high as a finger."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("touch", True)
        set_letter(self, "touch_title")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The window has an Enter of its own on the card.
            event.accept()
