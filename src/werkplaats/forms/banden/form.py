"""Banden: the sets of tyres of a car; here a person notes one, mounts one, or takes one away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from werkplaats.domain.banden import Bandenset
from werkplaats.forms.banden.lijst import columns, row
from werkplaats.forms.per_voertuig import RecordsForm, Woorden
from werkplaats.i18n import _
from werkplaats.zinnen.banden import woord_seizoen

if TYPE_CHECKING:
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.table import Cell, Column


class BandenForm(RecordsForm[Bandenset, Bandenset]):
    """The sets of one car; mounting one takes the other off."""

    standard_size: ClassVar[tuple[int, int]] = (1040, 480)

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int) -> None:
        advice = _("Leg een set vast met Nieuwe set."), _("De balie legt ze vast.")
        words = Woorden(_("Banden"), _("Bandensets"), _("&Nieuwe set"), _("Nog geen banden bekend"), *advice)
        super().__init__(toegang, deuren, voertuig_id, toegang.banden, "banden", words)

    def make_doors(self) -> None:
        self._mount = self.door(_("&Monteren"), "banden", self._mount_chosen, shown=self.may_change)

    def fit_doors(self, chosen: Bandenset | None) -> None:
        mounted = chosen is not None and chosen.kaart.gemonteerd
        self._mount.setEnabled(chosen is not None and not mounted)
        self._mount.setToolTip(_("Deze set zit al op de auto.") if mounted else "")

    def columns(self) -> tuple[Column, ...]:
        return columns()

    def row(self, line: Bandenset) -> tuple[Cell, ...]:
        return row(line, self.toegang.vandaag())

    def record(self, line: Bandenset) -> Bandenset:
        return line

    def open_one(self, record: Bandenset | None) -> None:
        self.deuren.open_bandenset(self.voertuig_id, record)

    def said_gone(self, record: Bandenset) -> str:
        season = woord_seizoen(record.kaart.seizoen.value).lower()
        return _("De set {seizoen} is weggehaald.").format(seizoen=season)

    def _mount_chosen(self) -> None:
        chosen, toegang = self.chosen(), self.toegang
        if chosen is not None:
            self.work(partial(toegang.banden.mount, toegang.wie, chosen.id), self.written, writes=True)
