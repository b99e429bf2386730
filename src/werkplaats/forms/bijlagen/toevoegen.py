"""Adding files: from a dialog, dropped or pasted; one after the other, with progress, and each problem by its name."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from werkplaats.i18n import _
from werkplaats.ui.beeld import to_png
from werkplaats.ui.progress import ProgressStrip
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

    from werkplaats.domain.bijlage import Bijlage, Bijlagesoort
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.work import Task

Bron = Path | QImage


class Mislukt(NamedTuple):
    """A file that was not added, and why."""

    naam: str
    waarom: WerkplaatsError


def sources_of(mime: QMimeData) -> tuple[Bron, ...]:
    """The files of this computer, or else the picture, that a clipboard or a drag holds."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    return (image,) if isinstance(image, QImage) and not image.isNull() else ()


class Toevoegen(QObject):
    """``added`` each file; ``ended`` with those that were not added, once all were tried."""

    added = Signal(object)
    ended = Signal(tuple)

    def __init__(self, toegang: Toegang, onderwerp: str, soort: Bijlagesoort, parent: QObject) -> None:
        super().__init__(parent)
        self._toegang, self._onderwerp, self._soort = toegang, onderwerp, soort
        self._queue: list[tuple[str, Bron]] = []
        self._failed: list[Mislukt] = []
        self._task: Task | None = None
        self._running = False
        self.strip = ProgressStrip(_("Het bestand wordt gelezen …"))
        # Esc is the window's own; here it stops nothing.
        self.strip.stop_button.set_key("")
        self.strip.stopped.connect(self._stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(tokens().time_ms["progress_after"])
        self._patience.timeout.connect(lambda: self.strip.show_slow(can_stop=True))

    def add(self, onderwerp_id: int, sources: Sequence[Bron]) -> None:
        """Adds these, after those that are still under way."""
        self._queue += [(self._name(source), source) for source in sources]
        if not self._running:
            self._next(onderwerp_id)

    def _name(self, source: Bron) -> str:
        if isinstance(source, Path):
            return source.name
        now = self._toegang.klok.nu().lokaal(self._toegang.wie.zone)
        return _("Afbeelding {moment}.png").format(moment=now.strftime("%d-%m-%Y %H.%M.%S"))

    def _next(self, onderwerp_id: int) -> None:
        if not self._queue:
            self._end()
            return
        naam, source = self._queue.pop(0)
        if not self._running:
            self._running = True
            self._patience.start()
        self._task = self._toegang.background.run(
            self,
            self._call(onderwerp_id, naam, source),
            partial(self._done, onderwerp_id),
            partial(self._fail, onderwerp_id, naam),
            self.strip.report,
        )

    def _call(self, onderwerp_id: int, naam: str, source: Bron) -> Callable[..., Bijlage]:
        toegang, onderwerp, soort = self._toegang, self._onderwerp, self._soort

        def call(progress: Any, stop: Any) -> Bijlage:
            inhoud = source if isinstance(source, Path) else to_png(source)
            return toegang.bijlagen.add(toegang.wie, onderwerp, onderwerp_id, naam, inhoud, soort, progress, stop)

        return call

    def _done(self, onderwerp_id: int, bijlage: Bijlage) -> None:
        self.added.emit(bijlage)
        self._next(onderwerp_id)

    def _fail(self, onderwerp_id: int, naam: str, problem: WerkplaatsError) -> None:
        if problem.code == "GESTOPT":
            self._queue.clear()
        else:
            self._failed.append(Mislukt(naam, problem))
        self._next(onderwerp_id)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _end(self) -> None:
        failed, self._failed = tuple(self._failed), []
        self._running, self._task = False, None
        self._patience.stop()
        self.strip.start()
        self.ended.emit(failed)
