"""The practice environment as a child process of the window: started, asked for its addresses, stopped."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_STOP_SECONDS = 5.0


class Oefenproces:
    """``werkplaats-beheer oefenomgeving`` on one folder."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "werkplaats.beheer", "oefenomgeving", "--map", str(folder), "--json"]
        self._child = subprocess.Popen(  # noqa: S603 -- our own console, called by the name of its module
            command, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def read_addresses(self) -> str:
        """The line of JSON with the addresses, once all of them answer; empty when the child has ended."""
        return self._child.stdout.readline() if self._child.stdout is not None else ""

    def stop(self) -> None:
        """Ends the child; it gets five seconds."""
        self._child.terminate()
        try:
            self._child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()
