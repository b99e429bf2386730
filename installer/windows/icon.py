"""Writes the mark of the program as a Windows icon file: ``python -m installer.windows.icon FILE``."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication

from werkplaats.ui.merk import MARK_SIZES, mark_pixmap
from werkplaats.ui.theme import install_theme

_ICON = 1
_HEAD, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def write_icon(file: Path) -> None:
    """Writes all sizes into one file, each as a PNG."""
    pictures = [(side, _png(side)) for side in MARK_SIZES]
    offset = _HEAD.size + len(pictures) * _ENTRY.size
    entries = b""
    for side, picture in pictures:
        # A side of 256 is written as 0, as one byte cannot hold it.
        entries += _ENTRY.pack(side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    file.write_bytes(_HEAD.pack(0, _ICON, len(pictures)) + entries + b"".join(picture for _side, picture in pictures))


def _png(side: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    mark_pixmap(side).save(buffer, "PNG")
    return bytes(buffer.data().data())


def main(file: str) -> None:
    """Draws the mark in the light colours of the program."""
    install_theme(QApplication([]), "light")
    write_icon(Path(file))


if __name__ == "__main__":
    main(sys.argv[1])
