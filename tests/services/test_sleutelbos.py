"""The keyring of the operating system keeps the key, or says why not; never in a plain file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked

from werkplaats.errors import GeheimFout
from werkplaats.services.sleutelbos import GeheugenSleutelbos, SysteemSleutelbos, key_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Drawer(KeyringBackend):
    """A keyring in memory that can be locked, broken, or forgetful."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.trouble: Exception | None = None
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.trouble:
            raise self.trouble
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.trouble:
            raise self.trouble
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before = keyring.get_keyring()
    drawer = Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(before)


def code_of_writing() -> str:
    with pytest.raises(GeheimFout) as caught:
        SysteemSleutelbos().write("sleutel x", "waarde")
    return caught.value.code


def test_the_keyring_gives_back_what_it_was_given(drawer: Drawer) -> None:
    bos = SysteemSleutelbos()
    assert bos.read("sleutel x") is None
    bos.write("sleutel x", "waarde")
    assert bos.read("sleutel x") == "waarde"
    assert drawer.kept == {("Werkplaats", "sleutel x"): "waarde"}


@pytest.mark.parametrize("trouble", [KeyringLocked("dicht"), InitError("dicht"), OSError(5, "kapot"), ValueError("?")])
def test_a_locked_keyring_is_an_error_with_advice(drawer: Drawer, trouble: Exception) -> None:
    drawer.trouble = trouble
    assert code_of_writing() == "SLEUTELBOS_DICHT"
    with pytest.raises(GeheimFout) as caught:
        SysteemSleutelbos().read("sleutel x")
    assert caught.value.code == "SLEUTELBOS_DICHT"


def test_a_keyring_that_forgets_at_once_is_none(drawer: Drawer) -> None:
    drawer.forgets = True
    assert code_of_writing() == "SLEUTELBOS_ONTBREEKT"


def test_no_keyring_at_all_is_an_error_with_advice() -> None:
    """The tests run with the backend that refuses everything."""
    assert code_of_writing() == "SLEUTELBOS_ONTBREEKT"


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.null"])
def test_a_keyring_of_plain_files_is_not_used_even_in_a_chain(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    plain = type("PlaintextKeyring", (Drawer,), {"__module__": module})()
    keyring.set_keyring(plain)
    assert code_of_writing() == "SLEUTELBOS_ONTBREEKT"
    monkeypatch.setattr(drawer, "backends", [plain], raising=False)
    keyring.set_keyring(drawer)
    assert code_of_writing() == "SLEUTELBOS_ONTBREEKT"
    assert not plain.kept
    assert not drawer.kept


def test_practice_has_a_fixed_key_for_each_database() -> None:
    een, twee = GeheugenSleutelbos(), GeheugenSleutelbos()
    assert een.read(key_name("a")) == twee.read(key_name("a"))
    assert een.read(key_name("a")) != een.read(key_name("b"))
    assert een.read("wachtwoord a") is None


SESSION = """
import sys
from werkplaats.services.sleutelbos import SysteemSleutelbos
bos = SysteemSleutelbos()
bos.write("sleutel proef", "waarde")
assert bos.read("sleutel proef") == "waarde"
sys.stdout.write("bewaard")
"""


@pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="the real keyring is tried where gnome-keyring and dbus-run-session are installed",
)
def test_the_real_keyring_of_a_desktop_keeps_a_key(tmp_path: Path) -> None:
    script = (
        f'echo -n oefenen | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "{sys.executable}" -'
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        input=SESSION,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "bewaard", done.stderr
