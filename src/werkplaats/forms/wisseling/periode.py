"""The days of a plate or a person of a car, put right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from werkplaats.domain.wisseling import Periode
from werkplaats.forms.wisseling.basis import WisselForm
from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.wisseling import Regel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class PeriodeForm(WisselForm):
    """From and until of one fact; no two of a kind at once."""

    standard_size: ClassVar[tuple[int, int]] = (620, 360)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, regel: Regel) -> None:
        about = _("Zonder begin weet niemand sinds wanneer; zonder einde geldt het nu nog.")
        super().__init__(toegang, deuren, voertuig_id, _("Datums van {wat}").format(wat=regel.naam), about)
        self._regel = regel
        self.grid.row(_("&Van"), self.day_field("van"))
        self.grid.row(_("&Tot"), self.day_field("tot"))
        self.lay_out(_("&Opslaan"))

    def show_car(self) -> None:
        self.grid.fields["van"].set_value(self._regel.periode.van)
        self.grid.fields["tot"].set_value(self._regel.periode.tot)

    def call(self, values: dict[str, Any]) -> Callable[[], object]:
        toegang = self.toegang
        return partial(toegang.wisselingen.correct, toegang.wie, self._regel, Periode(values["van"], values["tot"]))
