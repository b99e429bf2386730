"""The console for administrators, ``werkplaats-beheer``: one file per group of commands, without Qt.

A module is loaded when one of its commands is asked for, so that ``kenteken`` does not wait for the store. Exit 0 on
success, 1 on a refused input or a failed job (one line on stderr), 2 on wrong usage. What nobody foresaw is a fault
of our own and keeps its traceback.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from werkplaats.beheer.taal import speak_dutch
from werkplaats.errors import Ongeldig, WerkplaatsError
from werkplaats.i18n import _
from werkplaats.zinnen import zin, zin_bij_veld

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMANDS = {
    "backup": "opslag",
    "bijwerken": "opslag",
    "carpass-toets": "carpass",
    "chassisnummer": "waarden",
    "controle": "opslag",
    "dagtaken": "dagtaken",
    "herstel": "opslag",
    "kenteken": "waarden",
    "oefenomgeving": "oefenomgeving",
    "pon-toets": "pon_toets",
    "rondleiding": "rondleiding",
    "sleutel": "sleutel",
}


class Refusal(click.ClickException):
    """What a person can mend, as the one line that the console says about it."""

    def __init__(self, fout: WerkplaatsError) -> None:
        super().__init__(" ".join(" ".join(_sentences(fout)).split()))


class Console(click.Group):
    """The commands by name; a command is the attribute of that name (``_`` for ``-``) in its module."""

    def main(self, *args: Any, **extra: Any) -> Any:
        speak_dutch()
        return super().main(*args, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for name, module in _COMMANDS.items() if find_spec(f"{__name__}.{module}"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{_COMMANDS[cmd_name]}"), cmd_name.replace("-", "_"))
        command.options_metavar = self.options_metavar
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WerkplaatsError as fout:
            raise Refusal(fout) from fout


def _sentences(fout: WerkplaatsError) -> Iterator[str]:
    if isinstance(fout, Ongeldig):
        yield from map(zin_bij_veld, fout.bevindingen)
        return
    gezegd = zin(fout)
    yield gezegd.wat
    yield gezegd.doe


@click.group(
    cls=Console,
    name="werkplaats-beheer",
    help=_("Beheer van Werkplaats, voor beheerders en taakplanners."),
    options_metavar=_("[OPTIES]"),
    subcommand_metavar=_("OPDRACHT [WAARDEN]..."),
    context_settings={"max_content_width": 120},
)
def main() -> None:
    """Takes the options before the command; there is nothing to do yet."""
