"""Direct goedkeuren: shows exactly what PON is told, and asks whether to request the plate now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.domain.datum import datum_tekst
from werkplaats.i18n import _
from werkplaats.ui.form import Form
from werkplaats.ui.labels import Label, NoteLine
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.pon import zin_reden
from werkplaats.zinnen.ponstaat import zin_gebrek

if TYPE_CHECKING:
    from werkplaats.domain.ponaanvraag import AanvraagInhoud, PonAanvraag, PonVoorbeeld
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class DirectGoedkeurenForm(Form):
    """One order; what stands here is what goes, or nothing goes."""

    standard_size: ClassVar[tuple[int, int]] = (580, 600)

    def __init__(self, toegang: Toegang, deuren: Deuren, order_id: int) -> None:
        super().__init__("direct_goedkeuren", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._order_id = order_id
        self._voorbeeld: PonVoorbeeld | None = None
        self.set_heading(_("Direct goedkeuren"), _("Nu aanvragen bij PON?"))
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(24, 12, 24, 24)
        self._column.setSpacing(12)
        self.set_page(self._page)
        self._main = self.set_main(_("&Aanvragen"), "versturen", self._request)
        self._main.setEnabled(False)
        aanvragen = toegang.verkoop.aanvragen
        self.work(partial(aanvragen.preview, toegang.wie, order_id), self._show)

    def _show(self, voorbeeld: PonVoorbeeld) -> None:
        self._voorbeeld = voorbeeld
        for reden in voorbeeld.redenen:
            self._column.addWidget(NoteLine("warn", zin_reden(reden), "body"))
        for code in voorbeeld.gebreken:
            self._column.addWidget(NoteLine("warn", zin_gebrek(code), "body"))
        if voorbeeld.mag and voorbeeld.inhoud is not None:
            self._column.addWidget(contents_grid(voorbeeld.inhoud, _("Dit wordt verstuurd")))
            self._column.addWidget(Label(_after(voorbeeld.wachttijd), "body", "text_2", wrap=True))
        else:
            self._column.addWidget(Label(_("Er wordt niets aangevraagd."), "body", "text_2", wrap=True))
        self._column.addStretch(1)
        self._main.setEnabled(voorbeeld.mag)
        if voorbeeld.mag:
            self._main.setFocus()

    def _request(self) -> None:
        if self._voorbeeld is not None and self._voorbeeld.mag:
            toegang = self._toegang
            call = partial(toegang.verkoop.aanvragen.request, toegang.wie, self._voorbeeld)
            self.work(call, self._requested, writes=True)

    def _requested(self, _aanvraag: PonAanvraag) -> None:
        self._deuren.changed.emit("order", self._order_id)
        self.close()


def _after(seconds: int) -> str:
    if not seconds:
        return _("De aanvraag wordt meteen verzonden en is daarna niet meer in te trekken.")
    return _("Na het aanvragen kunt u het {n} seconden lang nog intrekken; daarna gaat het naar PON.").format(n=seconds)


def contents_grid(inhoud: AanvraagInhoud, title: str) -> FieldGrid:
    """Everything that PON is told, one line each."""
    grid = FieldGrid("dialog")
    grid.group(title)
    for label, waarde in (
        (_("Merk"), inhoud.merk),
        (_("Dealernummer"), inhoud.dealernummer),
        (_("Chassisnummer"), inhoud.chassisnummer),
        (_("Aanvraagtype"), inhoud.aanvraagtype.value),
        (_("Aanvraagdatum"), datum_tekst(inhoud.aanvraagdatum)),
        (_("Afleverdatum"), datum_tekst(inhoud.afleverdatum) or _("niet bekend")),
        (_("Plaattype"), inhoud.plaattype),
        (_("Aantal platen"), str(inhoud.aantal_platen)),
        (_("Referentie"), inhoud.referentie),
    ):
        grid.row(label, Label(waarde, "body"))
    return grid
