"""The vault: seals passwords and tokens of the shops under the one key of their database.

AES-256-GCM. Database, shop and name are bound in, so that a sealed secret cannot be laid in another's place unseen.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from werkplaats.errors import GeheimFout
from werkplaats.services.koppelcode import read_code, write_code
from werkplaats.services.sleutelbos import KEY_BYTES, decode_key, encode_key, key_name

if TYPE_CHECKING:
    from werkplaats.services.sleutelbos import Sleutelbos

_VERSION = b"\x01"
"""How it is sealed; the first byte of every sealed secret, bound in as well."""

_NONCE_BYTES = 12


class Kluis:
    """Seals and unseals for one database, with the key that the keyring of this account holds."""

    def __init__(self, sleutelbos: Sleutelbos, database_id: str) -> None:
        self._sleutelbos = sleutelbos
        self._database_id = database_id

    def has_key(self) -> bool:
        """Whether this account was admitted to the secrets of the database."""
        return self._sleutelbos.read(key_name(self._database_id)) is not None

    def make_key(self) -> None:
        """Gives a new database its key, once: the account that has one keeps it."""
        if not self.has_key():
            self._keep(secrets.token_bytes(KEY_BYTES))

    def seal(self, shop_id: int, naam: str, tekst: str) -> bytes:
        """The secret, sealed for this shop under this name; raises GeheimFout GEEN_SLEUTEL."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(self._key()).encrypt(nonce, tekst.encode(), self._bound(shop_id, naam))
        return _VERSION + nonce + sealed

    def unseal(self, shop_id: int, naam: str, inhoud: bytes) -> str:
        """The secret; raises GeheimFout GEEN_SLEUTEL or GEHEIM_ONLEESBAAR (another key, place or content)."""
        nonce, sealed = inhoud[1 : 1 + _NONCE_BYTES], inhoud[1 + _NONCE_BYTES :]
        key = self._key()
        if not inhoud.startswith(_VERSION) or len(nonce) < _NONCE_BYTES:
            raise GeheimFout("GEHEIM_ONLEESBAAR", naam=naam)
        try:
            return AESGCM(key).decrypt(nonce, sealed, self._bound(shop_id, naam)).decode()
        except (InvalidTag, ValueError) as error:
            raise GeheimFout("GEHEIM_ONLEESBAAR", naam=naam) from error

    def koppelcode(self) -> str:
        """The code that admits another account or workstation; raises GeheimFout GEEN_SLEUTEL."""
        return write_code(self._key(), self._database_id)

    def take_koppelcode(self, tekst: str) -> None:
        """Admits this account with a code that was shown elsewhere; raises GeheimFout KOPPELCODE_…."""
        self._keep(read_code(tekst, self._database_id))

    def _key(self) -> bytes:
        kept = self._sleutelbos.read(key_name(self._database_id))
        if kept is None:
            raise GeheimFout("GEEN_SLEUTEL")
        return decode_key(kept)

    def _keep(self, key: bytes) -> None:
        self._sleutelbos.write(key_name(self._database_id), encode_key(key))

    def _bound(self, shop_id: int, naam: str) -> bytes:
        # Lengths stand before the texts, so that no two places can be written alike.
        parts = [self._database_id.encode(), str(shop_id).encode(), naam.encode()]
        return _VERSION + b"".join(len(part).to_bytes(4) + part for part in parts)
