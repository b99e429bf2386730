"""How values stand in a column: the same text or number on SQLite and on PostgreSQL."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, Text
from sqlalchemy.types import TypeDecorator

from werkplaats.domain.bedrag import Bedrag
from werkplaats.domain.moment import Moment
from werkplaats.domain.vin import Vin
from werkplaats.domain.voertuig import Code
from werkplaats.store import jsonwaarde

if TYPE_CHECKING:
    from sqlalchemy import Dialect

SleutelTekst = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared sign by sign on both databases, so that a range search means the same."""


class MomentType(TypeDecorator[Moment]):
    """A Moment as its ISO text of 32 signs: text order is time order, and SQLite cannot drop the zone."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Moment | None, dialect: Dialect) -> str | None:
        """To the column."""
        return None if value is None else value.iso

    def process_result_value(self, value: str | None, dialect: Dialect) -> Moment | None:
        """From the column."""
        return None if value is None else Moment.from_iso(value)


class BedragType(TypeDecorator[Bedrag]):
    """A Bedrag as whole cents."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Bedrag | None, dialect: Dialect) -> int | None:
        """To the column."""
        return None if value is None else value.centen

    def process_result_value(self, value: int | None, dialect: Dialect) -> Bedrag | None:
        """From the column."""
        return None if value is None else Bedrag(value)


class VinType(TypeDecorator[Vin]):
    """A chassis number as its text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Vin | None, dialect: Dialect) -> str | None:
        """To the column."""
        return None if value is None else value.tekst

    def process_result_value(self, value: str | None, dialect: Dialect) -> Vin | None:
        """From the column."""
        return None if value is None else Vin(value)


class CodeType(TypeDecorator[Code]):
    """A security code as its text; it comes back masked, and only a query for the bare text shows it.

    The masked code bears a stamp of its text: a merge sees that another person changed the code.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Code | None, dialect: Dialect) -> str | None:
        """To the column; a masked code cannot be written."""
        if value is None:
            return None
        if value.tekst is None and value.gevuld:
            raise ValueError("a masked code has no text to write")
        return value.tekst or ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> Code | None:
        """From the column, masked."""
        return Code.masked(value or "")


class EnumType(TypeDecorator[StrEnum]):
    """A StrEnum as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: type[StrEnum]) -> None:
        super().__init__()
        self.soort = soort
        # Asking the class costs three times as much, for each line of a list.
        self._bekend = {deel.value: deel for deel in soort}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """To the column."""
        return None if value is None else self.soort(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """From the column; raises ValueError for what is none of them."""
        return None if value is None else self._bekend.get(value) or self.soort(value)


class JsonType(TypeDecorator[Any]):
    """A frozen value, or a tuple or frozenset of them, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: Any) -> None:
        super().__init__()
        self.soort = soort

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the column."""
        return None if value is None else jsonwaarde.dump(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """From the column."""
        return None if value is None else jsonwaarde.load(self.soort, value)
