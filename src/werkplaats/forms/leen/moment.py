"""A day and a time that make one moment, as two fields beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import parse_datum
from werkplaats.domain.leen import at_local
from werkplaats.domain.tijd import parse_tijd
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.i18n import _
from werkplaats.ui.fields.text import DateField, TextField

if TYPE_CHECKING:
    from datetime import date

    from werkplaats.domain.moment import Moment


class MomentPaar:
    """``day`` and ``time`` stand in a row of the dialog; a moment that nobody changed keeps its seconds."""

    def __init__(self, veld: str, name: str, today: date, zone: str) -> None:
        self._veld, self._zone = veld, zone
        self._shown: Moment | None = None
        self.day = DateField(veld, lambda text, veld: parse_datum(text, veld, today))
        self.time = TextField(f"{veld}_om", "xs", placeholder=_("uu:mm"))
        self.day.setAccessibleName(name)
        self.time.setAccessibleName(_("{wanneer}, tijd").format(wanneer=name))

    def show(self, moment: Moment | None) -> None:
        """Shows a moment by the clock of the shop."""
        self._shown = moment
        local = moment.lokaal(self._zone) if moment is not None else None
        self.day.set_value(local.date() if local is not None else None)
        self.time.set_value(f"{local:%H:%M}" if local is not None else "")

    def read(self) -> Moment | None:
        """The moment that stands here, None for two empty fields; raises Ongeldig for half of one."""
        day = self.day.value()
        if not self.time.value():
            if day is None:
                return None
            raise Ongeldig([Bevinding(self.time.veld, "LEEN_TIJD_LEEG")])
        time = parse_tijd(self.time.value(), self.time.veld)
        if day is None:
            raise Ongeldig([Bevinding(self._veld, "DATUM_LEEG")])
        shown, typed = self._shown, at_local(day, time, self._zone)
        if shown is not None and shown.lokaal(self._zone).replace(second=0, microsecond=0) == typed.lokaal(self._zone):
            return shown
        return typed
