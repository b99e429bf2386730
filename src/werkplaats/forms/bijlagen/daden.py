"""What is done with one file of a record: open it, keep a copy, give it another name, take it away and put it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from werkplaats.i18n import _

if TYPE_CHECKING:
    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form


class BijlageDaden(QObject):
    """The verbs of the pane of files; problems, answers and the undo are told in the window ``form``."""

    def __init__(self, toegang: Toegang, deuren: Deuren, form: Form, pane: QWidget) -> None:
        super().__init__(pane)
        self._toegang, self._deuren, self._form, self._pane = toegang, deuren, form, pane

    def open(self, bijlage: Bijlage) -> None:
        """Opens a copy with the program of this computer."""
        toegang = self._toegang
        act = partial(toegang.bijlagen.open, toegang.wie, bijlage.id)
        toegang.background.run(self, act, lambda _open: None, self._form.show_problem)

    def ask_place(self, bijlage: Bijlage) -> None:
        """Asks where a copy is to be kept."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._pane, _("Opslaan als"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(bijlage.naam)
        dialog.fileSelected.connect(lambda name: self.save_as(bijlage, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_as(self, bijlage: Bijlage, doel: Path) -> None:
        """Writes a copy of a file to a place of this computer."""
        toegang = self._toegang
        act = partial(toegang.bijlagen.save_as, toegang.wie, bijlage.id, doel)
        said = _("“{naam}” is opgeslagen.").format(naam=doel.name)
        done = lambda _done: self._form.problem.show_problem(said, kind="ok")  # noqa: E731 -- the answer of one call
        toegang.background.run(self, act, done, self._form.show_problem)

    def rename(self, bijlage: Bijlage) -> None:
        """Asks for another name."""
        self._deuren.open_naam(bijlage, self._form)

    def take_away(self, bijlage: Bijlage) -> None:
        """Takes a file away; the undo is offered."""
        toegang = self._toegang
        act = partial(toegang.bijlagen.remove, toegang.wie, bijlage.id)
        toegang.background.run(self, act, self._was_taken_away, self._form.show_problem)

    def _was_taken_away(self, bijlage: Bijlage) -> None:
        said = _("“{naam}” is weggehaald.").format(naam=bijlage.naam)
        undo = partial(self._put_back, bijlage)
        self._form.problem.show_problem(said, kind="ok", retry=undo, again=_("Ongedaan maken"))
        self._tell(bijlage)

    def _put_back(self, bijlage: Bijlage) -> None:
        toegang = self._toegang
        self._form.problem.clear()
        act = partial(toegang.bijlagen.put_back, toegang.wie, bijlage.id)
        toegang.background.run(self, act, self._tell, self._form.show_problem)

    def _tell(self, bijlage: Bijlage) -> None:
        self._deuren.changed.emit("bijlage", bijlage.onderwerp_id)
