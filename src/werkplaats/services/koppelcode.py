"""The koppelcode: the key of a database as groups of letters and digits that a person can read out and type.

Fourteen groups of five signs: thirteen carry the key, the last proves for which database it is. Each group ends in a
check sign of its own, so that a slip is found in the group where it was made. The signs are Crockford's base 32: no I,
L, O or U; when typed, O counts as 0 and I and L count as 1.
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from itertools import islice

from werkplaats.errors import GeheimFout

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("OIL", "011", " -\u2013\u00a0\t\r\n")
_BITS = 5
_PER_GROUP = 4
_KEY_BYTES = 32
_KEY_SIGNS = 52
_GROUPS = 14


def write_code(key: bytes, database_id: str) -> str:
    """The code of a key of 32 bytes for one database."""
    signs = _in_signs(int.from_bytes(key), _KEY_SIGNS) + _proof(key, database_id)
    groups = (signs[start : start + _PER_GROUP] for start in range(0, len(signs), _PER_GROUP))
    return "-".join(group + _check_sign(number, group) for number, group in enumerate(groups, 1))


def read_code(tekst: str, database_id: str) -> bytes:
    """The key in a typed code.

    Raises GeheimFout KOPPELCODE_LENGTE, KOPPELCODE_GROEP (``groep``: the number of the group with a slip) or
    KOPPELCODE_ONJUIST (the code is of another database).
    """
    typed = tekst.upper().translate(_LOOK_ALIKES)
    if len(typed) != _GROUPS * (_PER_GROUP + 1):
        raise GeheimFout("KOPPELCODE_LENGTE", tekens=len(typed), verwacht=_GROUPS * (_PER_GROUP + 1))
    signs = "".join(_group(number, typed) for number in range(1, _GROUPS + 1))
    value = _value(signs[:_KEY_SIGNS])
    if value >= 1 << (8 * _KEY_BYTES):
        raise GeheimFout("KOPPELCODE_ONJUIST")
    key = value.to_bytes(_KEY_BYTES)
    if not hmac.compare_digest(_proof(key, database_id), signs[_KEY_SIGNS:]):
        raise GeheimFout("KOPPELCODE_ONJUIST")
    return key


def _group(number: int, typed: str) -> str:
    start = (number - 1) * (_PER_GROUP + 1)
    group, check = typed[start : start + _PER_GROUP], typed[start + _PER_GROUP]
    if any(sign not in _SIGNS for sign in group) or check != _check_sign(number, group):
        raise GeheimFout("KOPPELCODE_GROEP", groep=number)
    return group


def _check_sign(number: int, group: str) -> str:
    """A sign over a group and its place: every single slip and every swap of neighbours changes it.

    A weighted sum over the field of 32 elements: the weights are powers of an element that generates the field.
    """
    total = number % len(_SIGNS)
    for sign in group:
        total = _times_generator(total) ^ _SIGNS.index(sign)
    return _SIGNS[_times_generator(total)]


def _times_generator(element: int) -> int:
    doubled = element << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled


def _proof(key: bytes, database_id: str) -> str:
    digest = hmac.new(key, f"koppelcode {database_id}".encode(), sha256).digest()
    return "".join(islice((_SIGNS[byte % len(_SIGNS)] for byte in digest), _PER_GROUP))


def _in_signs(value: int, length: int) -> str:
    return "".join(_SIGNS[(value >> (_BITS * place)) & 0b11111] for place in reversed(range(length)))


def _value(signs: str) -> int:
    value = 0
    for sign in signs:
        value = value << _BITS | _SIGNS.index(sign)
    return value
