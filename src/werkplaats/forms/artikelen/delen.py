"""The parts of a package, line by line: the code of an article, proposed while one types, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from werkplaats.domain.artikel import PakketDeel
from werkplaats.domain.werkkaart_regel import DUIZEND, number_text, parse_number
from werkplaats.i18n import _
from werkplaats.ui.fields.table_edit import TabelField
from werkplaats.ui.fields.text import TextField
from werkplaats.ui.theme import set_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkplaats.domain.artikel import Artikel

_BETWEEN = " \N{EN DASH} "


class AantalField(TextField):
    """A number with a comma, in thousandths; ``leeg`` is what an empty field stands for."""

    def __init__(self, veld: str, leeg: int | None) -> None:
        super().__init__(veld, "xs")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._leeg = leeg

    def value(self) -> int | None:  # type: ignore[override]  # the words are the same, the value is a number
        """The number; raises Ongeldig DECIMAAL_ONLEESBAAR."""
        return parse_number(self.text(), self.veld, DUIZEND) if self.text().strip() else self._leeg

    def set_value(self, value: int | None, /) -> None:  # type: ignore[override]  # the value is a number here too
        """Shows a number."""
        self.setText("" if value is None else number_text(value, DUIZEND))

    def tidy(self) -> None:
        self.tidy_by(lambda: self.set_value(self.value()))


class DelenField(TabelField):
    """``know`` says which articles there are; another code may be typed, and is refused when it is saved."""

    def __init__(self, veld: str) -> None:
        heads = (_("Artikel"), _("Aantal"))
        super().__init__(veld, _("Artikelen in het pakket"), heads, self._fields, _read, _("&Artikel toevoegen"))
        self._words: list[str] = []

    def know(self, artikelen: Sequence[Artikel]) -> None:
        """Proposes these."""
        self._words = [f"{een.code}{_BETWEEN}{een.omschrijving}" for een in artikelen]

    def _fields(self, deel: PakketDeel | None) -> Sequence[Any]:
        code, count = TextField("code", "l", code=True), AantalField("aantal", DUIZEND)
        completer = QCompleter(self._words, code)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            set_look(popup, list="popup")
        code.setCompleter(completer)
        code.editingFinished.connect(lambda: code.set_value(_code(code.value())))
        code.set_value(deel.code if deel is not None else "")
        count.set_value(deel.aantal if deel is not None else DUIZEND)
        return code, count


def _code(text: str) -> str:
    """The code alone, of what was proposed."""
    return text.split(_BETWEEN, maxsplit=1)[0].strip()


def _read(fields: Sequence[Any]) -> PakketDeel:
    code, count = fields
    return PakketDeel(_code(code.value()), count.value())
