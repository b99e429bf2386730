"""The words of the program: one catalogue, up to date, with Dutch for its source."""

from __future__ import annotations

import ast
import gettext
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tools import woorden
from werkplaats.i18n import DOMAIN, _, ngettext, use_language
from werkplaats.resources import resource

HOUSE = Path(__file__).parents[1] / "src" / "werkplaats"
SILENT_ROOMS = ["config", "domain", "errors", "oefen", "samenstelling", "sandbox", "services", "store", "usecases"]


def test_the_catalogue_holds_the_texts_of_the_sources_and_no_others() -> None:
    with (woorden.DUTCH / "werkplaats.po").open("rb") as file:
        kept = {str(message.id) for message in read_po(file)}
    asked = {str(message.id) for message in woorden.collect()}
    assert sorted(kept ^ asked) == [], "run: python3 bootstrap.py woorden"


@pytest.mark.parametrize("name", ["werkplaats.po", "werkplaats.mo", "click.mo"])
def test_each_file_of_words_is_what_the_tool_makes(name: str) -> None:
    path = woorden.DUTCH / name
    assert path.read_bytes() == woorden.files()[path], "run: python3 bootstrap.py woorden"


def test_gettext_finds_the_catalogue_and_dutch_says_each_text_as_it_stands() -> None:
    dutch = gettext.translation(DOMAIN, resource("locale"), ["nl"])
    texts = [message.id for message in woorden.collect() if message.id]
    assert texts
    for text in texts:
        if isinstance(text, str):
            assert dutch.gettext(text) == text
        else:
            one, many = text
            assert (dutch.ngettext(one, many, 1), dutch.ngettext(one, many, 2)) == (one, many)


def test_a_language_without_catalogue_falls_back_to_dutch() -> None:
    use_language("fr")
    try:
        assert _("Opslaan") == "Opslaan"
        assert ngettext("{n} voertuig", "{n} voertuigen", 2) == "{n} voertuigen"
    finally:
        use_language("nl")


def test_every_dutch_sentence_for_click_still_belongs_to_one_of_click() -> None:
    keywords = {"_": None, "ngettext": (1, 2)}
    known = {found[2] for found in extract_from_dir(Path(click.__file__).parent, keywords=keywords)}
    ours = {message.id for message in woorden.click_words() if message.id}
    assert {tuple(text) if isinstance(text, list) else text for text in ours} <= known


@pytest.mark.parametrize("room", SILENT_ROOMS)
def test_below_the_doors_there_are_codes_and_no_words(room: str) -> None:
    files = [*(HOUSE / room).rglob("*.py"), *HOUSE.glob(f"{room}.py")]
    talking = [
        str(path.relative_to(HOUSE))
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "werkplaats.i18n"
    ]
    assert files
    assert talking == []
