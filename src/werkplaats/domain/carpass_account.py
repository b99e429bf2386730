"""The account with which a shop reports to Car-Pass, and the checks on its numbers.

An enterprise number begins with 0 or 1, an establishment number with 2 to 8; of both the last two digits are 97 less
the rest of the first eight divided by 97.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkplaats.errors import Bevinding, Ernst, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.instellingen import ShopInstellingen

CORRECTIES_HOOGSTENS = 9

_CIJFERS = 10
_ONDERNEMING, _VESTIGING = "01", "2345678"


@dataclass(frozen=True, slots=True)
class CarPassAccount:
    """Who reports: the company, the establishment, and the user name; the password is a secret of its own."""

    onderneming: str
    organisatie: str
    gebruiker: str


def account_of(inst: ShopInstellingen) -> CarPassAccount:
    """The account of a shop; raises WerkplaatsError CARPASS_NIET_INGESTELD while it has none."""
    if not inst.carpass_btw or not inst.carpass_gebruiker:
        raise WerkplaatsError("CARPASS_NIET_INGESTELD", vestiging=inst.naam)
    return CarPassAccount(inst.carpass_btw, inst.carpass_organisatie or inst.carpass_gebruiker, inst.carpass_gebruiker)


def normalize_nummer(tekst: str) -> str:
    """The ten digits of ``BE 0123.456.749`` or ``123.456.749``; what is no such number stays as it was typed."""
    kaal = re.sub(r"[\s./()-]", "", tekst.strip()).upper().removeprefix("BE")
    if re.fullmatch(r"\d{9}", kaal, re.ASCII):
        kaal = f"0{kaal}"
    return kaal if re.fullmatch(r"\d{10}", kaal, re.ASCII) else tekst.strip()


def is_onderneming(nummer: str) -> bool:
    """Whether it is the number of a Belgian company, without BE."""
    return _holds(nummer, _ONDERNEMING)


def is_vestiging(nummer: str) -> bool:
    """Whether it is the number of a Belgian establishment."""
    return _holds(nummer, _VESTIGING)


def _holds(nummer: str, begin: str) -> bool:
    if not re.fullmatch(r"\d{10}", nummer, re.ASCII) or nummer[0] not in begin:
        return False
    return (int(nummer[:8]) + int(nummer[8:])) % 97 == 0


def check_account(inst: ShopInstellingen) -> Iterator[Bevinding]:
    """What is wrong about the numbers: a company that cannot be blocks, an establishment that is odd warns."""
    if inst.carpass_btw and not is_onderneming(inst.carpass_btw):
        yield Bevinding("carpass_btw", "CARPASS_BTW", params={"nummer": inst.carpass_btw})
    for veld in ("carpass_organisatie", "carpass_gebruiker"):
        nummer = getattr(inst, veld)
        if nummer and not is_vestiging(nummer):
            yield Bevinding(veld, "CARPASS_VESTIGING", Ernst.WAARSCHUWING, {"nummer": nummer})
    if not 1 <= inst.carpass_correcties <= CORRECTIES_HOOGSTENS:
        yield Bevinding("carpass_correcties", "CARPASS_CORRECTIES", params={"hoogstens": CORRECTIES_HOOGSTENS})
