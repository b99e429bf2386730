"""The packages of others that the program is made of: their names, versions and licences."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from typing import TYPE_CHECKING

from werkplaats.resources import checkout

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 60
"""More signs than these are no name of a licence but the licence itself."""


@dataclass(frozen=True, slots=True)
class Pakket:
    """One package; ``licentie`` as the package itself names it, empty when it does not."""

    naam: str
    versie: str
    licentie: str


def product_packages() -> Iterator[Distribution]:
    """The installed packages that belong to the product; in a checkout the tools of developers stand beside them."""
    pinned = _pinned()
    for package in distributions():
        if pinned is None or short_name(package) in pinned:
            yield package


def short_name(package: Distribution) -> str:
    """The name as the lock file writes it."""
    return package.name.lower().replace("_", "-").replace(".", "-")


def pakketten() -> tuple[Pakket, ...]:
    """The packages by name; takes some time, as each has its own file to read."""
    found = {Pakket(package.name, package.version, _licence(package)) for package in product_packages()}
    return tuple(sorted(found, key=lambda pakket: pakket.naam.casefold()))


def _pinned() -> frozenset[str] | None:
    """The names in the lock file of a checkout; None when installed, as then there are no other packages."""
    root = checkout()
    if root is None:
        return None
    lines = root.joinpath("requirements.lock").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("==")[0] for line in lines if "==" in line)


def _licence(package: Distribution) -> str:
    says = package.metadata
    for field in ("License-Expression", "License"):
        named = next(iter(says.get_all(field, [])), "")
        if named and len(named) <= _LONGEST:
            return str(named)
    kinds = [kind.rpartition(" :: ")[2] for kind in says.get_all("Classifier", []) if kind.startswith("License ::")]
    return ", ".join(kinds)
