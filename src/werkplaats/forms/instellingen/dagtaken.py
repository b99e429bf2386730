"""Dagtaken: when the tasks of a day begin by themselves, and where the daily backup goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.dagtaak import MEESTE_BACKUPS
from werkplaats.errors import Bevinding, Ongeldig
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Check, Combo
from werkplaats.ui.fields.text import NumberField, TextField

if TYPE_CHECKING:
    from werkplaats.domain.instellingen import Shop
    from werkplaats.ui.rows import Row


class AantalField(NumberField):
    """How many backups are kept; an empty field is the usual number."""

    def __init__(self, veld: str) -> None:
        super().__init__(veld, "xs", grouped=False)

    def value(self) -> int:
        """The number, 0 for the usual one; raises Ongeldig where no whole number stands."""
        try:
            return super().value() or 0
        except Ongeldig as fout:
            raise Ongeldig([Bevinding(self.veld, "BACKUP_AANTAL", params={"meest": MEESTE_BACKUPS})]) from fout

    def set_value(self, value: int | None, /) -> None:
        """Shows the number; the usual one is an empty field."""
        super().set_value(value or None)


class DagtakenPagina(Pagina):
    """``with_backup``: the data lie on this computer, so that the program backs them up itself."""

    name = "dagtaken"
    icon = "sun-horizon"

    def __init__(self, *, with_backup: bool) -> None:
        super().__init__()
        self._map = TextField("backup_map", placeholder=_("De map backups naast de gegevens"))
        self._aantal = AantalField("backup_aantal")
        self._where: Row | None = None
        hours = [(hour, _("{uur}:00 uur").format(uur=f"{hour:02}")) for hour in range(24)]
        self.grid.group(_("Elke ochtend"))
        self.grid.row("", Check("dagtaken_aan", _("Dagtaken &vanzelf uitvoeren, zolang Werkplaats ergens open is")))
        self.grid.row(
            _("Vanaf"),
            Combo("dagtaken_uur", hours, "m"),
            hint=_("Was alles toen nog dicht, dan zodra Werkplaats die dag opengaat."),
        )
        if with_backup:
            self._add_backup()
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Dagtaken en back-up")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        return _("Wat elke dag vanzelf gebeurt. Geldt voor {vestiging}.").format(vestiging=shop)

    def stand_at(self, shop: Shop, first: Shop) -> None:
        """The backup is of the whole company, and is set at its first shop."""
        if self._where is None:
            return
        own, elsewhere = shop.id == first.id, first.instellingen.naam
        for field in (self._map, self._aantal):
            field.set_read_only(not own)
        self._where.set_hint(
            _("De hele plaats, bijvoorbeeld D:\\Back-ups. Liefst op een andere schijf dan de gegevens.")
            if own
            else _("Geldt voor het hele bedrijf; in te stellen bij {vestiging}.").format(vestiging=elsewhere)
        )

    def _add_backup(self) -> None:
        self.grid.group(_("Back-up"), _("Van alle vestigingen samen"))
        self._where = self.grid.row(_("Map"), self._map, hint=" ")
        self.grid.row(_("Bewaren"), self._aantal, unit=_("laatste back-ups"), hint=_("Leeg: de laatste 14."))
