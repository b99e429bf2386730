"""One photo, as large as the window; the arrows go to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.beeld import HOOGSTENS_PX, read_picture
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

    from werkplaats.domain.bijlage import Bijlage
    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.toegang import Toegang


class Beeld(QWidget):
    """A picture whole in the room there is, or a sentence in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.sentence = ""
        self.setMinimumSize(320, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage | None, name: str, sentence: str = "") -> None:
        """Shows a picture, or says why there is none."""
        self.image, self.sentence = image, sentence
        self.setAccessibleName(sentence or name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is None:
            painter.setFont(theme().font("body"))
            painter.setPen(theme().color("text_2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.sentence)
            return
        size = self.image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(place, self.image)


class FotoForm(Form):
    """The photos of a record, one at a time."""

    standard_size: ClassVar[tuple[int, int]] = (960, 680)

    def __init__(self, toegang: Toegang, fotos: tuple[Bijlage, ...], at: int) -> None:
        super().__init__("foto", toegang.background, toegang.voorkeuren, None)
        self._toegang, self._fotos, self._at = toegang, fotos, at
        self._beeld = Beeld()
        self.set_page(self._beeld)
        self.bar.name_cancel(_("Sluiten"))
        self._step_button(_("Vorige"), "vorige", "Left", -1)
        self._step_button(_("Volgende"), "volgende", "Right", 1)
        self._show()
        self._beeld.setFocus()

    @property
    def foto(self) -> Bijlage:
        """The photo in sight."""
        return self._fotos[self._at]

    def _step_button(self, text: str, icon: str, key: str, by: int) -> None:
        button = Button(text, icon=icon, key="←" if by < 0 else "→", kind="quiet")
        button.clicked.connect(partial(self._step, by))
        button.setVisible(len(self._fotos) > 1)
        self.bar.add_door(button)
        QShortcut(QKeySequence(key), self, partial(self._step, by))

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._fotos)
        self._show()

    def _show(self) -> None:
        toegang, foto = self._toegang, self.foto
        self.setWindowTitle(foto.naam)
        day = datum_tekst(foto.gemaakt_op.lokaal(toegang.wie.zone).date())
        place = _("{plek} van {totaal}").format(plek=self._at + 1, totaal=len(self._fotos))
        self.bar.say(f"{place} · {day} · {foto.gemaakt_door}")
        room = QSize(HOOGSTENS_PX, HOOGSTENS_PX)

        def read() -> QImage | None:
            return read_picture(toegang.bijlagen.inhoud(toegang.wie, foto.id), room)

        self.background.run(self, read, partial(self._got, foto), partial(self._not_got, foto))

    def _got(self, foto: Bijlage, image: QImage | None) -> None:
        if foto is self.foto:
            unreadable = _("Deze foto is niet te tonen. Open hem met uw eigen programma, of sla hem op.")
            self._beeld.show_image(image, foto.naam, "" if image is not None else unreadable)

    def _not_got(self, foto: Bijlage, problem: WerkplaatsError) -> None:
        self._got(foto, None)
        self.show_problem(problem)
