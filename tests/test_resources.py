"""Files that are no Python are found in a checkout and in an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats import resources

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_in_a_checkout_the_manual_lies_with_the_documents() -> None:
    assert resources.manual("start").parts[-3:] == ("docs", "handleiding", "start.md")
    assert resources.resource("look", "tokens.json").is_file()


def test_an_installation_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_resources" / "handleiding").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.manual("start") == tmp_path / "_resources" / "handleiding" / "start.md"
    assert resources.resource("look") == tmp_path / "_resources" / "look"
