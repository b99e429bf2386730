"""Running stand-ins of the outside systems, for the tests of services and of the stand-ins themselves."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import pytest

from werkplaats.resources import resource
from werkplaats.sandbox.carpass import create_carpass
from werkplaats.sandbox.carpass_register import CarPassRegister
from werkplaats.sandbox.mop import create_mop
from werkplaats.sandbox.pdok import create_pdok
from werkplaats.sandbox.pdok_register import Straten
from werkplaats.sandbox.pon import create_pon
from werkplaats.sandbox.pon_register import PonRegister
from werkplaats.sandbox.rdw import create_rdw
from werkplaats.sandbox.rdw_register import Register
from werkplaats.sandbox.server import Standin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Standins:
    """The addresses of the stand-ins that run, and the file in which a test may lay cars of its own."""

    rdw: str
    mop: str
    pdok: str
    carpass: str
    pon: str
    extra: Path


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The register with the example rows."""
    extra = tmp_path_factory.mktemp("rdw") / "extra.json"
    return Register(resource("rdw", "voorbeelden.json"), resource("rdw", "kolommen.json"), extra)


@pytest.fixture(scope="session")
def standins(register: Register) -> Iterator[Standins]:
    """All stand-ins on free ports; a late answer waits until the run ends or the client has given up."""
    # The server warns of each answer that is cut off on purpose.
    logging.getLogger("waitress").setLevel(logging.ERROR)
    released = Event()
    assert register._extra is not None
    straten = Straten(resource("pdok", "adressen.json"))
    with (
        Standin(create_rdw(register, released), released.set) as rdw,
        Standin(create_mop(register.knows)) as mop,
        Standin(create_pdok(straten, released), released.set) as pdok,
        Standin(create_carpass(CarPassRegister(), released), released.set) as carpass,
        Standin(create_pon(PonRegister(), released), released.set) as pon,
    ):
        extra = register._extra
        yield Standins(rdw.address, mop.address, pdok.address, carpass.address, pon.address, extra)
