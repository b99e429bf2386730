"""The chain of the logboek: each line's hash covers its content and the hash before it.

Values stand apart from the lines and are hashed with a salt of their own, so that a person's values can be erased
while the chain still holds, and an erased value cannot be guessed from its hash.
"""

from __future__ import annotations

import json
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEGIN = "0" * 64
"""The previous hash of the first line."""


def _digest(inhoud: object) -> str:
    # One spelling for one content: sorted keys, no spaces, ASCII only, so that both databases hash the same bytes.
    tekst = json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(tekst.encode("ascii")).hexdigest()


def new_zout() -> str:
    """A fresh salt: 128 random bits in 32 hexadecimal digits."""
    return secrets.token_hex(16)


def hash_waarde(zout: str, veld: str, voor: str | None, na: str | None) -> str:
    """The hash of one changed value, before and after, under its salt."""
    return _digest([zout, veld, voor, na])


def hash_waarden(waarden: Iterable[tuple[str, str, str | None, str | None]]) -> str:
    """The hash over all values of one line, each as (zout, veld, voor, na); their order does not matter."""
    return _digest(sorted(hash_waarde(*waarde) for waarde in waarden))


def hash_regel(vorige: str, regel: Mapping[str, str | int | None]) -> str:
    """The hash of one line over its columns (without its own hash) and the hash of the line before it."""
    return _digest([vorige, dict(regel)])
