"""A file that belongs to a record, such as a photo or a letter: what it is by its content, and under which name.

What a file is, its first bytes say and never its name: a photo that is no photo is refused, and a program is not opened
because it calls itself a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from werkplaats.domain.moment import Moment

GROOTTE_HOOGSTENS = 50 * 1024 * 1024
"""No file is larger, in bytes."""
NAAM_HOOGSTENS = 120
"""A longer name is shortened, in signs; its ending stays. File systems take 255 bytes, and a sign is often two."""
NAAM = "bestandsnaam"
"""The field in which a person types a name."""
KOP = 64
"""So many bytes from its beginning say what a file is."""
ONBEKEND = "application/octet-stream"
TEKST = "text/plain"

_EINDE_HOOGSTENS = 10


class Bijlagesoort(StrEnum):
    """What a person adds: a photo must be one, a document may be anything."""

    FOTO = "foto"
    DOCUMENT = "document"


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

    @property
    def is_foto(self) -> bool:
        """Whether it is a picture."""
        return is_foto(self.soort)

    @property
    def is_openbaar(self) -> bool:
        """Whether the program of this computer may open it by itself."""
        return may_open(self.naam, self.soort)


_TEKENS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
)
"""Where in a file, which bytes, and what it is then: from the specifications of the formats."""

_FOTO_EINDEN = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/heic": (".heic", ".heif"),
    "image/avif": (".avif",),
    "image/tiff": (".tif", ".tiff"),
    "image/bmp": (".bmp", ".dib"),
}
_OPENBAAR = {
    "application/pdf": (".pdf",),
    "application/zip": (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"),
    "application/rtf": (".rtf", ".doc"),
    "application/x-ole-storage": (".doc", ".xls", ".ppt", ".msg"),
    TEKST: (".txt", ".csv", ".eml", ".log"),
    **_FOTO_EINDEN,
}
"""By what a file is: the endings with which it may be handed to another program. None of them starts a program."""

_FOUT_TEKEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
"""What no file system takes, and the signs that turn the direction of writing: ``gpj.exe`` would read ``exe.jpg``."""
_APPARAAT = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def recognise(kop: bytes) -> str:
    """The MIME type of a file that begins so; ``application/octet-stream`` for what is not known."""
    for plek, teken, soort in _TEKENS:
        if kop[plek : plek + len(teken)] == teken and (soort != "image/webp" or kop.startswith(b"RIFF")):
            return soort
    # Two letters are no proof: a bitmap also says the size of its header, which stands fixed in its definition.
    if kop.startswith(b"BM") and int.from_bytes(kop[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return "image/bmp"
    return TEKST if _is_text(kop) else ONBEKEND


def _is_text(kop: bytes) -> bool:
    return bool(kop) and not kop.startswith(b"MZ") and not any(byte < 32 and byte not in b"\t\n\r\f" for byte in kop)


def is_foto(soort: str) -> bool:
    """Whether this MIME type is a picture."""
    return soort in _FOTO_EINDEN


def calls_itself_foto(naam: str) -> bool:
    """Whether a file of this name says that it is a picture."""
    return any(naam.lower().endswith(einden) for einden in _FOTO_EINDEN.values())


def may_open(naam: str, soort: str) -> bool:
    """Whether another program may be handed this file: content and ending agree, and nothing is started by it."""
    return naam.lower().endswith(_OPENBAAR.get(soort, ("\0",)))


def tidy_name(naam: str, soort: str) -> str:
    """A name that every file system takes: no folders, nothing unseen, not too long, a picture with its own ending."""
    naam = PureWindowsPath(PurePosixPath(naam).name).name
    naam = " ".join(_FOUT_TEKEN.sub(" ", naam).split()).strip(". ")
    if _APPARAAT.match(naam):
        naam = f"_{naam}"
    einden = _FOTO_EINDEN.get(soort, ())
    if not naam or (einden and not naam.lower().endswith(einden)):
        naam = f"{naam or 'bestand'}{einden[0] if einden else ''}"
    return _shorten(naam)


def ending(naam: str) -> str:
    """What says to people and programs what kind of file it is, with its point: ``.pdf``; empty where there is none."""
    einde = PurePosixPath(naam).suffix
    return einde if len(einde) <= _EINDE_HOOGSTENS else ""


def with_ending(naam: str, huidig: str) -> str:
    """A new name for a file that is called ``huidig`` now: its ending stays, typed along or not."""
    einde = ending(huidig)
    naam = naam.strip()
    return naam if naam.lower().endswith(einde.lower()) else naam + einde


def check_name(naam: str, huidig: str, anderen: Iterable[str]) -> tuple[Bevinding, ...]:
    """What bars that a file gets this name; ``anderen`` are the other files of its record.

    A name that comes with a file is made to fit; one that a person types is his, and he is told what does not fit.
    """
    nieuw = with_ending(naam, huidig)
    if not nieuw.removesuffix(ending(huidig)).strip(". "):
        return (Bevinding(NAAM, "BIJLAGE_NAAM_LEEG"),)
    if _FOUT_TEKEN.search(nieuw):
        return (Bevinding(NAAM, "BIJLAGE_NAAM_TEKEN"),)
    if len(nieuw) > NAAM_HOOGSTENS:
        return (Bevinding(NAAM, "BIJLAGE_NAAM_LANG", params={"hoogstens": NAAM_HOOGSTENS, "lengte": len(nieuw)}),)
    if nieuw.casefold() in {ander.casefold() for ander in anderen}:
        return (Bevinding(NAAM, "BIJLAGE_NAAM_DUBBEL", params={"naam": nieuw}),)
    return ()


def _shorten(naam: str) -> str:
    if len(naam) <= NAAM_HOOGSTENS:
        return naam
    einde = ending(naam)
    return f"{naam[: NAAM_HOOGSTENS - len(einde) - 1].rstrip('. ')}…{einde}"


def grootte_tekst(grootte: int) -> str:
    """A size as people say it: ``12 kB``, ``3,4 MB``."""
    if grootte < 1_000_000:
        return f"{max(1, round(grootte / 1000))} kB"
    return f"{grootte / 1_000_000:.1f} MB".replace(".", ",")
