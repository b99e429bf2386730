"""The doors between dialogs: one place that opens them, raises what is open already, and says what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

F = TypeVar("F", bound="Form")


class Deuren(QObject):
    """Opens the dialogs of one window; ``changed(onderwerp, id)`` is emitted after each save in any of them."""

    changed = Signal(str, int)

    def __init__(self, toegang: Toegang, parent: QObject) -> None:
        super().__init__(parent)
        self._toegang = toegang
        self._open: dict[Hashable, Form] = {}

    def _show(self, key: Hashable, make: Callable[[], F]) -> None:
        """Shows the dialog of a record: the open one when there is one, so that nobody edits beside himself."""
        form = self._open.get(key)
        if form is None or not shiboken6.isValid(form):
            form = make()
            form.closed.connect(lambda: self._open.pop(key, None))
            self._open[key] = form
            form.show()
        form.raise_()
        form.activateWindow()
