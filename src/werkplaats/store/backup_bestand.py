"""The file of a backup: a zip whose parts are stored as they are, closed by the sha256 of everything before it.

A check of the database alone misses one flipped bit in four; the digest misses none, in the zip's own tables neither.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from werkplaats.errors import OpslagFout

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAAT = 1
MANIFEST = "manifest.json"
DATABASE = "database.db"
TABELLEN = "tabellen/"
BIJLAGEN = "bijlagen/"

_DIGEST = 64
_BLOK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; ``soort`` is sqlite or postgresql, ``kolommen`` the order of a COPY's columns."""

    soort: str
    schema: int
    moment: str
    programma: str
    database_id: str
    aantallen: dict[str, int]
    logboek_aantal: int
    logboek_hash: str
    kolommen: dict[str, list[str]] = field(default_factory=dict)
    formaat: int = FORMAAT


@contextmanager
def write_file(bestand: Path) -> Iterator[zipfile.ZipFile]:
    """A zip to fill; on leaving it gets its digest, is brought to the disk, and takes its name: whole or not at all."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    nummer, naam = tempfile.mkstemp(dir=bestand.parent, prefix=f".{bestand.name}-")
    os.close(nummer)
    tijdelijk = Path(naam)
    try:
        with zipfile.ZipFile(tijdelijk, "w", zipfile.ZIP_STORED) as zip_:
            yield zip_
            zip_.comment = b"0" * _DIGEST
        _seal(tijdelijk)
        tijdelijk.replace(bestand)
    finally:
        tijdelijk.unlink(missing_ok=True)


def add_manifest(zip_: zipfile.ZipFile, manifest: Manifest) -> None:
    """Writes what the backup says of itself."""
    zip_.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True))


def _seal(bestand: Path) -> None:
    with bestand.open("r+b") as open_:
        einde = bestand.stat().st_size - _DIGEST
        som = _digest(open_, einde)
        open_.seek(einde)
        open_.write(som)
        open_.flush()
        os.fsync(open_.fileno())


def _digest(open_: BinaryIO, lengte: int) -> bytes:
    som, rest = hashlib.sha256(), lengte
    while rest > 0 and (blok := open_.read(min(_BLOK, rest))):
        som.update(blok)
        rest -= len(blok)
    return som.hexdigest().encode("ascii")


@contextmanager
def open_file(bestand: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """The parts of a backup whose digest holds; raises OpslagFout BACKUP_STUK, or MAP_ONBEREIKBAAR for no file."""
    try:
        open_ = bestand.open("rb")
    except OSError as fout:
        raise OpslagFout("MAP_ONBEREIKBAAR", plaats=str(bestand), reden=fout.strerror or "") from fout
    with open_:
        _check_digest(open_, bestand)
        try:
            zip_ = zipfile.ZipFile(open_)
            manifest = _manifest(zip_)
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as fout:
            raise damaged(bestand, "inhoud") from fout
        with zip_:
            yield zip_, manifest


def _check_digest(open_: BinaryIO, bestand: Path) -> None:
    """The file that is checked is the file that is read: it stays open in between."""
    einde = open_.seek(0, os.SEEK_END) - _DIGEST
    open_.seek(0)
    if einde <= 0 or _digest(open_, einde) != open_.read(_DIGEST):
        raise damaged(bestand, "controlegetal")
    open_.seek(0)


def _manifest(zip_: zipfile.ZipFile) -> Manifest:
    ruw: dict[str, Any] = json.loads(zip_.read(MANIFEST))
    return Manifest(**{naam: ruw[naam] for naam in ruw if naam in Manifest.__dataclass_fields__})


def damaged(bestand: Path, reden: str) -> OpslagFout:
    """The error for a backup that does not hold."""
    return OpslagFout("BACKUP_STUK", plaats=str(bestand), reden=reden)
