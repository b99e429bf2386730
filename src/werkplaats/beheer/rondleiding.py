"""``rondleiding``: plays the guided tour in the real window, and leaves pictures and a list of what was done.

The window needs Qt, which the console does without: each scale is played by a child process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from werkplaats.beheer.uitvoer import json_option, tell, write_json
from werkplaats.i18n import _
from werkplaats.rondleiding.lijst import INDEX, merge, write_lists
from werkplaats.rondleiding.verslag import read_report, report_file
from werkplaats.store.fouten import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from werkplaats.rondleiding.verslag import Verslag

SCHALEN = ("100", "150")
SCHEMAS = {"licht": "light", "donker": "dark"}


@click.command(
    help=_("Speel de rondleiding in de oefengarage: een plaatje van elk scherm en een lijst van de stappen.")
)
@click.option(
    "--uit",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Map voor plaatjes, lijst en oefengarage."),
)
@click.option("--schaal", "schalen", multiple=True, type=click.Choice(SCHALEN), help=_("Alleen deze schaal (procent)."))
@click.option("--schema", "schemas", multiple=True, type=click.Choice(list(SCHEMAS)), help=_("Alleen licht of donker."))
@json_option
def rondleiding(folder: Path, schalen: tuple[str, ...], schemas: tuple[str, ...], als_json: bool) -> None:
    """Plays the tour at every scale, one beside the other, and ends with 1 when one of them was stopped."""
    folder = folder.resolve()
    with translated(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        tell(_("De rondleiding wordt gespeeld; dat duurt een minuut of twee."))
        verslagen = _play(folder, schalen or SCHALEN, [SCHEMAS[schema] for schema in schemas])
        write_lists(folder, verslagen)
    fouten = [verslag.fout for verslag in verslagen if verslag.fout]
    if als_json:
        write_json(_document(folder, verslagen))
    elif not fouten:
        tell(
            _("{aantal} stappen gespeeld. Begin bij {bestand}.").format(
                aantal=len(merge(verslagen)), bestand=folder / INDEX
            )
        )
    if fouten:
        raise click.ClickException(fouten[0])


def _play(folder: Path, schalen: Sequence[str], schemas: Sequence[str]) -> list[Verslag]:
    with ExitStack() as opened:
        children = [opened.enter_context(_start(folder, schaal, schemas)) for schaal in schalen]
        for child in children:
            child.wait()
    return [read_report(folder, int(schaal)) for schaal in schalen]


@contextmanager
def _start(folder: Path, schaal: str, schemas: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """One child process; what it says goes to a file beside the pictures, and its fault to its report."""
    report_file(folder, int(schaal)).unlink(missing_ok=True)
    command = [sys.executable, "-m", "werkplaats", "--rondleiding", str(folder), schaal, *schemas]
    with (folder / f"uitvoer-{schaal}.txt").open("wb") as output:
        child = subprocess.Popen(  # noqa: S603 -- our own window, called by the name of its module
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            yield child
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()


def _document(folder: Path, verslagen: Sequence[Verslag]) -> dict[str, object]:
    return {
        "map": str(folder),
        "geslaagd": all(verslag.geslaagd for verslag in verslagen),
        "stappen": len(merge(verslagen)),
        "plaatjes": [plaatje for verslag in verslagen for stap in verslag.stappen for plaatje in stap.plaatjes],
        "fouten": [verslag.fout for verslag in verslagen if verslag.fout],
    }
