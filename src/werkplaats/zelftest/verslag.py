"""What the self-test says: on the console where there is one, and in a file when asked for."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Verslag:
    """Lines that are written at once, so that a test that never ends still says how far it came.

    A program without a console, as on Windows, has no stdout: then the file is all there is.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file.open("w", encoding="utf-8") if file else None
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A console of Windows does not know every sign that a path may hold.
            sys.stdout.reconfigure(errors="replace")

    def say(self, line: str) -> None:
        """Writes one line."""
        for stream in (self._file, sys.stdout):
            if stream is not None:
                stream.write(line + "\n")
                stream.flush()

    def close(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()
