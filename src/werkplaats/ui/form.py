"""The base of every dialog: a window of its own, non-modal, that works in the background and loses nothing typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.errors import Botsing, Ernst, Ongeldig, OpslagFout, Unreachable
from werkplaats.i18n import _
from werkplaats.ui.busy import Busy
from werkplaats.ui.button import Button
from werkplaats.ui.dialog_frame import DialogFrame
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin, zin_bij_veld, zin_ongeldig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from werkplaats.errors import Bevinding, WerkplaatsError
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background, Task

T = TypeVar("T")


class Checked(Protocol):
    """A field that can show what is wrong with it."""

    def set_finding(self, bevinding: Bevinding | None) -> None:
        """Shows a finding, or that there is none."""


class Form(DialogFrame):
    """A dialog that is freed when it is closed, keeps its size, and does everything slow through ``work``.

    A form that edits overrides ``has_changes`` and ``solve``; ``name`` is under which its size is remembered, ``verb``
    is what its main button does, as in "Nog niet aangevraagd".
    """

    closed = Signal()
    standard_size: ClassVar[tuple[int, int]] = (1040, 688)
    """The size at 100 % before the user chose another; no dialog asks for more."""

    def __init__(self, name: str, background: Background, voorkeuren: Voorkeuren, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.background = background
        self.voorkeuren = voorkeuren
        self.verb = _("opgeslagen")
        self._name = name
        self._fields: dict[str, QWidget] = {}
        self._task: Task | None = None
        self._running = False
        self._writes = False
        self._close_after = False
        self._discards = False
        self._left = False
        self._busy = Busy(self)
        self._busy.shown.connect(self._say_busy)
        self._busy.slow.connect(self._show_slow)
        self._progress.stopped.connect(self.cancel)
        self.bar.cancelled.connect(self.cancel)
        QShortcut(QKeySequence(tokens().key["terug"]), self, self.cancel)
        voorkeuren.restore_window(name, self, QSize(*map(theme().px, self.standard_size)))

    def register(self, veld: str, widget: QWidget) -> None:
        """Tells which widget shows a field of the input value, in reading order."""
        self._fields[veld] = widget

    def has_changes(self) -> bool:
        """Whether something was typed that is not saved; a form that edits overrides this."""
        return False

    def solve(self, botsing: Botsing) -> None:
        """Called when another person changed the same fields; a form that edits shows both values."""
        self.show_problem(botsing)

    # Work.

    @property
    def is_busy(self) -> bool:
        """Whether a call is under way."""
        return self._running

    def work(
        self,
        call: Callable[..., T],
        done: Callable[[T], None],
        *,
        writes: bool = False,
        failed: Callable[[WerkplaatsError], None] | None = None,
    ) -> None:
        """Makes a call in the background, then ``done`` with its answer; while one is under way a next is not taken.

        A call that ``writes`` is never left alone: closing the window waits for it. Another one is let go by Esc. A
        problem goes to ``failed``; without that to ``solve`` (Botsing), the fields (Ongeldig) or the problem line.
        """
        if self._running:
            return
        self._running, self._writes = True, writes
        self.bar.withdraw()
        self.problem.clear()

        def succeed(answer: T) -> None:
            self._end()
            done(answer)
            self._close_if_asked()

        def fail(problem: WerkplaatsError) -> None:
            self._end()
            self._close_after = False
            if failed is not None:
                failed(problem)
            else:
                # A write is repeated by the main button, which reads the fields anew; this would send what they were.
                self._fail(problem, None if writes else lambda: self.work(call, done))

        task = self.background.run(self, call, succeed, fail, self._progress.report)
        if self._running:
            self._task = task
            self._busy.start(self._inputs())

    def press_main(self) -> None:
        if not self._running:
            super().press_main()

    def _end(self) -> None:
        self._running, self._task = False, None
        self._busy.end()
        self._say_ready()

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.drop()
        self._end()

    def _show_slow(self) -> None:
        can_stop = not self._writes or (self._task is not None and self._task.can_stop)
        self._say_slow(can_stop=can_stop)

    # Problems.

    def show_problem(self, problem: WerkplaatsError, retry: Callable[[], None] | None = None) -> None:
        """Says a problem of the user or the world in the problem line."""
        sentence = zin(problem)
        kind = "warn" if isinstance(problem, Unreachable) else "error"
        self.problem.show_problem(sentence.wat, sentence.doe, kind=kind, retry=retry)
        self.come_forward()

    def show_findings(self, bevindingen: Iterable[Bevinding]) -> None:
        """Shows every finding at its field, sums up what blocks, and goes to the first field that is wrong."""
        found: dict[str, Bevinding] = {}
        # A warning never hides what blocks at the same field.
        for bevinding in sorted(bevindingen, key=lambda bevinding: bevinding.ernst is not Ernst.BLOKKEREND):
            found.setdefault(bevinding.veld, bevinding)
        for veld, widget in self._fields.items():
            cast("Checked", widget).set_finding(found.get(veld))
        wrong = [veld for veld, bevinding in found.items() if bevinding.ernst is Ernst.BLOKKEREND]
        if wrong:
            self._sum_up(found, wrong)
        else:
            self.problem.clear()

    def _sum_up(self, found: dict[str, Bevinding], wrong: list[str]) -> None:
        press = self.bar.main_button.text().replace("&", "") if self.bar.main_button else ""
        sentence = zin_ongeldig(Ongeldig(found.values()), self.verb, press)
        elsewhere = [zin_bij_veld(found[veld]) for veld in wrong if veld not in self._fields]
        self.problem.show_problem(sentence.wat, " ".join([*elsewhere, sentence.doe]))
        self.come_forward()
        first = next((widget for veld, widget in self._fields.items() if veld in wrong), None)
        if first is not None:
            self.reveal(first)
            # As if one came there by Tab: what is wrong is marked, and typing replaces it.
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _fail(self, problem: WerkplaatsError, retry: Callable[[], None] | None) -> None:
        match problem:
            case Ongeldig():
                self.show_findings(problem.bevindingen)
            case Botsing():
                self.solve(problem)
            case Unreachable() | OpslagFout():
                self.show_problem(problem, retry)
            case _:
                self.show_problem(problem)

    # Keys and closing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and self.voorkeuren.enter_is_tab and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running and self._writes:
            self._close_after = True
            event.ignore()
        elif self._discards or not self.has_changes():
            self._leave()
            event.accept()
        else:
            event.ignore()
            self.come_forward()
            self._ask_to_keep()

    def cancel(self) -> None:
        """What Esc and Annuleren do: withdraw the question, let go of what is under way, or close."""
        if self.bar.is_asking:
            self.bar.withdraw()
        elif self._running and not self._writes:
            self._let_go()
        elif self._task is not None and self._task.can_stop:
            self._task.stop()
        else:
            self.close()

    def _ask_to_keep(self) -> None:
        """Asks inside the window, so that it can be read beside what was typed."""
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self.cancel)
        main = self.bar.main_button
        if main is None or main.key != tokens().key["opslaan"]:
            discard = Button(_("Weggooien"), kind="danger")
            discard.clicked.connect(self.discard)
            self.bar.ask(_("Weggooien wat u heeft ingevuld?"), [back, discard])
            return
        keep = Button(_("Opslaan"), icon="opslaan", key=main.key, kind="main")
        keep.clicked.connect(self._keep)
        discard = Button(_("Niet bewaren"))
        discard.clicked.connect(self.discard)
        self.bar.ask(_("Wijzigingen bewaren?"), [keep, discard, back])

    def _keep(self) -> None:
        self._close_after = True
        self.press_main()
        if not self._running:
            self._close_if_asked()

    def discard(self) -> None:
        """Closes without keeping what was typed."""
        self._discards = True
        self.close()

    def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        self._let_go()
        self.voorkeuren.remember_window(self._name, self)
        self.closed.emit()

    def _close_if_asked(self) -> None:
        """After a save that was waited for: closes, unless the save was refused and something is still unsaved."""
        asked, self._close_after = self._close_after, False
        if asked and not self._running and not self.has_changes():
            self.close()
