"""Small pictures for the practice garage, made of nothing: a photo of a real car would be somebody's."""

from __future__ import annotations

import struct
import zlib

_BREED, _HOOG = 320, 240
_LUCHT, _VLOER = (196, 208, 220), (120, 122, 126)


def car_picture(lak: tuple[int, int, int], *, van_voren: bool = False) -> bytes:
    """A PNG of a car of plain shapes in its colour, on a floor before a wall."""
    rows = bytearray()
    for y in range(_HOOG):
        rows.append(0)
        for x in range(_BREED):
            rows += bytes(_pixel(x, y, lak, van_voren=van_voren))
    header = struct.pack(">IIBBBBB", _BREED, _HOOG, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(naam, inhoud) for naam, inhoud in parts)


def _part(naam: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">I", zlib.crc32(naam + inhoud))
    return struct.pack(">I", len(inhoud)) + naam + inhoud + som


def _pixel(x: int, y: int, lak: tuple[int, int, int], *, van_voren: bool) -> tuple[int, int, int]:
    wielen = ((92, 228) if van_voren else (86, 236), 172)
    if any((x - midden) ** 2 + (y - wielen[1]) ** 2 < 26**2 for midden in wielen[0]):
        return (30, 30, 34)
    if 112 < y < 172 and (64 if van_voren else 28) < x < (256 if van_voren else 296):
        return lak
    schuin = (112 - y) // 2
    if 64 < y <= 112 and 84 + schuin < x < 236 - schuin:
        return lak if y < 72 or 156 < x < 164 else (70, 90, 110)
    return _LUCHT if y < 150 else _VLOER
