"""The keyring of the operating system: it holds one key per database for this account, and nothing in plain files.

Names are chosen here: ``sleutel`` + database id for the key, ``wachtwoord`` + address for the account's own password
on PostgreSQL.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import keyring
from keyring.errors import KeyringError, NoKeyringError

from werkplaats.errors import GeheimFout

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

DIENST = "Werkplaats"
KEY_BYTES = 32

_UNSAFE = ("keyrings.alt.", "keyring.backends.null.", "keyring.backends.fail.")
"""Backends that write plain text, forget at once, or refuse everything."""


class Sleutelbos(Protocol):
    """Keeps short secrets of this account by name; raises GeheimFout when it cannot."""

    def read(self, naam: str) -> str | None:
        """The secret, or None when there is none."""

    def write(self, naam: str, waarde: str) -> None:
        """Keeps the secret."""


class SysteemSleutelbos:
    """The keyring of the operating system: Credential Manager, Secret Service, Keychain.

    Raises GeheimFout SLEUTELBOS_ONTBREEKT when there is none that is safe, SLEUTELBOS_DICHT when it stays locked.
    """

    def read(self, naam: str) -> str | None:
        """The secret, or None when there is none."""
        backend = _safe_backend()
        try:
            return backend.get_password(DIENST, naam)
        except Exception as error:
            raise _problem(error) from error

    def write(self, naam: str, waarde: str) -> None:
        """Keeps the secret, and reads it back: a key that was not kept would make every secret unreadable later."""
        backend = _safe_backend()
        try:
            backend.set_password(DIENST, naam, waarde)
        except Exception as error:
            raise _problem(error) from error
        if self.read(naam) != waarde:
            raise GeheimFout("SLEUTELBOS_ONTBREEKT")


class GeheugenSleutelbos:
    """A keyring in memory, for practice and tests; unless told otherwise each database has its fixed practice key.

    The practice garage keeps its sealed secrets between two starts, so its key may not change; it guards nothing.
    """

    def __init__(self, oefensleutels: bool = True) -> None:
        self._secrets: dict[str, str] = {}
        self._oefensleutels = oefensleutels

    def read(self, naam: str) -> str | None:
        """The secret, or None when there is none."""
        if self._oefensleutels and naam.startswith(_KEY):
            self._secrets.setdefault(naam, encode_key(sha256(f"oefenen {naam}".encode()).digest()))
        return self._secrets.get(naam)

    def write(self, naam: str, waarde: str) -> None:
        """Keeps the secret until the program ends."""
        self._secrets[naam] = waarde


_KEY = "sleutel "


def key_name(database_id: str) -> str:
    """The name under which the key of a database is kept."""
    return f"{_KEY}{database_id}"


def password_name(adres: str) -> str:
    """The name under which this account's own password on a PostgreSQL server is kept."""
    return f"wachtwoord {adres}"


def encode_key(key: bytes) -> str:
    """The key as the text that a keyring takes."""
    return urlsafe_b64encode(key).decode()


def decode_key(kept: str) -> bytes:
    """The key that a keyring gave; raises GeheimFout GEEN_SLEUTEL when it is not one of ours."""
    try:
        key = urlsafe_b64decode(kept)
    except ValueError as error:
        raise GeheimFout("GEEN_SLEUTEL") from error
    if len(key) != KEY_BYTES:
        raise GeheimFout("GEEN_SLEUTEL")
    return key


def _safe_backend() -> KeyringBackend:
    backend = keyring.get_keyring()
    # A chain tries one keyring after the other; one unsafe link could be the one that takes the key.
    links = [backend, *getattr(backend, "backends", ())]
    if any(f"{type(link).__module__}.".startswith(_UNSAFE) for link in links):
        raise GeheimFout("SLEUTELBOS_ONTBREEKT")
    return backend


def _problem(error: Exception) -> GeheimFout:
    """What a person can mend of it; backends raise whatever their platform raises, not only KeyringError."""
    if isinstance(error, GeheimFout):
        return error
    if isinstance(error, NoKeyringError):
        return GeheimFout("SLEUTELBOS_ONTBREEKT")
    reden = "" if isinstance(error, KeyringError) else type(error).__name__
    return GeheimFout("SLEUTELBOS_DICHT", reden=reden)
