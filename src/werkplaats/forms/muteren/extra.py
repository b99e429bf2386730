"""The tab Extra of the vehicle card: how the car looks, and what the garage wants to remember of it."""

from __future__ import annotations

from werkplaats.forms.muteren.pagina import VeldenPagina
from werkplaats.i18n import _
from werkplaats.ui.fields.note import NoteField
from werkplaats.ui.fields.text import NumberField, TextField
from werkplaats.ui.rows import FieldGrid

_NOTE_LINES = 9


def extra() -> VeldenPagina:
    """The page of the tab Extra."""
    grid = FieldGrid("two_columns", columns=2)
    grid.group(_("Uiterlijk"))
    grid.row(_("Kleu&r"), TextField("kleur"))
    grid.row(_("Tweede kleur"), TextField("tweede_kleur"), column=1)
    grid.row(_("Inrichting"), TextField("inrichting"))
    grid.row(_("Aantal deuren"), NumberField("aantal_deuren", "xs"), _("Zitplaatsen"), _seats(), column=1)
    grid.group(_("Notitie"))
    note = NoteField("notitie", _NOTE_LINES)
    note.setAccessibleName(_("Notitie"))
    grid.wide_field(note)
    return VeldenPagina(grid)


def _seats() -> NumberField:
    return NumberField("zitplaatsen", "xs")
