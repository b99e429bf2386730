"""The fields of the dialogs: one class per kind of value, all with the same face (``Field``)."""

from __future__ import annotations

from werkplaats.ui.fields.base import Field, Remark, Remarks, SlotButton, Width
from werkplaats.ui.fields.choice import Check, Combo, paint_check
from werkplaats.ui.fields.plate_edit import PlateEdit, PlateVerdict
from werkplaats.ui.fields.secret import SecretField
from werkplaats.ui.fields.text import CodeField, DateField, NumberField, TextField

__all__ = [
    "Check",
    "CodeField",
    "Combo",
    "DateField",
    "Field",
    "NumberField",
    "PlateEdit",
    "PlateVerdict",
    "Remark",
    "Remarks",
    "SecretField",
    "SlotButton",
    "TextField",
    "Width",
    "paint_check",
]
