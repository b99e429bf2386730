"""The page of the settings for the monteurscherm: the checklist that a mechanic answers on each werkkaart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.checklist import PUNTEN_HOOGSTENS, tidy_checklist
from werkplaats.forms.instellingen.pagina import Pagina
from werkplaats.i18n import _
from werkplaats.ui.fields.note import NoteField

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINES = 14


class ChecklistField(NoteField):
    """Points as lines of text: their order is that of the lines; an empty line is none."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]  # the words are the same, the value is by line
        """The points, in their order."""
        return tidy_checklist(self.toPlainText().splitlines())

    def set_value(self, value: Iterable[str], /) -> None:
        """Shows points."""
        if tuple(value) != self.value():
            super().set_value("\n".join(value))


class ChecklistPagina(Pagina):
    """The page of the checklist."""

    name = "checklist"
    icon = "checklist"

    def __init__(self) -> None:
        super().__init__()
        self._field = ChecklistField("checklist", _LINES)
        self._field.setAccessibleName(_("Checklist"))
        self._field.setPlaceholderText(_("Bijvoorbeeld:\nRemmen voor en achter\nVloeistoffen\nVerlichting"))
        self.grid.group(_("Punten, elk op een eigen regel"), _("Hoogstens {n}").format(n=PUNTEN_HOOGSTENS))
        self.grid.wide(self._field)
        self.watch()

    @property
    def title(self) -> str:
        """What the page is called in the list and above itself."""
        return _("Monteurscherm")

    def sentence(self, shop: str) -> str:
        """One sentence: what is set here, and for which shop."""
        said = _("De checklist van {vestiging}. Wat al beantwoord is, blijft met zijn eigen woorden op de kaart staan.")
        return said.format(vestiging=shop)

    @property
    def fields(self) -> dict[str, ChecklistField]:  # type: ignore[override]  # a narrower dictionary is only read
        """The fields by the name under which a finding comes to them."""
        return {"checklist": self._field}
