"""The console's own manners: Dutch, exit codes, one line for what a person can mend, a traceback for what is ours."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from werkplaats.beheer import Console, main
from werkplaats.beheer.taal import speak_dutch
from werkplaats.beheer.uitvoer import json_option, tell, write_json
from werkplaats.errors import Bevinding, Ongeldig, Unreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result


def _run(act: Callable[[], None], *args: str) -> Result:
    """What the console answers when its one command does ``act``."""

    class OneCommand(Console):
        def list_commands(self, ctx: click.Context) -> list[str]:
            return ["doe"]

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            return click.Command("doe", callback=act) if cmd_name == "doe" else None

    return CliRunner().invoke(OneCommand(name="werkplaats-beheer"), args or ["doe"])


def test_a_command_that_does_its_work_ends_with_0() -> None:
    result = _run(lambda: tell("gedaan"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "gedaan\n")


def test_a_refused_input_is_one_line_on_stderr_and_1() -> None:
    def refuse() -> None:
        raise Ongeldig([Bevinding("kenteken", "KENTEKEN_LEEG")])

    result = _run(refuse)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Fout: ")
    assert result.stderr.count("\n") == 1
    assert "KENTEKEN_LEEG" not in result.stderr


def test_an_outside_party_that_does_not_answer_is_named() -> None:
    def fail() -> None:
        raise Unreachable("PARTIJ_ONBEREIKBAAR", "RDW")

    result = _run(fail)
    assert result.exit_code == 1
    assert "RDW" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fault_of_our_own_keeps_its_traceback() -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    assert isinstance(_run(break_down).exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["doet"], "bestaat niet"),
        (["doe", "--hard"], "De optie '--hard' bestaat niet."),
        (["doe", "nog", "iets"], "te veel"),
    ],
)
def test_wrong_usage_ends_with_2_in_dutch(args: list[str], says: str) -> None:
    result = _run(lambda: None, *args)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.startswith("Gebruik: werkplaats-beheer ")


def _explanations(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield command.get_help(ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            part = command.get_command(ctx, name)
            assert part is not None
            yield from _explanations(part, click.Context(part, info_name=name, parent=ctx))


def test_every_explanation_is_dutch() -> None:
    speak_dutch()
    pages = list(_explanations(main, click.Context(main, info_name="werkplaats-beheer")))
    assert len(pages) > 10
    english = re.compile(r"OPTIONS|COMMAND|ARGS|required|Usage|Show this|default")
    assert [page for page in pages if english.search(page)] == []


def test_json_is_one_document_in_utf_8() -> None:
    @click.command()
    @json_option
    def command(als_json: bool) -> None:
        write_json({"naam": "Zoë", "json": als_json})

    result = CliRunner().invoke(command, ["--json"])
    assert json.loads(result.stdout_bytes.decode("utf-8")) == {"naam": "Zoë", "json": True}
    assert "Zoë".encode() in result.stdout_bytes


@pytest.mark.parametrize(
    ("args", "unwanted"),
    [(["--help"], ["PySide6"]), (["kenteken", "--help"], ["PySide6", "sqlalchemy", "httpx", "werkplaats.store"])],
)
def test_the_console_starts_in_dutch_and_loads_only_what_the_command_needs(
    args: list[str], unwanted: list[str]
) -> None:
    ask = f"""
import sys
from werkplaats.beheer import main
main({args}, prog_name="werkplaats-beheer", standalone_mode=False)
print([name for name in {unwanted} if name in sys.modules])
"""
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.startswith("Gebruik: werkplaats-beheer ")
    assert "Toon deze uitleg." in answer.stdout
    assert answer.stdout.endswith("[]\n")
    assert answer.stderr == ""
