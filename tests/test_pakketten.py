"""The packages of others: those of the product, with the licence that each of them names."""

from __future__ import annotations

import re
from pathlib import Path

from werkplaats.pakketten import pakketten

ROOT = Path(__file__).parents[1]


def test_they_are_those_of_the_lock_file_of_the_product() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^(\S+?)==(\S+)", lock, re.MULTILINE))
    found = {pakket.naam.lower().replace("_", "-").replace(".", "-"): pakket.versie for pakket in pakketten()}
    assert found.items() <= pinned.items()
    assert found.keys() >= {"alembic", "click", "cryptography", "httpx", "keyring", "pyside6-essentials", "sqlalchemy"}


def test_each_of_them_names_its_licence_in_a_few_words() -> None:
    assert [pakket.naam for pakket in pakketten() if not pakket.licentie or len(pakket.licentie) > 60] == []
