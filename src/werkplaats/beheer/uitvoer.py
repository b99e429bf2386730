"""What the commands share: the option ``--json``, the document on stdout, and a word on stderr."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

json_option = click.option("--json", "als_json", is_flag=True, help=_("Schrijf één JSON-document."))


def write_json(document: Mapping[str, Any]) -> None:
    """Writes the one JSON document of a command to stdout, in UTF-8 on every platform, and flushes it."""
    click.echo(json.dumps(document, ensure_ascii=False).encode())


def tell(text: str) -> None:
    """Says something to the person at the console without touching what a program reads on stdout."""
    click.echo(text, err=True)
