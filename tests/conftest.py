"""What every test stands on: no screen, folders of its own, and the fixtures that the rooms share."""

from __future__ import annotations

import ipaddress
import os
import socket
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("werkplaats", deadline=None)  # a busy computer is no failure
settings.load_profile("werkplaats")

pytest_plugins: list[str] = ["tests.sandbox_fixtures", "tests.store_fixtures"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tour, two minutes of mostly waiting, begins first: wherever chance put it, all of it would wait at the end.

    At the front it also stays with one process; cut in two, it would be played twice.
    """
    items.sort(key=lambda item: item.path.name != "test_rondleiding.py")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes what belongs to the person at this computer: data, configuration, keyring."""
    base = tmp_path_factory.mktemp("computer")
    # The PostgreSQL of the tests locks a file here; in a shared folder it would be that of whoever came first.
    (base / "runtime").mkdir(mode=0o700)
    (base / "runtime" / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("WERKPLAATS_CONFIG", "WERKPLAATS_DATABASE_URL"):
            patch.delenv(name, raising=False)
        patch.setenv("WERKPLAATS_DATA", str(base / "data"))
        patch.setenv("XDG_CONFIG_HOME", str(base / "config"))
        patch.setenv("XDG_DATA_HOME", str(base / "share"))
        patch.setenv("XDG_CACHE_HOME", str(base / "cache"))
        patch.setenv("XDG_RUNTIME_DIR", str(base / "runtime"))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_computer_only() -> Iterator[None]:
    """No test asks anything of the outside world: a stand-in on this computer answers, or nobody."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            pytest.fail(f"This test went out to {host}.")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield
