"""The practice environment as a child process of the window: started, asked for its addresses, stopped."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    _STYLE = subprocess.CREATE_NO_WINDOW
else:
    _STYLE = 0

_STOP_SECONDS = 5.0


class Oefenproces:
    """``werkplaats-beheer oefenomgeving`` on one folder; it ends with us, also when we end without a word."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "werkplaats.beheer", "oefenomgeving", "--map", str(folder), "--json"]
        # It is our own console, called by the name of its module. A window of Windows has no stderr to share with it,
        # and what is written into a stderr that is not there fails.
        self._child = subprocess.Popen(  # noqa: S603 -- our own program, as said
            [*command, "--met-invoer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if sys.stderr is None else None,
            text=True,
            encoding="utf-8",
            creationflags=_STYLE,
        )

    def read_addresses(self) -> str:
        """The line of JSON with the addresses, once all of them answer; empty when the child has ended."""
        return self._child.stdout.readline() if self._child.stdout is not None else ""

    def stop(self) -> None:
        """Ends the child; it gets five seconds to do so itself, as Windows knows no signal that asks for it."""
        if self._child.stdin is not None:
            self._child.stdin.close()
        try:
            self._child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()
