"""Runs the self-test: ``werkplaats --zelftest [FILE]``; exit 0 when every step held, else 1 with the one that did not.

It works in a folder of its own under the system's temporary folder, whose name holds a space and an accent, as the
folder of many a user does. Nothing of the user is read or written.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import _
from werkplaats.zelftest.stappen import STEPS, Proef
from werkplaats.zelftest.verslag import Verslag
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkplaats.zelftest.stappen import Practice

    Steps = Mapping[str, Callable[[Proef], str]]

_PREFIX = "werkplaats zélftest "


def run(practise: Callable[[Path], Practice], file: Path | None, steps: Steps = STEPS) -> int:
    """Does every step and reports; ``practise`` makes the practice garage in a folder."""
    verslag = Verslag(file)
    try:
        broken = _run_in_a_folder(practise, verslag, steps)
        verslag.say(_("MISLUKT bij {stap}").format(stap=broken) if broken else "ok")
    finally:
        verslag.close()
    return int(bool(broken))


def _run_in_a_folder(practise: Callable[[Path], Practice], verslag: Verslag, steps: Steps) -> str:
    """The name of the step that failed, or nothing; a folder that cannot be removed is the failure of a last step."""
    name = "begin"
    try:
        with TemporaryDirectory(prefix=_PREFIX) as folder:
            proef = Proef(Path(folder), practise(Path(folder) / "oefengarage"))
            try:
                for name, step in steps.items():
                    begin = monotonic()
                    verslag.say(_line(name, step(proef), monotonic() - begin))
            finally:
                proef.close()
            name = "opruimen"
    except Exception as error:  # noqa: BLE001 -- whatever goes wrong is what the self-test is there to tell
        verslag.say(_line(name, _said(error)))
        return name
    return ""


def _line(name: str, found: str, seconds: float | None = None) -> str:
    took = "" if seconds is None else f"  ({seconds:.1f} s)"
    first, *rest = found.splitlines() or [""]
    return "\n".join([f"{name:<14} {first}{took}", *(f"{'':<14}   {line}" for line in rest)])


def _said(error: Exception) -> str:
    told = zin(error).wat if isinstance(error, WerkplaatsError) else f"{type(error).__name__}: {error}"
    return "\n".join([told, *"".join(traceback.format_exception(error)).splitlines()])
