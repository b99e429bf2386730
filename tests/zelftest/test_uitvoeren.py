"""The self-test: it holds on this computer, and says which step does not where one does not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from werkplaats.errors import OpslagFout
from werkplaats.zelftest.stappen import STEPS, Proef, Refuted
from werkplaats.zelftest.uitvoeren import run

if TYPE_CHECKING:
    from pathlib import Path

    from werkplaats.config import Config


class NoPractice:
    """A practice garage that nobody asks for."""

    stopped = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def configure(self) -> Config:
        raise AssertionError("no step asks for it")

    def stop(self) -> None:
        NoPractice.stopped = True


def find(_proef: Proef) -> str:
    return "gevonden"


def refuse(_proef: Proef) -> str:
    raise Refuted("iets anders")


def fill_disk(_proef: Proef) -> str:
    raise OpslagFout("SCHIJF_VOL", plaats="D:")


def test_everything_holds_on_this_computer(tmp_path: Path) -> None:
    file, temporary = tmp_path / "verslag.txt", tmp_path / "tijdelijk"
    temporary.mkdir()
    answer = subprocess.run(
        [sys.executable, "-m", "werkplaats", "--zelftest", str(file)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(temporary), "PYTHONUTF8": "1"},
        check=False,
    )
    lines = answer.stdout.splitlines()
    assert (answer.returncode, lines[-1]) == (0, "ok"), answer.stdout + answer.stderr
    assert [line.split()[0] for line in lines if line[0] != " "] == [*STEPS, "ok"]
    assert file.read_text(encoding="utf-8") == answer.stdout
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(("broken", "said"), [(refuse, "Refuted: iets anders"), (fill_disk, "vol")])
def test_the_step_that_fails_is_named_with_what_happened(
    broken: object, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    NoPractice.stopped = False
    code = run(NoPractice, None, {"eerste": find, "tweede": broken, "derde": find})  # type: ignore[dict-item]  # steps
    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert lines[0].startswith("eerste         gevonden")
    assert lines[1].startswith("tweede")
    assert said in lines[1]
    assert lines[-1] == "MISLUKT bij tweede"
    assert not any(line.startswith("derde") for line in lines)
    assert NoPractice.stopped


def test_a_window_without_a_console_tells_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert run(NoPractice, tmp_path / "verslag.txt", {"eerste": find}) == 0
    assert (tmp_path / "verslag.txt").read_text(encoding="utf-8").endswith(" s)\nok\n")


def test_what_it_made_is_gone_also_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def leave(proef: Proef) -> str:
        seen.append(proef.folder)
        (proef.folder / "rommel").write_text("x", encoding="utf-8")
        raise Refuted

    assert run(NoPractice, None, {"rommel": leave}) == 1
    assert [folder.exists() for folder in seen] == [False]


def test_a_practice_garage_that_cannot_be_made_is_a_failure_too(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_folder: Path) -> NoPractice:
        raise OSError("geen plaats")

    assert run(fail, None, {"eerste": find}) == 1
    assert "geen plaats" in capsys.readouterr().out
