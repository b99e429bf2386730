"""The tabs of the vehicle card: which there are, and which of them has a field that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from werkplaats.forms.muteren.extra import extra
from werkplaats.forms.muteren.technisch import technisch
from werkplaats.i18n import _
from werkplaats.ui.tabs import Tab, Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from werkplaats.forms.muteren.algemeen import Algemeen
    from werkplaats.forms.muteren.pagina import VeldenPagina
    from werkplaats.ui.fields.base import Field


class Bladen(Tabs):
    """The pages of the card; all but Algemeen are made when they are first needed."""

    def __init__(
        self,
        algemeen: Algemeen,
        herinnering: Callable[[], QWidget],
        overig: Callable[[], QWidget],
        opties: Callable[[], QWidget],
        afbeeldingen: Callable[[], QWidget],
        more: Sequence[Tab],
    ) -> None:
        self._fields: dict[str, dict[str, Field]] = {}
        super().__init__(
            [
                Tab("algemeen", _("&Algemeen"), lambda: algemeen),
                Tab("extra", _("E&xtra"), extra),
                Tab("technisch", _("Tech&nisch"), technisch),
                Tab("herinnering", _("Her&innering"), herinnering),
                Tab("overig", _("Overi&g"), overig),
                Tab("opties", _("Opties"), opties),
                Tab("afbeeldingen", _("Afbeeldingen"), afbeeldingen),
                *more,
            ]
        )
        self.built.connect(self._note_fields)
        self._note_fields("algemeen")

    def fields_of(self, name: str) -> dict[str, Field]:
        """The fields of the card on a page."""
        return self._fields[name]

    def build_for(self, velden: frozenset[str]) -> None:
        """Makes the pages that are still missing when one of these fields may stand on them."""
        known = {veld for fields in self._fields.values() for veld in fields}
        if velden - known:
            for name in self.names:
                self.page(name)

    def _note_fields(self, name: str) -> None:
        fields = self._fields[name] = dict(cast("VeldenPagina", self.page(name)).fields)
        self.watch(name, fields.values())
