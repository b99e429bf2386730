"""The tab Afbeeldingen of the vehicle card: the photos of the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.forms.bijlagen.paneel import BijlagenPaneel
from werkplaats.i18n import _
from werkplaats.ui.cards import Heading

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.fields.base import Field
    from werkplaats.ui.form import Form


class AfbeeldingenPagina(QWidget):
    """The page of the tab; a photo is kept at once, by itself: it is no field of the card."""

    def __init__(self, toegang: Toegang, deuren: Deuren, form: Form, voertuig_id: int | None) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 8, 24, 24)
        page.setSpacing(8)
        page.addWidget(Heading(_("Foto's van deze auto")))
        page.addWidget(BijlagenPaneel(toegang, deuren, form, "voertuig", voertuig_id, Bijlagesoort.FOTO), 1)
