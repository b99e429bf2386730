"""The practice environment as the window starts it: gone when the window stops it, silent where there is no console."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from werkplaats.services.oefenproces import Oefenproces

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[str]]:
    """The processes that were started, in an environment that finds the sources."""
    started: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def start(*args: Any, **choices: Any) -> subprocess.Popen[str]:
        started.append(popen(*args, **choices))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setenv("PYTHONPATH", ":".join(sys.path))
    return started


def test_a_stop_ends_the_child_by_itself_and_leaves_nothing_half(
    children: list[subprocess.Popen[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # as a window of Windows has it
    practice = Oefenproces(tmp_path / "map")
    practice.stop()
    assert children[0].returncode == 0
    assert not (tmp_path / "map").exists() or list((tmp_path / "map").iterdir()) == []
