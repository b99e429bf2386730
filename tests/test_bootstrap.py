"""The two commands: what they set up, when they do nothing, and what they start."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(__file__).parents[1]
LOCKS = [bootstrap.RUN_LOCK, bootstrap.DEV_LOCK]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; the set-up itself is left out."""
    called: list[list[str]] = []

    def note(command: list[str | Path]) -> int:
        called.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(bootstrap, "_call", note)
    monkeypatch.setattr(bootstrap, "_do", note)
    monkeypatch.setattr(bootstrap, "set_up", lambda testing, packages=None: None)
    return called


@pytest.fixture
def venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment of its own that counts as made, in a folder with a space in its name."""
    folder = tmp_path / "mijn werkplaats" / ".venv"
    scripts, packages = folder / "bin", folder / "lib"
    for path in (scripts, packages):
        path.mkdir(parents=True)
    (scripts / "python").symlink_to(sys.executable)
    monkeypatch.setattr(bootstrap, "VENV", folder)
    monkeypatch.setattr(bootstrap, "PATHS", {"scripts": scripts, "purelib": packages})
    monkeypatch.setattr(bootstrap, "PYTHON", scripts / "python")
    monkeypatch.setattr(bootstrap, "STAMP", folder / "stamp")
    monkeypatch.setattr(bootstrap, "missing_packages", lambda packages: [])
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lock files that were installed."""
    locks: list[str] = []

    def install(lock: Path) -> None:
        locks.append(lock.name)
        bootstrap.STAMP.write_text(bootstrap.stamp(lock), encoding="utf-8")

    monkeypatch.setattr(bootstrap, "install_pins", install)
    return locks


@pytest.mark.parametrize("testing", [False, True])
def test_a_second_start_does_nothing(venv: Path, installed: list[str], testing: bool) -> None:
    bootstrap.set_up(testing=testing)
    bootstrap.set_up(testing=testing)
    assert installed == [bootstrap.DEV_LOCK.name if testing else bootstrap.RUN_LOCK.name]


def test_run_is_content_with_what_test_made(venv: Path, installed: list[str]) -> None:
    bootstrap.set_up(testing=True)
    bootstrap.set_up(testing=False)
    assert installed == ["requirements-dev.lock"]


def test_test_adds_to_what_run_made(venv: Path, installed: list[str]) -> None:
    bootstrap.set_up(testing=False)
    bootstrap.set_up(testing=True)
    assert installed == ["requirements.lock", "requirements-dev.lock"]


def test_new_pins_are_installed_and_the_checks_stay(
    venv: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bootstrap.set_up(testing=True)
    (venv / "bin" / "pytest").touch()
    for name in ("RUN_LOCK", "DEV_LOCK"):
        lock = tmp_path / getattr(bootstrap, name).name
        lock.write_text("anders", encoding="utf-8")
        monkeypatch.setattr(bootstrap, name, lock)
    bootstrap.set_up(testing=False)
    assert installed == ["requirements-dev.lock"] * 2


def test_a_set_up_that_broke_off_is_done_again(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap.STAMP.write_text(bootstrap.stamp(bootstrap.RUN_LOCK), encoding="utf-8")

    def fail(command: list[str | Path]) -> None:
        raise subprocess.CalledProcessError(1, [str(part) for part in command])

    monkeypatch.setattr(bootstrap, "_do", fail)
    with pytest.raises(subprocess.CalledProcessError):
        bootstrap.install_pins(bootstrap.RUN_LOCK)
    assert not bootstrap.STAMP.exists()


def test_an_environment_that_was_never_finished_is_made_anew(venv: Path, commands: list[list[str]]) -> None:
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (venv / "bin" / "python").chmod(0o755)
    bootstrap.install_pins(bootstrap.RUN_LOCK)
    assert commands[0][1:] == ["-m", "venv", "--clear", str(venv)]


def test_a_launcher_starts_its_command_from_a_path_with_a_space(venv: Path) -> None:
    launcher = venv / "bin" / "zeg"
    bootstrap._write_launcher(launcher, "import sys; sys.argv[0] = 'zeg'; print(sys.argv); sys.exit(3)")
    answer = subprocess.run([launcher, "één", "twee woorden"], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (3, "['zeg', 'één', 'twee woorden']\n")


def test_the_house_is_linked_with_a_launcher_for_each_command(venv: Path) -> None:
    bootstrap.link_house()
    assert (venv / "lib" / "werkplaats.pth").read_text(encoding="utf-8") == f"{ROOT / 'src'}\n"
    assert {path.name for path in (venv / "bin").iterdir()} == {"python", "werkplaats", "werkplaats-beheer"}


def test_only_what_is_missing_is_installed(commands: list[list[str]]) -> None:
    proofs = {str(ROOT): "hier", "/bestaat/niet": "font", "libbestaatniet.so.1": "lib", "bestaatniet": "programma"}
    assert bootstrap.missing_packages(proofs) == ["font", "lib", "programma"]
    bootstrap.install_packages([])
    assert commands == []


def test_without_means_to_install_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(SystemExit, match="libgl1 libegl1"):
        bootstrap.install_packages(["libgl1", "libegl1"])


@pytest.mark.parametrize(
    ("args", "started"),
    [([], ["werkplaats", "--oefen"]), (["--echt"], ["werkplaats"]), (["--x"], ["werkplaats", "--oefen", "--x"])],
)
def test_run_opens_the_program(
    args: list[str], started: list[str], commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    assert bootstrap.main(["run", *args]) == 0
    assert [command[1:] for command in commands] == [["-m", *started]]


def test_run_without_a_screen_plays_the_tour_and_says_where_the_pictures_are(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "has_screen", lambda: False)
    assert bootstrap.main(["run"]) == 0
    assert [command[1:] for command in commands] == [
        ["-m", "werkplaats.beheer", "rondleiding", "--uit", str(bootstrap.PICTURES)]
    ]
    assert str(bootstrap.PICTURES) in capsys.readouterr().out


def test_run_with_own_data_and_no_screen_says_so(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "has_screen", lambda: False)
    assert bootstrap.main(["run", "--echt"]) == 1
    assert commands == []
    assert "geen scherm" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_what_x_or_wayland_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for known in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(known, raising=False)
    assert not bootstrap.has_screen()
    monkeypatch.setenv(name, ":1")
    assert bootstrap.has_screen()


def test_test_runs_every_check_and_pytest_last_with_its_arguments(commands: list[list[str]]) -> None:
    assert bootstrap.main(["test", "tests/domain", "-x"]) == 0
    assert [Path(command[0]).name for command in commands] == ["ruff", "ruff", "mypy", "pytest"]
    assert commands[-1][-2:] == ["tests/domain", "-x"]


def test_test_fails_when_one_check_fails(monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]) -> None:
    monkeypatch.setattr(bootstrap, "_call", lambda command: int("mypy" in str(command)))
    assert bootstrap.main(["test"]) == 1


@pytest.mark.parametrize(("name", "module"), [("build", "build"), ("proef", "trial")])
def test_the_setup_is_made_and_tried_by_a_link_to_the_same_shim(
    name: str, module: str, commands: list[list[str]]
) -> None:
    assert bootstrap.main([name, "--python-dir", "map"]) == 0
    assert [command[1:] for command in commands] == [["-m", f"installer.windows.{module}", "--python-dir", "map"]]
    assert (ROOT / "installer" / name).resolve() == ROOT / "run"


def test_an_unknown_command_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["start"]) == 2
    assert "run|test|inrichten" in capsys.readouterr().err


def test_a_step_that_fails_is_named_without_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(testing: bool) -> None:
        raise subprocess.CalledProcessError(1, ["uv", "pip", "sync"])

    monkeypatch.setattr(bootstrap, "set_up", fail)
    assert bootstrap.main(["inrichten"]) == 1
    assert "uv pip sync" in capsys.readouterr().err


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())
    assert "://" not in text
    assert [pin.splitlines()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_the_pins_hold_all_that_the_project_asks_for() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = dict.fromkeys(LOCKS, pyproject["project"]["dependencies"])
    asked[bootstrap.DEV_LOCK] = asked[bootstrap.DEV_LOCK] + pyproject["dependency-groups"]["dev"]
    for lock, requirements in asked.items():
        pinned = set(re.findall(r"^([\w-]+)(?:\[\w+\])?==", lock.read_text(encoding="utf-8"), re.MULTILINE))
        names = {re.split(r"[^\w-]", text)[0].lower() for text in requirements}
        assert names <= pinned, lock.name


def test_the_checks_test_what_the_product_ships() -> None:
    """One version of each library: what the installer takes is what was tested."""
    run, dev = (set(re.findall(r"^\S+==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE)) for lock in LOCKS)
    assert run <= dev


def test_one_pin_is_read_with_all_its_hashes() -> None:
    text = bootstrap.pin("uv")
    assert text.startswith("uv==")
    assert text.count("--hash=sha256:") > 1
    assert len(re.findall("==", text)) == 1


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_two_commands_hand_their_name_and_arguments_to_the_set_up(command: str, tmp_path: Path) -> None:
    for name in ("run", "test"):
        shutil.copy(ROOT / name, tmp_path / name, follow_symlinks=False)
    (tmp_path / "bootstrap.py").write_text("import sys; print(sys.argv[1:])", encoding="utf-8")
    answer = subprocess.run([tmp_path / command, "-k", "a b"], capture_output=True, text=True, check=True, cwd="/")
    assert answer.stdout == f"['{command}', '-k', 'a b']\n"


@pytest.mark.parametrize("command", ["run", "test"])
def test_windows_has_the_same_two_commands(command: str) -> None:
    script = (ROOT / f"{command}.cmd").read_bytes()
    assert f'"%~dp0bootstrap.py" {command} %*\r\n'.encode() in script
    assert script.count(b"\n") == script.count(b"\r\n")
