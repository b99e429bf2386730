"""Whether this account can read the secrets of the database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sleutelstand:
    """``aanwezig``: the keyring of this account holds a key; ``past``: it opens what is sealed (None: nothing is)."""

    aanwezig: bool
    past: bool | None
