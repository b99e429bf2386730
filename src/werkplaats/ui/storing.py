"""The page in the place of all others when the store cannot be opened: why, what to do, and once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.i18n import _
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList

if TYPE_CHECKING:
    from collections.abc import Callable


class FaultPage(EmptyList):
    """Says one problem; its button tries again."""

    def __init__(self, what: str, advice: str, retry: Callable[[], None]) -> None:
        self.again = Button(_("Opnieuw"), icon="vernieuwen", kind="main")
        super().__init__("warning", what, advice, self.again)
        self.again.clicked.connect(lambda: retry())  # noqa: PLW0108 -- Qt hands "checked" to a slot that takes it
        self.setFocusProxy(self.again)
