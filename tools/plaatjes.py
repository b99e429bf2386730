"""Takes the pictures of the README from a tour: ``python tools/plaatjes.py build/rondleiding``.

They are written anew without a row filter: for pictures of a screen that makes the smallest files.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from pathlib import Path

from PySide6.QtGui import QImage

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
TAKEN = ("start-zoeken-light", "muteren-light", "rdw-vergelijken-light", "pechhulp-fouten-light", "start-zoeken-dark")
MOST_BYTES = 220_000


def main(folder: Path) -> int:
    """Copies each of them; 1 when one is missing or grows too large to stand in a README."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in TAKEN:
        found = sorted(folder.glob(f"[0-9][0-9]-{name}.png"))
        if not found:
            sys.stderr.write(f"Er is geen {name}.png in {folder}; speel eerst de rondleiding op 100 %.\n")
            return 1
        picture = encode(QImage(os.fspath(found[0])))
        if len(picture) > MOST_BYTES:
            sys.stderr.write(f"{name}.png is te groot: {len(picture)} bytes.\n")
            return 1
        (PICTURES / f"{name}.png").write_bytes(picture)
        print(f"{name}.png: {len(picture)} bytes")
    return 0


def encode(image: QImage) -> bytes:
    """The picture as a PNG of 8 bits for each of red, green and blue."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = rgb.width(), rgb.height(), rgb.bytesPerLine()
    pixels = bytes(rgb.constBits())
    rows = b"".join(b"\0" + pixels[y * line : y * line + 3 * width] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/rondleiding")))
