"""Doc.: the documents of a car in a window of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.bijlage import Bijlagesoort
from werkplaats.forms.bijlagen.paneel import BijlagenPaneel
from werkplaats.forms.hoofd import AutoHoofd
from werkplaats.i18n import _
from werkplaats.ui.form import Form

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class DocumentenForm(Form):
    """Letters, invoices, deeds: whatever belongs to a car and is no photo."""

    standard_size: ClassVar[tuple[int, int]] = (880, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        super().__init__("documenten", toegang.background, toegang.voorkeuren, None)
        self.setWindowTitle(_("Documenten"))
        head = AutoHoofd(lambda: deuren.open_hulp("bijlagen"), _("Documenten"))
        self.set_header(head)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 24)
        column.addWidget(BijlagenPaneel(toegang, deuren, self, "voertuig", voertuig_id, Bijlagesoort.DOCUMENT))
        self.set_page(page)
        self.bar.name_cancel(_("Sluiten"))
        self.work(partial(toegang.voertuigen.load, toegang.wie, voertuig_id), head.show_car)
