"""Brings the catalogue of words up to date with the sources: ``python3 bootstrap.py woorden``.

Dutch is the source language, so its catalogue says each text as it stands; a translator copies it to begin another.
The files carry no dates and no line numbers: they change when a text changes, and only then.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "werkplaats"
DUTCH = ROOT / "resources" / "locale" / "nl" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADERS = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Language", "nl"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


class Words(Catalog):
    """A Dutch catalogue without dates and names of authors: the history of the project keeps those."""

    mime_headers = property(lambda _self: HEADERS)


def collect() -> Words:
    """Every text of the sources, once, said in Dutch as it stands."""
    words = Words(
        locale="nl",
        header_comment="# The words of Werkplaats: made from the sources, see CONTRIBUTING.md.",
        fuzzy=False,
    )
    for _file, _line, text, _comments, _context in extract_from_dir(SOURCES, keywords=KEYWORDS):
        words.add(text, string=text)
    return words


def click_words() -> Words:
    """The Dutch sentences of click, which are kept by hand."""
    words = Words(locale="nl", fuzzy=False)
    with (DUTCH / "click.po").open("rb") as file:
        for message in read_po(file, locale="nl"):
            if message.id:
                words.add(message.id, string=message.string)
    return words


def po_file(catalogue: Catalog) -> bytes:
    """The catalogue as people read it."""
    file = BytesIO()
    write_po(file, catalogue, no_location=True, sort_output=True, width=120)
    return file.getvalue()


def mo_file(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def files() -> dict[Path, bytes]:
    """What must stand in the folder of words: each generated file with its content."""
    words = collect()
    return {
        DUTCH / "werkplaats.po": po_file(words),
        DUTCH / "werkplaats.mo": mo_file(words),
        DUTCH / "click.mo": mo_file(click_words()),
    }


if __name__ == "__main__":
    for path, content in files().items():
        path.write_bytes(content)
        print(path.relative_to(ROOT))
