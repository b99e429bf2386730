"""A page with a secret under seal and a button that tries it: typed anew or taken away, never seen again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.button import IconButton
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.button import Button
    from werkplaats.ui.fields.secret import SecretField

Uitslag = Literal["", "ok", "error"]


class GeheimPagina(Pagina):
    """``test_asked`` asks the form for the call; ``outcome`` says how the last one went, ``tested`` that it is known.

    A page lays out ``_secret``, ``_state`` and ``_remove`` in a row, and the test where it likes.
    """

    test_asked = Signal()
    tested = Signal()

    def __init__(self, secret: SecretField, remove: str, test: Button) -> None:
        super().__init__()
        self.outcome: Uitslag = ""
        self._kept = self._removes = False
        self._secret = secret
        self._state = Label("", "body", "text_2")
        self._remove = IconButton("wissen", remove)
        self._test = test
        self._result = NoteLine("", "", "body")
        self._secret.changed.connect(self._typed)
        self._remove.clicked.connect(self._take_away)
        self._test.clicked.connect(self.test_asked)

    def show_secret(self, *, kept: bool) -> None:
        """Shows whether the shop has the secret; what was typed is forgotten here."""
        if self.new_secret() is not None:
            self.forget()
        self._kept, self._removes = kept, False
        self._secret.set_kept(kept=kept)
        self._say_state()

    def new_secret(self) -> str | None:
        """The secret to keep, an empty text to take the kept one away, None for no change."""
        return "" if self._removes else self._secret.value() or None

    def forget(self) -> None:
        """Another shop: what was tried does not count for it."""
        self._say("", "")

    @property
    def _unsaved(self) -> str:
        """Why the test waits while the secret was typed but not saved."""
        return _("Sla eerst op: de test gebruikt wat is opgeslagen.")

    def _typed(self) -> None:
        self._removes = False
        self._change()

    def _take_away(self) -> None:
        self._secret.set_kept(kept=False)
        self._removes = True
        self._secret.setFocus()
        self._change()

    def _change(self) -> None:
        """What was tried before says nothing about another secret."""
        self._say("", self._unsaved if self.new_secret() is not None else "")
        self._say_state()
        self.changed.emit()

    def _say_state(self) -> None:
        new = self.new_secret()
        if self._removes:
            text = _("wordt weggehaald bij opslaan")
        elif new is not None:
            text = _("wordt vervangen bij opslaan") if self._kept else _("wordt ingesteld bij opslaan")
        else:
            text = _("ingesteld") if self._kept else _("niet ingesteld")
        self._state.setText(text)
        self._secret.setAccessibleDescription(text)
        self._remove.setVisible(self._kept and not self._removes)
        self._test.setEnabled(new is None)

    def _say_problem(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self._say("error", f"{sentence.wat} {sentence.doe}")

    def _say(self, outcome: Uitslag, sentence: str) -> None:
        self.outcome = outcome
        self._result.say(outcome, sentence)
        self.tested.emit()

    def _test_line(self) -> QWidget:
        """The button with its result at its right, which wraps; while there is none the button stays at the left."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().margin["label_to_field"])
        row.addWidget(self._test)
        row.addWidget(self._result, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        return line
