"""The files of a record on a page: photos as a grid, documents as a list; everything with keys, drag and paste too."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QSize, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.rechten import Recht
from werkplaats.forms.bijlagen.daden import BijlageDaden
from werkplaats.forms.bijlagen.lijst import columns, row, tile
from werkplaats.forms.bijlagen.toevoegen import Toevoegen, sources_of
from werkplaats.i18n import _, ngettext
from werkplaats.ui.beeld import read_picture
from werkplaats.ui.button import Button
from werkplaats.ui.empty import EmptyList
from werkplaats.ui.knoppenrij import ButtonRow
from werkplaats.ui.menu import Menu
from werkplaats.ui.table import Table
from werkplaats.ui.tegels import TileGrid
from werkplaats.ui.theme import theme
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.forms.bijlagen.toevoegen import Bron, Mislukt
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form

THUMB = QSize(336, 224)
"""As large as a tile at 200 %."""
_CAPS = ("Ins", "Enter", "Del")
"""The keys that stand on the buttons, the others in the tooltip: the caps of all of them would not fit in a row."""
_PICTURES = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic"


class BijlagenPaneel(QWidget):
    """The photos or the documents of one record; ``onderwerp_id`` None: the record is not saved yet.

    ``form`` is the window that it stands in: there problems are told, and an undo is offered.
    """

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        form: Form,
        onderwerp: str,
        onderwerp_id: int | None,
        soort: Bijlagesoort,
        rows: int = 1,
    ) -> None:
        super().__init__()
        self._toegang, self._deuren, self._form = toegang, deuren, form
        self._onderwerp, self._id, self._soort = onderwerp, onderwerp_id, soort
        self._bijlagen: tuple[Bijlage, ...] = ()
        self._thumbs: dict[str, QImage | None] = {}
        self._reading = False
        self._adding = Toevoegen(toegang, onderwerp, soort, self)
        self._grid = TileGrid(_("Foto's"))
        self._table = Table(columns(), indent=12)
        self._table.setAccessibleName(_("Documenten"))
        self._view: TileGrid | Table = self._grid if self._is_photos else self._table
        self.acts = BijlageDaden(toegang, deuren, form, self)
        self._verbs: list[tuple[Button, str, str]] = []
        self._make_buttons()
        self._lay_out(rows)
        self._connect()
        self.reload()

    @property
    def _is_photos(self) -> bool:
        return self._soort is Bijlagesoort.FOTO

    @property
    def may_add(self) -> bool:
        """Whether this person may add such files here."""
        return self._toegang.wie.mag(Recht.FOTO_TOEVOEGEN if self._is_photos else Recht.VOERTUIG_WIJZIGEN)

    def take_focus(self) -> None:
        """Puts the keyboard on what adds the first file."""
        self._add.setFocus()

    def show_subject(self, onderwerp_id: int | None) -> None:
        """Shows the files of another record."""
        self._id = onderwerp_id
        self._empty.say(self._nothing, self._advice)
        self._show(())
        self.reload()

    def reload(self) -> None:
        """Reads what stands there now."""
        toegang, asked = self._toegang, self._id
        if asked is not None:
            load = partial(toegang.bijlagen.van, toegang.wie, self._onderwerp, asked)
            toegang.background.run(self, load, partial(self._loaded, asked), self._form.show_problem)

    # Building.

    def _make_buttons(self) -> None:
        self._add = self._button(_("Toevoegen …"), "nieuw", "Ins", self.ask_files)
        self._open = self._verb(_("Openen"), "tonen" if self._is_photos else "naar_browser", "Enter", self._open_it)
        acts, chosen = self.acts, self._with_chosen
        outside = partial(chosen, acts.open)
        self._outside = self._button(_("Met eigen programma"), "naar_browser", "Ctrl+Enter", outside)
        if self._is_photos:
            self._verbs.append((self._outside, "naar_browser", "Ctrl+Enter"))
        self._save = self._verb(_("Opslaan als …"), "exporteren", "Ctrl+Shift+S", partial(chosen, acts.ask_place))
        self._rename = self._verb(_("Naam …"), "bewerken", "F2", partial(chosen, acts.rename))
        self._remove = self._verb(_("Weghalen"), "wissen", "Del", partial(chosen, acts.take_away))

    def _verb(self, text: str, icon: str, key: str, act: Callable[[], None]) -> Button:
        """A button for what can be done with the chosen file; the menu has it too."""
        button = self._button(text, icon, key, act)
        self._verbs.append((button, icon, key))
        return button

    def _button(self, text: str, icon: str, key: str, act: Callable[[], None]) -> Button:
        shown = key in _CAPS
        button = Button(text, icon=icon, key=key if shown else "", kind="normal" if key == "Ins" else "quiet")
        button.setToolTip("" if shown else key)
        button.clicked.connect(act)
        return button

    def _lay_out(self, rows: int) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        unsaved = _("Sla eerst op; daarna kunt u hier bestanden toevoegen.")
        self._advice = _("Kies ze met Toevoegen, sleep ze hierheen, of plak ze met Ctrl+V.") if self.may_add else ""
        self._nothing = _("Nog geen foto's") if self._is_photos else _("Nog geen documenten")
        sign = "foto" if self._is_photos else "documenten"
        self._empty = EmptyList(sign, self._nothing, unsaved if self._id is None else self._advice)
        self._stack.addWidget(self._empty)
        area = QWidget()
        area.setLayout(self._stack)
        area.setMinimumHeight(self._grid.height_for_rows(rows) if self._is_photos else self._table.height_for_rows(5))
        page.addWidget(area, 1)
        page.addWidget(self._adding.strip)
        verbs = [verb for verb, _icon, _key in self._verbs]
        yielding = [verb for verb in (self._outside, self._rename, self._save) if verb in verbs]
        page.addWidget(ButtonRow([self._add, *verbs] if self.may_add else verbs, yielding))
        (self._table if self._is_photos else self._grid).setParent(self)
        (self._table if self._is_photos else self._grid).hide()

    def _connect(self) -> None:
        self._view.opened.connect(self._open_it)
        self._view.chosen.connect(self._fit)
        self._adding.added.connect(lambda _bijlage: self._tell())
        self._adding.ended.connect(self._tell_failed)
        self._deuren.changed.connect(self._changed_elsewhere)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._show_menu)
        keys = (
            ("Ins", self._add),
            ("F2", self._rename),
            ("Del", self._remove),
            ("Ctrl+Return", self._outside),
            ("Ctrl+Enter", self._outside),
        )
        for key, button in (*keys, ("Ctrl+Shift+S", self._save)):
            self._listen(key, button.click)
        self._listen("Ctrl+V", self.paste)
        self.setAcceptDrops(self.may_add)
        self._fit()

    def _listen(self, key: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Showing.

    def _loaded(self, asked: int, bijlagen: tuple[Bijlage, ...]) -> None:
        if asked == self._id:
            self._show(tuple(een for een in bijlagen if een.is_foto == self._is_photos))

    def _show(self, bijlagen: tuple[Bijlage, ...]) -> None:
        at, had = self._view.chosen_row(), len(self._bijlagen)
        self._bijlagen = bijlagen
        if self._is_photos:
            tiles = [tile(een, self._thumbs.get(een.sha256), self._toegang.wie.zone) for een in bijlagen]
            self._grid.show_tiles(tiles, len(tiles) - 1 if len(tiles) > had > 0 else at)
            self._read_next()
        else:
            self._table.set_rows([row(een, self._toegang.wie.zone) for een in bijlagen])
            if 0 < at < len(bijlagen):
                self._table.selectRow(at)
        self._stack.setCurrentIndex(0 if bijlagen else 1)
        if bijlagen and not had and not self._is_photos:
            # Their window has nothing else that one came for.
            self._table.setFocus()
        self._fit()

    def _read_next(self) -> None:
        """Makes the small pictures one by one, so that no more than one photo is held at a time."""
        missing = next((een for een in self._bijlagen if een.sha256 not in self._thumbs), None)
        if missing is None or self._reading:
            return
        self._reading = True
        toegang, room = self._toegang, theme_room()

        def make() -> QImage | None:
            return read_picture(toegang.bijlagen.inhoud(toegang.wie, missing.id), room)

        done = partial(self._got_thumb, missing.sha256)
        toegang.background.run(self, make, done, lambda _problem: done(None))

    def _got_thumb(self, sha256: str, image: QImage | None) -> None:
        self._reading = False
        self._thumbs[sha256] = image
        for at, bijlage in enumerate(self._bijlagen):
            if bijlage.sha256 == sha256:
                shown = tile(bijlage, image, self._toegang.wie.zone, unreadable=image is None)
                self._grid.tiles.set_tile(at, image=image, note=shown.note, icon=shown.icon)
        self._read_next()

    def _fit(self, _at: int = -1) -> None:
        chosen = self._chosen()
        self._add.setEnabled(self._id is not None)
        self._save.setEnabled(chosen is not None)
        self._open.setEnabled(chosen is not None)
        self._outside.setEnabled(chosen is not None)
        own = chosen is not None and chosen.is_foto and chosen.gemaakt_door == self._toegang.wie.naam
        may_change = self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN)
        may_remove = self._toegang.wie.mag(Recht.FOTO_TOEVOEGEN) if own else may_change
        self._remove.setEnabled(chosen is not None and may_remove)
        self._rename.setEnabled(chosen is not None and may_change)

    def _chosen(self) -> Bijlage | None:
        at = self._view.chosen_row()
        return self._bijlagen[at] if 0 <= at < len(self._bijlagen) else None

    # Adding.

    def ask_files(self) -> None:
        """Asks which files to add."""
        dialog = QFileDialog(self, _("Toevoegen"), _pictures_folder() if self._is_photos else "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        if self._is_photos:
            dialog.setNameFilters([_("Foto's ({einden})").format(einden=_PICTURES), _("Alle bestanden (*)")])
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, sources: list[Bron]) -> None:
        """Adds files or pictures; a problem of one keeps none of the others."""
        if self._id is not None and sources and self.may_add:
            self._form.problem.clear()
            self._adding.add(self._id, sources)

    def paste(self) -> None:
        """Adds what the clipboard holds: files, or a picture."""
        sources = list(sources_of(QGuiApplication.clipboard().mimeData()))
        if not sources and self.may_add:
            advice = _("Kopieer eerst een foto of een bestand, en plak dan hier.")
            self._form.problem.show_problem(_("Op het klembord staat geen bestand en geen foto."), advice, kind="info")
        self.add(sources)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._id is not None and sources_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(list(sources_of(event.mimeData())))
        event.acceptProposedAction()

    def _tell_failed(self, failed: tuple[Mislukt, ...]) -> None:
        if not failed:
            return
        sentence = zin(failed[0].waarom)
        others = len(failed) - 1
        more = ngettext("Ook {aantal} ander bestand kon niet.", "Ook {aantal} andere bestanden konden niet.", others)
        what = _("“{naam}” is niet toegevoegd. {waarom}").format(naam=failed[0].naam, waarom=sentence.wat)
        advice = " ".join([sentence.doe, *([more.format(aantal=others)] if others else [])])
        self._form.problem.show_problem(what, advice)

    # The verbs.

    def _open_it(self, _at: int = -1) -> None:
        if self._is_photos and self._chosen() is not None:
            self._deuren.open_foto(self._bijlagen, self._view.chosen_row(), self._form)
        else:
            self._with_chosen(self.acts.open)

    def _with_chosen(self, act: Callable[[Bijlage], None]) -> None:
        bijlage = self._chosen()
        if bijlage is not None:
            act(bijlage)

    def _show_menu(self, place: QPoint) -> None:
        """All that can be done with the chosen file, each with its key."""
        if self._chosen() is None:
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, icon, key in self._verbs:
            action = menu.add(button.text().replace("&", ""), icon, key)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self._view.mapToGlobal(place))

    def _tell(self) -> None:
        self._deuren.changed.emit("bijlage", cast("int", self._id))

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "bijlage" and changed_id == self._id:
            self.reload()


def theme_room() -> QSize:
    """How large a small picture is made, for the scale of the letters and sharp screens."""
    scale = theme().scale
    return QSize(round(THUMB.width() * scale), round(THUMB.height() * scale))


def _pictures_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
