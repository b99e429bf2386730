"""Files of this computer: taken in piece by piece, written out whole, and opened as a copy by their own program."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from werkplaats.errors import OpslagFout, PartijFout, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STUK = 1024 * 1024
"""A file is read in pieces of so many bytes, so that it can be stopped and its progress told."""
_IN_GEHEUGEN = 4 * STUK
_MAP = "werkplaats-inzien-"
_OUD_S = 24 * 3600


def _nothing(_klaar: int, _totaal: int) -> None:
    """Nobody looks at the progress."""


def _never() -> bool:
    return False


def open_file(pad: Path) -> None:
    """Opens a file with the program that this computer has for it; raises PartijFout BESTAND_NIET_GEOPEND."""
    try:
        if sys.platform == "win32":
            os.startfile(pad)  # noqa: S606 -- opens by what the file is registered for; its kind was checked before
            return
        opdracht = "open" if sys.platform == "darwin" else "xdg-open"
        programma = shutil.which(opdracht)
        if programma is None:
            raise FileNotFoundError(opdracht)
        # The path is one argument of its own, and no shell reads it.
        subprocess.Popen(  # noqa: S603 -- a fixed program and a path that we made ourselves
            [programma, str(pad)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError as fout:
        raise PartijFout("BESTAND_NIET_GEOPEND", "programma", bestand=pad.name) from fout


class Bestanden:
    """What this computer does with files; ``close`` takes the copies away that were opened."""

    def __init__(self, open_file: Callable[[Path], None] = open_file) -> None:
        self._open_file = open_file
        self._map: Path | None = None

    @contextmanager
    def take(
        self,
        bron: Path | bytes,
        hoogstens: int,
        progress: Callable[[int, int], None] = _nothing,
        stop: Callable[[], bool] = _never,
    ) -> Iterator[BinaryIO]:
        """A copy of a file of at most ``hoogstens`` bytes, to be read as often as one likes.

        A larger one is refused by its size, before anything of it is read. Raises WerkplaatsError BIJLAGE_TE_GROOT,
        BIJLAGE_LEEG, BIJLAGE_WEG (not there, not readable, or cut off while it was read), GESTOPT.
        """
        if isinstance(bron, bytes):
            _check_size(len(bron), hoogstens)
            yield BytesIO(bron)
            return
        with tempfile.SpooledTemporaryFile(_IN_GEHEUGEN) as doel:
            try:
                _copy(bron, cast("BinaryIO", doel), hoogstens, progress, stop)
            except OSError as fout:
                raise WerkplaatsError("BIJLAGE_WEG", bestand=bron.name) from fout
            yield cast("BinaryIO", doel)

    def show(self, naam: str, stukken: Iterable[bytes]) -> None:
        """Opens a copy with its own program; the copy cannot be changed, as nothing would come of it."""
        plaats = Path(tempfile.mkdtemp(dir=self._folder())) / naam
        self.write(plaats, stukken)
        plaats.chmod(stat.S_IRUSR)
        self._open_file(plaats)

    def write(self, doel: Path, stukken: Iterable[bytes]) -> None:
        """Writes a file whole or not at all; raises OpslagFout BESTAND_NIET_GESCHREVEN."""
        tijdelijk: Path | None = None
        try:
            nummer, naam = tempfile.mkstemp(dir=doel.parent, prefix=".bijlage-")
            tijdelijk = Path(naam)
            with os.fdopen(nummer, "wb") as bestand:
                bestand.writelines(stukken)
            tijdelijk.replace(doel)
        except OSError as fout:
            raise OpslagFout("BESTAND_NIET_GESCHREVEN", plaats=str(doel), reden=fout.strerror or "") from fout
        finally:
            if tijdelijk is not None:
                tijdelijk.unlink(missing_ok=True)

    def close(self) -> None:
        """Takes the copies away; one that another program still holds goes at a later start."""
        if self._map is not None:
            _remove(self._map)
            self._map = None

    def _folder(self) -> Path:
        if self._map is None:
            _sweep(Path(tempfile.gettempdir()))
            self._map = Path(tempfile.mkdtemp(prefix=_MAP))
        return self._map


def _check_size(grootte: int, hoogstens: int) -> None:
    if grootte > hoogstens:
        raise WerkplaatsError("BIJLAGE_TE_GROOT", hoogstens=hoogstens)
    if grootte == 0:
        raise WerkplaatsError("BIJLAGE_LEEG")


def _copy(
    bron: Path, doel: BinaryIO, hoogstens: int, progress: Callable[[int, int], None], stop: Callable[[], bool]
) -> None:
    # A pipe or a device has no end: only what is a file is opened.
    if not bron.is_file():
        raise FileNotFoundError(bron)
    with bron.open("rb", buffering=0) as bestand:
        totaal, gelezen = os.fstat(bestand.fileno()).st_size, 0
        _check_size(totaal, hoogstens)
        while stuk := bestand.read(STUK):
            if stop():
                raise WerkplaatsError("GESTOPT")
            gelezen += len(stuk)
            _check_size(gelezen, hoogstens)
            doel.write(stuk)
            progress(gelezen, max(totaal, gelezen))
    if gelezen < totaal:
        raise FileNotFoundError(bron)
    doel.seek(0)


def _sweep(plaats: Path) -> None:
    """Takes away what an earlier run of the program could not: a computer that failed, a program that held a copy."""
    for oud in plaats.glob(f"{_MAP}*"):
        try:
            is_oud = oud.stat().st_mtime < time.time() - _OUD_S
        except OSError:
            # Another run of the program took it away at this moment.
            continue
        if is_oud:
            _remove(oud)


def _remove(map_: Path) -> None:
    for pad in map_.glob("*/*"):
        # Windows does not remove what may not be changed.
        pad.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(map_, ignore_errors=True)
