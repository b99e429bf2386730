"""The photos of a card: chosen from a dialog, dropped or pasted; one's own can be taken away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPainterPath, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.domain.rechten import Recht
from werkplaats.forms.bijlagen.toevoegen import Toevoegen, sources_of
from werkplaats.forms.monteur.blad import Blad
from werkplaats.i18n import _
from werkplaats.ui.aanraken import GAP, Touch, TouchButton, TouchLine, finger_area
from werkplaats.ui.beeld import read_picture
from werkplaats.ui.icons import paint_icon
from werkplaats.ui.labels import Label
from werkplaats.ui.theme import theme
from werkplaats.ui.tokens import tokens
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPaintEvent

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.bijlagen.toevoegen import Bron, Mislukt
    from werkplaats.forms.toegang import Toegang

ONDERWERP = "werkkaart"
_SIZE = QSize(232, 160)
_COLUMNS = 4
_PICTURES = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic"


class _Foto(Touch):
    """One photo; chosen it has the accent edge."""

    def __init__(self, bijlage: Bijlage) -> None:
        super().__init__(bijlage.naam)
        self.bijlage = bijlage
        self.image: QImage | None = None
        self.setCheckable(True)
        self.setAccessibleName(bijlage.naam)

    def sizeHint(self) -> QSize:
        return _SIZE * theme().scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter, "surface", "accent" if chosen else "line", 3 if chosen else 1)
        inner = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.image is None:
            paint_icon(painter, inner.adjusted(60, 40, -60, -40), "foto", theme().color("text_3"))
            return
        clip = QPainterPath()
        clip.addRoundedRect(inner, tokens().radius["dialog_group"], tokens().radius["dialog_group"])
        painter.setClipPath(clip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.image.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        painter.drawImage(place, self.image)


class FotoBlad(Blad):
    """``changed``: a photo was added or taken away."""

    changed = Signal()

    def __init__(self, toegang: Toegang) -> None:
        super().__init__(_("Foto's"))
        self._toegang = toegang
        self._kaart_id = 0
        self.photos: list[_Foto] = []
        self._adding = Toevoegen(toegang, ONDERWERP, Bijlagesoort.FOTO, self)
        self._adding.added.connect(lambda _foto: self._reload())
        self._adding.ended.connect(self._tell_failed)
        self.line = TouchLine()
        self._none = Label(
            _("Nog geen foto's. Kies ze, sleep ze hierheen, of plak ze met Ctrl+V."), "touch_body", "text_2"
        )
        self.add_button = TouchButton(_("Foto kiezen …"), "foto", "Ins", "main")
        self.add_button.clicked.connect(self.ask_files)
        self.remove = TouchButton(_("Weghalen"), "wissen", "Del", "danger")
        self.remove.clicked.connect(self._take_away)
        self.setAcceptDrops(True)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (("Ins", self.ask_files), ("Del", self._take_away), ("Ctrl+V", self.paste)):
            QShortcut(QKeySequence(key), self, act, context=here)
        self._lay_out()

    def begin(self, kaart_id: int) -> None:
        """Shows the photos of a card."""
        self._kaart_id = kaart_id
        self.line.clear()
        self._show(())
        self._reload()
        self.add_button.setFocus()

    def ask_files(self) -> None:
        """Asks which photos to add."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, _("Foto kiezen"), place)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Foto's ({einden})").format(einden=_PICTURES), _("Alle bestanden (*)")])
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add(self, sources: Sequence[Bron]) -> None:
        """Adds photos; a problem of one keeps none of the others."""
        if sources:
            self.line.clear()
            self._adding.add(self._kaart_id, sources)

    def paste(self) -> None:
        """Adds what the clipboard holds."""
        sources = sources_of(QGuiApplication.clipboard().mimeData())
        if not sources:
            self.line.say(_("Op het klembord staat geen foto."), _("Kopieer eerst een foto, en plak dan hier."), "info")
        self.add(sources)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(sources_of(event.mimeData()))
        event.acceptProposedAction()

    # Showing.

    def _reload(self) -> None:
        toegang, asked = self._toegang, self._kaart_id
        load = partial(toegang.bijlagen.van, toegang.wie, ONDERWERP, asked)

        def show(bijlagen: tuple[Bijlage, ...]) -> None:
            if asked == self._kaart_id:
                self._show(tuple(een for een in bijlagen if een.is_foto))
                self.changed.emit()

        toegang.background.run(self, load, show, self._problem)

    def _show(self, fotos: Sequence[Bijlage]) -> None:
        images = {photo.bijlage.sha256: photo.image for photo in self.photos}
        for photo in self.photos:
            self._grid.removeWidget(photo)
            photo.hide()
            photo.deleteLater()
        self.photos = [_Foto(bijlage) for bijlage in fotos]
        for at, photo in enumerate(self.photos):
            photo.image = images.get(photo.bijlage.sha256)
            photo.clicked.connect(partial(self._choose, photo))
            self._grid.addWidget(photo, at // _COLUMNS, at % _COLUMNS)
            if photo.image is None:
                self._read(photo)
        self._none.setVisible(not fotos)
        self._choose(None)

    def _read(self, photo: _Foto) -> None:
        toegang, room = self._toegang, _SIZE * 2

        def make() -> QImage | None:
            return read_picture(toegang.bijlagen.inhoud(toegang.wie, photo.bijlage.id), room)

        def got(image: QImage | None) -> None:
            photo.image = image
            photo.update()

        toegang.background.run(photo, make, got, self._problem)

    def _choose(self, chosen: _Foto | None, _checked: bool = True) -> None:
        for photo in self.photos:
            photo.setChecked(photo is chosen)
        wie = self._toegang.wie
        own = chosen is not None and chosen.bijlage.gemaakt_door == wie.naam
        self.remove.setEnabled(chosen is not None and (own or wie.mag(Recht.VOERTUIG_WIJZIGEN)))

    def _take_away(self) -> None:
        chosen = next((photo for photo in self.photos if photo.isChecked()), None)
        if chosen is None or not self.remove.isEnabled():
            return
        toegang = self._toegang
        act = partial(toegang.bijlagen.remove, toegang.wie, chosen.bijlage.id)
        toegang.background.run(self, act, self._gone, self._problem)

    def _gone(self, bijlage: Bijlage) -> None:
        self.line.say(_("“{naam}” is weggehaald.").format(naam=bijlage.naam), kind="ok")
        self._reload()

    def _tell_failed(self, failed: tuple[Mislukt, ...]) -> None:
        if failed:
            sentence = zin(failed[0].waarom)
            said = _("“{naam}” is niet toegevoegd. {waarom}").format(naam=failed[0].naam, waarom=sentence.wat)
            self.line.say(said, sentence.doe)

    def _problem(self, problem: WerkplaatsError) -> None:
        sentence = zin(problem)
        self.line.say(sentence.wat, sentence.doe)

    def _lay_out(self) -> None:
        page = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._none)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.remove, 2)
        buttons.addWidget(self.add_button, 3)
        self.remove.setMinimumHeight(theme().size("touch_main"))
        self.column.addWidget(self.line)
        self.column.addWidget(finger_area(page), 1)
        self.column.addWidget(self._adding.strip)
        self.column.addLayout(buttons)
