"""Plays the tour once: one scale, one or both schemes, in a practice garage of its own."""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from werkplaats.rondleiding.camera import Camera
from werkplaats.rondleiding.hoofdstukken import HOOFDSTUKKEN
from werkplaats.rondleiding.ogen import Stopped
from werkplaats.rondleiding.player import Player
from werkplaats.rondleiding.toneel import Toneel
from werkplaats.rondleiding.verslag import Verslag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from werkplaats.config import Config
    from werkplaats.ui.theme import Scheme

_SCREEN = {"name": "scherm", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
_DPI = {"logicalDpi": 96, "logicalBaseDpi": 96}
_STOPPED_LOOK = "mislukt"


@dataclass(frozen=True, slots=True)
class Rondleiding:
    """One playing of the tour into a folder; ``schaal`` is a percentage."""

    folder: Path
    schaal: int
    schemes: tuple[Scheme, ...]

    @property
    def garage(self) -> Path:
        """Where its practice garage lies."""
        return self.folder / f"oefengarage-{self.schaal}"

    def play(self, configure: Callable[[], Config]) -> int:
        """Plays all chapters; 0 when each step did what it should, else 1 with a line that says which did not."""
        self._prepare()
        qt = QApplication(sys.argv[:1])
        qt.setApplicationName("werkplaats")
        qt.setCursorFlashTime(0)
        qt.setQuitOnLastWindowClosed(False)
        verslag = Verslag(self.schaal)
        player = Player(qt, Camera(self.folder, self.schaal, self.schemes), verslag, self.folder)
        toneel = Toneel(qt, self.garage, configure)
        try:
            self._play(player, toneel, verslag)
        finally:
            toneel.end()
        if verslag.fout:
            sys.stderr.write(f"{verslag.fout}\n")
        return int(not verslag.geslaagd)

    def _play(self, player: Player, toneel: Toneel, verslag: Verslag) -> None:
        """Plays chapter by chapter: one that stops keeps the next from nothing, so that all faults are seen at once."""
        for chapter in HOOFDSTUKKEN:
            player.chapter(chapter.naam)
            try:
                toneel.clear_desk(player.wait_for)
                chapter.play(player, toneel)
                if chapter.by_keyboard:
                    player.require_keyboard_only()
            except Exception as error:  # noqa: BLE001 -- whatever stops a chapter ends as its one clear line and a picture
                verslag.note_fault(_said(verslag, error))
                if not isinstance(error, Stopped):
                    traceback.print_exc()
                self._look_at_fault(player)
        verslag.klaar = True
        player.end()

    def _look_at_fault(self, player: Player) -> None:
        try:
            player.look(_STOPPED_LOOK)
        except Stopped:
            # Without a window there is nothing to see; the line says what happened.
            return

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.garage / "werkplaats.db").exists():
            shutil.rmtree(self.garage)
        self.garage.mkdir(exist_ok=True)
        log = self.folder / f"rondleiding-{self.schaal}.log"
        logging.basicConfig(filename=log, filemode="w", encoding="utf-8", level=logging.DEBUG, force=True)
        os.environ["QT_SCALE_FACTOR"] = str(self.schaal / 100)
        if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
            self._paint_without_screen()

    def _paint_without_screen(self) -> None:
        # The screen that Qt imagines by itself is too small for the window.
        screen = self.folder / "scherm.json"
        screen.write_text(json.dumps({"screens": [_SCREEN | _DPI]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"


def read_choices(folder: Path, choices: Sequence[str]) -> Rondleiding:
    """What the command line asks for: a percentage (100) and schemes (``light``, ``dark``; both when left out)."""
    schaal = next((int(choice) for choice in choices if choice.isdigit()), 100)
    schemes: tuple[Scheme, ...] = tuple(scheme for scheme in ("light", "dark") if scheme in choices)
    return Rondleiding(folder, schaal, schemes or ("light", "dark"))


def _said(verslag: Verslag, error: Exception) -> str:
    where = f"stap {len(verslag.stappen)}, {verslag.stappen[-1].titel}" if verslag.stappen else "het begin"
    what = str(error) if isinstance(error, Stopped) else f"{type(error).__name__}: {error}"
    return " ".join(f"De rondleiding ({verslag.schaal} %) stopt bij {where}: {what}.".split())
