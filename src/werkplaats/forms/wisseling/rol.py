"""From a day on somebody else is owner, driver or holder of the contract of a car, or nobody known."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.wisseling import Rol, RolWissel, Tijdlijn
from werkplaats.forms.muteren.eigenaar import OwnerField
from werkplaats.forms.wisseling.basis import WisselForm
from werkplaats.i18n import _
from werkplaats.ui.fields.text import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.domain.voertuig import RelatieKop, Voertuig
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


class RolForm(WisselForm):
    """Who it was ends on the day, who it becomes begins on it; without a new one it just ends."""

    def __init__(self, toegang: Toegang, deuren: Deuren, voertuig_id: int, rol: Rol) -> None:
        about = _("Wie het was blijft bij de auto staan tot die dag, en vindt hem ook later terug.")
        super().__init__(toegang, deuren, voertuig_id, _titles()[rol], about)
        self._rol = rol
        self._seen: RelatieKop | None = None
        self._now = TextField("nu", placeholder=_("Nog niemand"))
        self._now.set_read_only(True)
        self._new = OwnerField("nieuw", _("Nog niet bekend"), _("Nieuw"))
        self._new.choose_asked.connect(lambda: deuren.kies_relatie(self._new.choose, self))
        self._new.open_asked.connect(self._open)
        self.grid.row(_("&Op de dag"), self.day_field())
        self.grid.row(_("Wordt van") if rol is Rol.EIGENAAR else _("Wordt"), self._new)
        self.grid.row(_("Was van") if rol is Rol.EIGENAAR else _("Was"), self._now)
        self.lay_out(_("&Vastleggen"))

    def know(self, voertuig: Voertuig) -> None:
        """Asks who it is now: of the owner the card knows, of the others the line of time."""
        if self._rol is Rol.EIGENAAR:
            self._know(voertuig.kaart.hoofdeigenaar)
            return
        toegang = self.toegang
        line = partial(toegang.wisselingen.tijdlijn, toegang.wie, self.voertuig_id)
        self.background.run(self, line, self._know_line, self.show_problem)

    def show_car(self) -> None:
        self.grid.fields["dag"].set_value(self.toegang.vandaag())

    def call(self, values: dict[str, Any]) -> Callable[[], object]:
        toegang = self.toegang
        invoer = RolWissel(self._rol, self._seen, values["nieuw"], values["dag"])
        return partial(toegang.wisselingen.change_role, toegang.wie, self.voertuig_id, invoer)

    def _know_line(self, tijdlijn: Tijdlijn) -> None:
        now = tijdlijn.nu(self._rol)
        self._know(now.relatie if now else None)
        if now is not None and now.periode.van is not None:
            self._now.set_value(_("{wie}, sinds {dag}").format(wie=now.naam, dag=datum_tekst(now.periode.van)))

    def _know(self, now: RelatieKop | None) -> None:
        self._seen = now
        self._now.set_value(now.weergave if now else "")

    def _open(self) -> None:
        chosen = self._new.value()
        if chosen is not None:
            self.deuren.open_relatie(chosen.id)


def _titles() -> dict[Rol, str]:
    return {
        Rol.EIGENAAR: _("Verkoop of nieuwe eigenaar"),
        Rol.BESTUURDER: _("Andere bestuurder"),
        Rol.CONTRACTANT: _("Andere contractant"),
    }
