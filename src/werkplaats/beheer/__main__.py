"""``python -m werkplaats.beheer``: the console where its launcher is not on the path."""

from __future__ import annotations

from werkplaats.beheer import main

main(prog_name="werkplaats-beheer")
