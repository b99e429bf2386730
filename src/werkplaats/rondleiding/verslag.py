"""What was done in a tour, as values: steps with their keys and pictures, kept as JSON while it is played.

Without Qt: the console reads it too. What was typed is not kept, only that something was typed: it may be personal.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

GETYPT = "…"
"""How a list of keys says that words were typed."""

GESCAND = "scanner"
"""How a list of keys says that a code was scanned."""

_TIMES = " \N{MULTIPLICATION SIGN} "


@dataclass(slots=True)
class Stap:
    """One step: what it shows, with which keys or clicks, and the names of its pictures."""

    hoofdstuk: str
    titel: str
    toetsen: list[str] = field(default_factory=list)
    plaatjes: list[str] = field(default_factory=list)
    seconden: float = 0.0

    def add_key(self, key: str) -> None:
        """Notes a key or a click; the same one again is counted."""
        before = self.toetsen[-1] if self.toetsen else ""
        name, _times, count = before.partition(_TIMES)
        if name == key and key not in (GETYPT, GESCAND):
            self.toetsen[-1] = f"{key}{_TIMES}{int(count or 1) + 1}"
        elif before != key:
            self.toetsen.append(key)


@dataclass(slots=True)
class Verslag:
    """A tour at one scale (a percentage): its steps so far, the faults that stopped its chapters, whether it ended."""

    schaal: int
    stappen: list[Stap] = field(default_factory=list)
    fout: str = ""
    klaar: bool = False

    @property
    def geslaagd(self) -> bool:
        """Whether every step was played and did what it should."""
        return self.klaar and not self.fout

    def note_fault(self, said: str) -> None:
        """Notes a fault after those before it."""
        self.fout = " ".join(part for part in (self.fout, said) if part)

    def write(self, folder: Path) -> None:
        """Keeps the tour as it stands, so that it can be read whatever happens next."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        report_file(folder, self.schaal).write_text(text, encoding="utf-8")


def report_file(folder: Path, schaal: int) -> Path:
    """Where the tour at a scale is kept."""
    return folder / f"stappen-{schaal}.json"


def read_report(folder: Path, schaal: int) -> Verslag:
    """The tour as it was kept; where it broke off without a word, the fault says so."""
    try:
        raw: dict[str, Any] = json.loads(report_file(folder, schaal).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        raw = asdict(Verslag(schaal))
    verslag = Verslag(**raw | {"stappen": [Stap(**stap) for stap in raw["stappen"]]})
    if not verslag.klaar and not verslag.fout:
        last = verslag.stappen[-1].titel if verslag.stappen else "het begin"
        verslag.fout = f"De rondleiding ({schaal} %) is afgebroken bij stap {len(verslag.stappen)}, {last}."
    return verslag
