"""The list as a CSV file: where it goes is asked, how far it is shown, and it can be stopped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from werkplaats.i18n import _
from werkplaats.ui.progress import ProgressStrip
from werkplaats.ui.signbutton import SignButton
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.lijst import Lijstvraag
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import WerkplaatsError
    from werkplaats.ui.lijst.soort import ListColumn, ListKind
    from werkplaats.ui.work import Background, Task
    from werkplaats.usecases.lijsten import Lijsten


EXPORT_KEY = "Ctrl+E"


class Export(QObject):
    """``asked`` by its button, ``done`` with the name of the file and the lines in it, ``failed`` otherwise."""

    asked = Signal()
    done = Signal(str, int)
    failed = Signal(object)

    def __init__(self, kind: ListKind, lijsten: Lijsten, wie: Wie, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind, self._lijsten, self._wie, self._background = kind, lijsten, wie, background
        self._owner = parent
        self._task: Task | None = None
        self.button = SignButton("exporteren", _("Exporteren als CSV ({toets})").format(toets=EXPORT_KEY))
        self.button.clicked.connect(self.asked)
        self.strip = ProgressStrip(_("De lijst wordt geëxporteerd …"))
        self.strip.stop_button.set_key("")
        self.strip.stopped.connect(self._stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(tokens().time_ms["progress_after"])
        self._patience.timeout.connect(lambda: self.strip.show_slow(can_stop=True))

    def choose(self, vraag: Lijstvraag, columns: Sequence[ListColumn]) -> None:
        """Asks where the file goes, and writes it there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._owner, _("Exporteren als CSV"), folder, _("CSV-bestanden (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._kind.words.file)
        dialog.fileSelected.connect(lambda name: self.write(vraag, columns, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, vraag: Lijstvraag, columns: Sequence[ListColumn], bestand: Path) -> None:
        """Writes the list as it is filtered and sorted, with the columns in sight."""
        lijsten, wie, soort = self._lijsten, self._wie, self._kind.soort
        titles, parts = [column.title for column in columns], [column.text for column in columns]

        def cells(line: Any) -> list[str]:
            return [part(line) for part in parts]

        def call(progress: Any, stop: Any) -> int:
            return lijsten.export(wie, soort, vraag, bestand, titles, cells, progress, stop)

        self.button.setEnabled(False)
        self.strip.start()
        self._patience.start()
        self._task = self._background.run(
            self._owner, call, partial(self._done, bestand.name), self._fail, self.strip.report
        )

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _done(self, name: str, lines: int) -> None:
        self._end()
        self.done.emit(name, lines)

    def _fail(self, problem: WerkplaatsError) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        self._task = None
        self._patience.stop()
        self.strip.hide()
        self.button.setEnabled(True)
