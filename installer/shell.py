"""How the builders call other programs and say what they do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]


class Problem(Exception):
    """Something that whoever builds can mend, said in one sentence."""


def do(*command: str | Path, env: Mapping[str, str] | None = None) -> None:
    """Runs a program in the root of the checkout; it must succeed."""
    run(*command, env=env).check_returncode()


def run(
    *command: str | Path,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
    output: int | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a program without input, with ``env`` added; ``output`` is what becomes of its words: PIPE or DEVNULL."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=os.environ | (env or {}),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def say(text: str) -> None:
    """Says to whoever builds what is being done."""
    print(text, flush=True)


def megabytes(path: Path) -> float:
    """The size of a file, or of all files of a folder, in MB of a million bytes."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6
