"""Where an embedded database may lie: not on a network share and not in a folder that is synchronised.

SQLite's write-ahead log needs memory that processes share, which a network share does not give, and a program that
synchronises copies the file and its log at different moments: both end in a broken database (sqlite.org/wal.html).
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from werkplaats.errors import OpslagFout

_NETWERK = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "9p",
        "webdav",
        "glusterfs",
        "ceph",
        "fuse.sshfs",
        "fuse.davfs2",
        "fuse.rclone",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
    ]
)

_GESYNCHRONISEERD = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "icloud drive",
                     "nextcloud", "owncloud", "pcloud", "pcloud drive", "stack", "creative cloud files", "box sync",
                     "syncthing")  # fmt: skip

_MERKTEKENS = (".dropbox", ".stfolder", ".sync_journal.db", ".owncloudsync.log", ".nextcloudsync.log")
"""Files that a synchronising program leaves in the folder it keeps."""

_DRIVE_REMOTE = 4

_VERBODEN = (errno.EROFS, errno.EACCES, errno.EPERM)


def check_place(bestand: Path) -> None:
    """Makes the folder of the database where it is missing.

    Raises OpslagFout NETWERKSCHIJF, MAP_ONBEREIKBAAR, or ALLEEN_LEZEN where this account may not write.
    """
    map_ = bestand.absolute().parent
    if is_network(map_):
        raise OpslagFout("NETWERKSCHIJF", plaats=str(map_), reden="netwerk")
    if naam := synchronised_by(map_):
        raise OpslagFout("NETWERKSCHIJF", plaats=str(map_), reden=naam)
    try:
        # What is in it concerns customers: other accounts of this computer have no business there.
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fout:
        code = "ALLEEN_LEZEN" if fout.errno in _VERBODEN else "MAP_ONBEREIKBAAR"
        raise OpslagFout(code, plaats=str(map_), reden=fout.strerror or "") from fout
    # Of a folder in which it may not make its log, SQLite says only that the file cannot be opened.
    if not os.access(map_, os.W_OK):
        raise OpslagFout("ALLEEN_LEZEN", plaats=str(map_), reden="")


def synchronised_by(map_: Path) -> str:
    """The name of the folder above that a program synchronises; empty when there is none."""
    for deel in (map_, *map_.parents):
        naam = deel.name.lower()
        if any(naam == bekend or naam.startswith(f"{bekend} -") for bekend in _GESYNCHRONISEERD):
            return deel.name
        if any((deel / teken).exists() for teken in _MERKTEKENS):
            return deel.name
    return ""


def is_network(map_: Path) -> bool:
    """Whether a folder, or the nearest one above it that exists, lies on another computer."""
    bestaand = next(deel for deel in (map_, *map_.parents) if deel.exists() or deel == deel.parent)
    if sys.platform == "win32":
        return _is_remote_drive(bestaand)
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and filesystem_of(bestaand.resolve(), mounts.read_text(encoding="utf-8")) in _NETWERK


def filesystem_of(map_: Path, mounts: str) -> str:
    """The kind of file system of a folder, by the table of mounts: the longest mount point that holds it."""
    beste, soort = -1, ""
    for regel in mounts.splitlines():
        delen = regel.split(" ")
        punt = Path(delen[1].encode("latin-1", "backslashreplace").decode("unicode_escape"))
        if len(punt.parts) > beste and (punt == map_ or punt in map_.parents):
            beste, soort = len(punt.parts), delen[2]
    return soort


def _is_remote_drive(map_: Path) -> bool:
    import ctypes  # noqa: PLC0415 - only Windows has use for it here

    schijf = os.path.splitdrive(str(map_))[0]
    if schijf.startswith("\\\\"):
        return True
    windll = getattr(ctypes, "windll", None)
    return windll is not None and windll.kernel32.GetDriveTypeW(f"{schijf}\\") == _DRIVE_REMOTE
