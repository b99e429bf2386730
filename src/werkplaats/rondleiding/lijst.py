"""The list of what was done, for people: ``index.html`` with the pictures, ``lijst.md`` with the same in plain text.

Without Qt: the console writes it, of the tours at all scales together.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from werkplaats.rondleiding.verslag import Verslag

INDEX, LIJST = "index.html", "lijst.md"

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 Inter, system-ui, sans-serif; }
body { max-width: 1100px; margin: 32px auto; padding: 0 24px; }
figure { display: inline-block; margin: 0 16px 16px 0; vertical-align: top; }
img { width: 500px; max-width: 100%; border: 1px solid GrayText; border-radius: 6px; }
figcaption, .toetsen { opacity: 0.75; font-size: 13px; }
.fout { border-left: 3px solid; padding-left: 12px; font-weight: 600; }
"""


class Regel:
    """One step as all tours played it: its pictures of every scale and scheme together."""

    def __init__(self, hoofdstuk: str, titel: str, toetsen: Sequence[str]) -> None:
        self.hoofdstuk = hoofdstuk
        self.titel = titel
        self.toetsen = " · ".join(toetsen)
        self.plaatjes: list[str] = []


def write_lists(folder: Path, verslagen: Sequence[Verslag]) -> None:
    """Writes both lists of the tours into the folder of their pictures."""
    regels = merge(verslagen)
    fouten = [verslag.fout for verslag in verslagen if verslag.fout]
    (folder / LIJST).write_text("\n".join(_markdown(regels, fouten)) + "\n", encoding="utf-8")
    (folder / INDEX).write_text("\n".join(_html(regels, fouten)) + "\n", encoding="utf-8")


def merge(verslagen: Sequence[Verslag]) -> list[Regel]:
    """The steps of all tours; they play the same ones, so a step that one of them lacks was not reached there."""
    regels: list[Regel] = []
    for verslag in verslagen:
        for nummer, stap in enumerate(verslag.stappen):
            if nummer == len(regels):
                regels.append(Regel(stap.hoofdstuk, stap.titel, stap.toetsen))
            regels[nummer].plaatjes += stap.plaatjes
    return regels


def _markdown(regels: Sequence[Regel], fouten: Sequence[str]) -> Iterator[str]:
    yield "# Rondleiding"
    for fout in fouten:
        yield f"\n**{fout}**"
    number = 0
    for hoofdstuk, groep in groupby(regels, key=lambda regel: regel.hoofdstuk):
        yield f"\n## {hoofdstuk}\n"
        for regel in groep:
            number += 1
            keys = f" ({regel.toetsen})" if regel.toetsen else ""
            yield f"{number}. {regel.titel}{keys}"
            yield from (f"   - [{plaatje}]({plaatje})" for plaatje in regel.plaatjes)


def _html(regels: Sequence[Regel], fouten: Sequence[str]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>Rondleiding</title>'
    yield f"<style>{_STYLE}</style></head><body><h1>Rondleiding</h1>"
    yield from (f'<p class="fout">{escape(fout)}</p>' for fout in fouten)
    number = 0
    for hoofdstuk, groep in groupby(regels, key=lambda regel: regel.hoofdstuk):
        yield f"<h2>{escape(hoofdstuk)}</h2>"
        for regel in groep:
            number += 1
            yield f'<h3>{number}. {escape(regel.titel)}</h3><p class="toetsen">{escape(regel.toetsen)}</p>'
            yield from map(_figure, regel.plaatjes)
    yield "</body></html>"


def _figure(plaatje: str) -> str:
    name = escape(plaatje, quote=True)
    picture = f'<a href="{name}"><img src="{name}" alt="{name}" loading="lazy"></a>'
    return f"<figure>{picture}<figcaption>{name}</figcaption></figure>"
