"""The daily mail about plates as it would go now: from whom, to whom, and every word of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.rows import FieldGrid

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import ShopInstellingen
    from werkplaats.domain.ponmail import PonMailvoorbeeld
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.toegang import Toegang

_LINES, _WIDE = 14, 480


class PonMailForm(Form):
    """``inst`` are the settings as they stand on the page, saved or not; nothing is sent from here."""

    standard_size: ClassVar[tuple[int, int]] = (720, 640)

    def __init__(self, toegang: Toegang, wie: Wie, inst: ShopInstellingen) -> None:
        super().__init__("ponmail", toegang.background, toegang.voorkeuren, None)
        self.set_heading(_("Voorbeeld van de e-mail"), _("Zoals hij nu verstuurd zou worden"))
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(24, 12, 24, 24)
        self._column.setSpacing(12)
        self.set_page(self._page)
        self.bar.name_cancel(_("Sluiten"))
        self.work(partial(toegang.verkoop.ponmail.preview, wie, inst), self._show)

    def _show(self, voorbeeld: PonMailvoorbeeld) -> None:
        if not voorbeeld.ontvangers:
            self._say(_("Er zijn geen ontvangers: deze e-mail gaat niet."))
        elif not voorbeeld.gaat:
            self._say(_("Er is nu niets te melden: vandaag zou er geen e-mail gaan."))
        grid = FieldGrid("dialog")
        grid.row(_("Van"), _wide(voorbeeld.afzender or _("nog niet ingevuld")))
        grid.row(_("Aan"), _wide(", ".join(voorbeeld.ontvangers) or _("niemand")))
        grid.row(_("Onderwerp"), _wide(voorbeeld.onderwerp))
        self._column.addWidget(grid)
        text = NoteField("pon_mail_tekst", _LINES)
        text.setReadOnly(True)
        text.setAccessibleName(_("Tekst van de e-mail"))
        text.setPlainText(voorbeeld.tekst)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column.addWidget(text, 1)
        text.setFocus()

    def _say(self, sentence: str) -> None:
        self._column.addWidget(NoteLine("warn", sentence, "body"))


def _wide(text: str) -> Label:
    """A text that takes the whole width before it goes on to another line."""
    label = Label(text, "body", wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(_WIDE)
    return label
