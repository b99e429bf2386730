"""Where the content of files lies: embedded in a folder beside the database, on PostgreSQL in a table of pieces."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from sqlalchemy import delete, insert, select

from werkplaats.domain.bijlage import GROOTTE_HOOGSTENS
from werkplaats.errors import OpslagFout, WerkplaatsError
from werkplaats.store.rows.basis import tabel
from werkplaats.store.rows.bestanden import BijlageStukRij

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Connection

STUK = 1024 * 1024
"""The size of a piece, in bytes."""

_SHA256 = 64
_TEGELIJK = 500
_S = tabel(BijlageStukRij)


class Inhoud(Protocol):
    """A place that keeps content by its sha256."""

    def put(self, bron: BinaryIO) -> tuple[str, int]:
        """Keeps what the source holds; returns its sha256 and size."""

    def read(self, sha256: str) -> Iterator[bytes]:
        """The content, in pieces; raises OpslagFout OPSLAG_STUK when it is missing or not what it was."""

    def kept(self) -> frozenset[str]:
        """The sha256 of all content that lies here."""

    def hold(self, sha256s: Collection[str]) -> None:
        """Keeps others from naming these contents in a new row until the transaction ends."""

    def remove(self, sha256s: Collection[str]) -> int:
        """Takes these contents away and says how many; no row may name them any more."""


class InMap:
    """Content in a folder: ``ab/abcdef…``; written, synced and renamed before a row names it."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    def path(self, sha256: str) -> Path:
        """The file of this content."""
        return self.map / sha256[:2] / sha256

    def put(self, bron: BinaryIO) -> tuple[str, int]:
        """Keeps what the source holds; returns its sha256 and size."""
        self.map.mkdir(parents=True, exist_ok=True)
        nummer, tijdelijk = tempfile.mkstemp(dir=self.map, prefix=".nieuw-")
        try:
            with os.fdopen(nummer, "wb") as doel:
                sha256, grootte = _copy(bron, doel)
                doel.flush()
                os.fsync(doel.fileno())
            self.path(sha256).parent.mkdir(exist_ok=True)
            Path(tijdelijk).replace(self.path(sha256))
        finally:
            Path(tijdelijk).unlink(missing_ok=True)
        _sync_folder(self.path(sha256).parent)
        return sha256, grootte

    def read(self, sha256: str) -> Iterator[bytes]:
        """The content, in pieces; raises OpslagFout OPSLAG_STUK when it is missing or not what it was."""
        try:
            with self.path(sha256).open("rb") as bron:
                yield from checked(sha256, _pieces(bron))
        except FileNotFoundError as fout:
            raise OpslagFout("OPSLAG_STUK", plaats=str(self.path(sha256)), reden="bijlage") from fout

    def kept(self) -> frozenset[str]:
        """The sha256 of all content that lies here."""
        return frozenset(pad.name for pad in self.map.glob(f"??/{'?' * _SHA256}"))

    def hold(self, sha256s: Collection[str]) -> None:
        """Needs nothing: a write on SQLite has the whole database, and content is only put in one."""

    def remove(self, sha256s: Collection[str]) -> int:
        """Takes these contents away and says how many; one that somebody is looking at on Windows stays till later."""
        weg = 0
        for sha256 in sha256s:
            try:
                self.path(sha256).unlink()
            except (FileNotFoundError, PermissionError):
                # It is gone already, or it goes at the next turn: nothing names it in either case.
                continue
            weg += 1
        return weg


class InTabel:
    """Content in a table of pieces, in the transaction of the row that names it."""

    def __init__(self, verbinding: Connection) -> None:
        self.verbinding = verbinding

    def put(self, bron: BinaryIO) -> tuple[str, int]:
        """Keeps what the source holds; returns its sha256 and size."""
        with tempfile.TemporaryFile() as tussen:
            sha256, grootte = _copy(bron, tussen)
            tussen.seek(0)
            # Locked, so that whoever sweeps content away waits until this transaction says whether a row names it.
            eerder = select(_S.c.nr).where(_S.c.sha256 == sha256, _S.c.nr == 0).with_for_update(read=True)
            if self.verbinding.execute(eerder).first() is None:
                for nr, stuk in enumerate(_pieces(tussen)):
                    self.verbinding.execute(insert(_S), {"sha256": sha256, "nr": nr, "inhoud": stuk})
        return sha256, grootte

    def read(self, sha256: str) -> Iterator[bytes]:
        """The content, in pieces; raises OpslagFout OPSLAG_STUK when it is missing or not what it was."""
        rijen = self.verbinding.execute(select(_S.c.inhoud).where(_S.c.sha256 == sha256).order_by(_S.c.nr))
        yield from checked(sha256, (bytes(inhoud) for (inhoud,) in rijen))

    def kept(self) -> frozenset[str]:
        """The sha256 of all content that lies here."""
        return frozenset(self.verbinding.scalars(select(_S.c.sha256).where(_S.c.nr == 0)))

    def hold(self, sha256s: Collection[str]) -> None:
        """Locks the first piece of each, in a fixed order."""
        for stuk in _some(sha256s):
            gevraagd = select(_S.c.sha256).where(_S.c.sha256.in_(stuk), _S.c.nr == 0).order_by(_S.c.sha256)
            self.verbinding.execute(gevraagd.with_for_update()).all()

    def remove(self, sha256s: Collection[str]) -> int:
        """Takes these contents away and says how many."""
        for stuk in _some(sha256s):
            self.verbinding.execute(delete(_S).where(_S.c.sha256.in_(stuk)))
        return len(sha256s)


def _some(sha256s: Collection[str]) -> Iterator[list[str]]:
    op_volgorde = sorted(sha256s)
    for begin in range(0, len(op_volgorde), _TEGELIJK):
        yield op_volgorde[begin : begin + _TEGELIJK]


def checked(sha256: str, stukken: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces; after the last one OPSLAG_STUK when they are not what they were."""
    som = hashlib.sha256()
    for stuk in stukken:
        som.update(stuk)
        yield stuk
    if som.hexdigest() != sha256:
        raise OpslagFout("OPSLAG_STUK", plaats=sha256[:12], reden="bijlage")


def _copy(bron: BinaryIO, doel: BinaryIO) -> tuple[str, int]:
    som, grootte = hashlib.sha256(), 0
    for stuk in _pieces(bron):
        grootte += len(stuk)
        if grootte > GROOTTE_HOOGSTENS:
            raise WerkplaatsError("BIJLAGE_TE_GROOT", hoogstens=GROOTTE_HOOGSTENS)
        som.update(stuk)
        doel.write(stuk)
    return som.hexdigest(), grootte


def _pieces(bron: BinaryIO) -> Iterator[bytes]:
    while stuk := bron.read(STUK):
        yield stuk


def _sync_folder(map_: Path) -> None:
    """A rename is on the disk only when its folder is; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
