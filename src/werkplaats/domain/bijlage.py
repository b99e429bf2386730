"""A file that belongs to a record, such as a photo or a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkplaats.domain.moment import Moment

GROOTTE_HOOGSTENS = 50 * 1024 * 1024
"""No file is larger, in bytes."""


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file without its content: ``soort`` is its MIME type, ``grootte`` its size in bytes."""

    id: int
    onderwerp: str
    onderwerp_id: int
    naam: str
    soort: str
    grootte: int
    sha256: str
    gemaakt_op: Moment
    gemaakt_door: str
