"""The tab Overig of the vehicle card: what the car cost, its key, its people, and the numbers others know it by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.rechten import Recht
from werkplaats.domain.wisseling import Rol, Tijdlijn
from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.button import IconButton
from werkplaats.ui.fields.money import MoneyField
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.rows import FieldGrid
from werkplaats.zinnen.wisseling import woord_rol

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.errors import WerkplaatsError
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_ROLES = (Rol.BESTUURDER, Rol.CONTRACTANT)


class Overig(VeldenPagina):
    """The page of the tab. Driver and holder of the contract hold from a day on: they are changed by a dialog each."""

    def __init__(
        self,
        toegang: Toegang,
        deuren: Deuren,
        voertuig_id: int | None,
        failed: Callable[[WerkplaatsError], None],
    ) -> None:
        grid = FieldGrid("dialog", columns=2)
        grid.group(_("Prijs toen hij nieuw was"))
        grid.row(_("Catalogusp&rijs"), MoneyField("catalogusprijs"), unit=_("euro"))
        grid.row(_("Bpm"), MoneyField("bpm"), column=1, unit=_("euro"))
        grid.group(_("Sleutel"))
        hint = _("Het nummer op het sleutellabel")
        grid.row(_("Sleutelnummer"), TextField("sleutelnummer", "m", code=True), hint=hint)
        grid.row(_("Plek van de sleutel"), TextField("sleutelplek"), column=1, hint=_("Bijvoorbeeld: bord 2, haak 14"))
        grid.group(_("Kenmerken"))
        hint = _("Van lease of onderhoudscontract")
        grid.row(_("Contractnummer"), TextField("contractnummer", code=True), hint=hint)
        grid.row(_("Eigen referentie"), TextField("referentie"), column=1)
        super().__init__(grid)
        self._toegang = toegang
        self._deuren = deuren
        self._voertuig_id = voertuig_id
        self._failed = failed
        self._people = {rol: _line(rol) for rol in _ROLES}
        if voertuig_id is not None and toegang.wie.mag(Recht.RELATIE_ZIEN):
            self._add_people(grid, voertuig_id)
            deuren.changed.connect(self._changed_elsewhere)
            self._reload()

    def _add_people(self, grid: FieldGrid, voertuig_id: int) -> None:
        grid.group(_("Wie rijdt, en wie het contract heeft"))
        for at, rol in enumerate(_ROLES):
            change = IconButton("bewerken", _("{rol} wijzigen").format(rol=woord_rol(rol)))
            change.clicked.connect(partial(self._deuren.wisseling.open_rol, voertuig_id, rol))
            change.setVisible(self._toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN))
            grid.row(woord_rol(rol), self._people[rol], change, column=at)

    def _reload(self) -> None:
        toegang, voertuig_id = self._toegang, self._voertuig_id
        if voertuig_id is not None:
            ask = partial(toegang.wisselingen.tijdlijn, toegang.wie, voertuig_id)
            toegang.background.run(self, ask, self._show, self._failed)

    def _show(self, tijdlijn: Tijdlijn) -> None:
        for rol, line in self._people.items():
            now = tijdlijn.nu(rol)
            since = datum_tekst(now.periode.van) if now else ""
            text = _("{wie}, sinds {dag}").format(wie=now.naam, dag=since) if now and since else now.naam if now else ""
            line.set_value(text)
            line.setToolTip(text)

    def _changed_elsewhere(self, onderwerp: str, changed_id: int) -> None:
        if onderwerp == "relatie" or (onderwerp == "voertuig" and changed_id == self._voertuig_id):
            self._reload()


def _line(rol: Rol) -> TextField:
    line = TextField(rol.value, placeholder=_("Niemand"))
    line.set_read_only(True)
    return line
