"""Documenten: the photos and papers of one visit, kept with its werkkaart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.forms.bijlagen.paneel import BijlagenPaneel
from werkplaats.i18n import _
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label

if TYPE_CHECKING:
    from werkplaats.domain.werkkaart import Werkkaart
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class KaartDocumentenForm(Form):
    """What was photographed and filed of one visit."""

    standard_size: ClassVar[tuple[int, int]] = (880, 640)

    def __init__(self, toegang: Toegang, deuren: Deuren, kaart_id: int) -> None:
        super().__init__("kaart_documenten", toegang.background, toegang.voorkeuren, None)
        self.set_heading(_("Documenten"), _("Foto's en stukken bij deze werkkaart"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(8)
        for words, soort in ((_("Foto's"), Bijlagesoort.FOTO), (_("Documenten"), Bijlagesoort.DOCUMENT)):
            column.addWidget(Label(words, "strong"))
            column.addWidget(BijlagenPaneel(toegang, deuren, self, "werkkaart", kaart_id, soort))
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self.work(partial(toegang.werkkaarten.load, toegang.wie, kaart_id), self._show)

    def _show(self, kaart: Werkkaart) -> None:
        plate = kaart.opname.kenteken.weergave if kaart.opname.kenteken else kaart.opname.vin
        self.setWindowTitle(" ".join(part for part in (_("Documenten"), kaart.nummer, plate) if part))
