"""Over Werkplaats: which version this is, what it runs on, where the data lie, and whose work it stands on."""

from __future__ import annotations

import platform
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from werkplaats import __version__
from werkplaats.config import config_path
from werkplaats.i18n import _
from werkplaats.pakketten import Pakket, pakketten
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.leestekst import ReadText

if TYPE_CHECKING:
    from werkplaats.forms.toegang import Toegang


class OverForm(Form):
    """What somebody who asks for help is asked for first; it can be copied as a whole."""

    standard_size = (640, 640)

    def __init__(self, toegang: Toegang) -> None:
        super().__init__("over", toegang.background, toegang.voorkeuren, None)
        self._markdown = ""
        self._text = ReadText(_("Over Werkplaats"))
        self.setWindowTitle(_("Over Werkplaats"))
        self.set_heading(_("Werkplaats"), _("Versie {versie}").format(versie=__version__))
        self.set_page(self._text)
        self._copy_button = Button(_("&Kopiëren"), icon="kopieren")
        self._copy_button.clicked.connect(self._copy)
        self.bar.add_door(self._copy_button)
        self.bar.name_cancel(_("Sluiten"))
        self.work(partial(_gather, toegang), self._gathered)

    def _gathered(self, found: tuple[str, tuple[Pakket, ...]]) -> None:
        self._markdown = _write(*found)
        self._text.show_markdown(self._markdown)
        self._text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._markdown)
        self.problem.show_problem(_("De gegevens staan op het klembord."), kind="ok")


def _gather(toegang: Toegang) -> tuple[str, tuple[Pakket, ...]]:
    return toegang.instellingen.plaats(toegang.wie), pakketten()


def _write(plaats: str, packages: tuple[Pakket, ...]) -> str:
    """The text as Markdown; a path stands between backticks, as it may hold any sign."""
    versions = f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}"
    lines = [
        _("## Deze installatie"),
        _("- Versie: Werkplaats {versie}").format(versie=__version__),
        _("- Gegevens: `{plaats}`").format(plaats=plaats),
        _("- Instellingen van deze computer: `{bestand}`").format(bestand=config_path()),
        _("- Draait op: {systeem}, {versies}").format(systeem=platform.platform(), versies=versions),
        "",
        _("## Letters en tekens"),
        _("- Inter: SIL Open Font License 1.1"),
        _("- Phosphor: MIT"),
        "",
        _("## Gemaakt met"),
        _("Python (PSF-licentie) en deze bibliotheken, elk onder haar eigen licentie:"),
        "",
        *(f"- {package.naam} {package.versie}{_licence(package)}" for package in packages),
    ]
    return "\n".join(lines)


def _licence(package: Pakket) -> str:
    return f": {package.licentie}" if package.licentie else ""
