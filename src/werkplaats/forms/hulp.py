"""Hulp: the page of the manual that belongs to the window one is in, and all other pages beside it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from werkplaats.i18n import _
from werkplaats.resources import manual
from werkplaats.ui.form import Form
from werkplaats.ui.leestekst import ReadText
from werkplaats.ui.paginalijst import PageList

if TYPE_CHECKING:
    from werkplaats.forms.toegang import Toegang

INDEX = "index"

PAGES = (
    *(
        INDEX,
        "taken",
        "start",
        "werkkaarten",
        "werkkaart",
        "artikelen",
        "monteurscherm",
        "voertuigen",
        "relaties",
        "muteren-kenteken",
        "rdw",
    ),
    *("kmstand", "banden", "vrije-velden", "historie", "kentekens-en-eigenaren", "botsing"),
    *(
        "herinneringen",
        "bijlagen",
        "relatie",
        "pechhulp",
        "carpass",
        "orders",
        "kentekenaanvragen",
        "pon",
        "postbus",
        "logboek",
    ),
    *("afdrukken", "instellingen", "gebruikers", "dagtaken", "console", "schade", "garantie"),
)
"""The pages of the manual, in the order in which one reads them."""

_SIGNS = {
    INDEX: "lijsten",
    "taken": "akkoord",
    "start": "start",
    "werkkaarten": "lijsten",
    "werkkaart": "werkkaart",
    "artikelen": "artikel",
    "monteurscherm": "monteurscherm",
    "voertuigen": "lijsten",
    "relaties": "lijsten",
    "muteren-kenteken": "voertuig",
    "rdw": "rdw",
    "kmstand": "km",
    "banden": "banden",
    "gebruikers": "persoon",
    "vrije-velden": "vrije_velden",
    "herinneringen": "bell",
    "historie": "historie",
    "kentekens-en-eigenaren": "persoon",
    "botsing": "relatie",
    "bijlagen": "documenten",
    "schade": "schade",
    "garantie": "garantie",
    "relatie": "relatie",
    "pechhulp": "pechhulp",
    "carpass": "carpass",
    "orders": "handshake",
    "kentekenaanvragen": "calendar-check",
    "pon": "versturen",
    "logboek": "logboek",
    "postbus": "postbus",
    "dagtaken": "sun-horizon",
    "afdrukken": "afdrukken",
    "instellingen": "instellingen",
    "console": "terminal-window",
}

_OF_WINDOW = {
    "voertuig": "muteren-kenteken",
    "rdw": "rdw",
    "kmstand": "kmstand",
    "banden": "banden",
    "bandenset": "banden",
    "vrije_velden": "vrije-velden",
    "herinnering": "herinneringen",
    "aan_de_beurt": "herinneringen",
    "gebruiker": "gebruikers",
    "groep": "gebruikers",
    "historie": "historie",
    "documenten": "bijlagen",
    "foto": "bijlagen",
    "bijlage_naam": "bijlagen",
    "schade": "schade",
    "schade_een": "schade",
    "garantie": "garantie",
    "garantie_een": "garantie",
    "botsing": "botsing",
    **dict.fromkeys(
        ("tijdlijn", "rol", "plaat", "verhuizing", "periode", "elders", "kies_voertuig"), "kentekens-en-eigenaren"
    ),
    "relatie": "relatie",
    "kies_relatie": "relatie",
    "contacten": "relatie",
    "pechhulp": "pechhulp",
    "carpass": "carpass",
    "kies_melding": "carpass",
    "carpass_historiek": "carpass",
    "pechhulp_eerder": "pechhulp",
    "logboek": "logboek",
    "postbus": "postbus",
    "dagtaken": "dagtaken",
    "afdruk": "afdrukken",
    "instellingen": "instellingen",
    "order": "orders",
    "orderimport": "orders",
    "direct_goedkeuren": "pon",
    "direct": "pon",
    "ponmail": "pon",
    "ordertabellen": "orders",
    "werkkaart": "werkkaart",
    "dossier": "werkkaart",
    "garageregister": "werkkaart",
    "kies_regel": "werkkaart",
    "gewerkt": "werkkaart",
    "kaart_checklist": "werkkaart",
    "eigen_lijsten": "artikelen",
    "artikel": "artikelen",
}


def page_of(soort: str) -> str:
    """The page of the manual about a kind of window."""
    return _OF_WINDOW.get(soort, INDEX)


class HulpForm(Form):
    """The manual, one page at a time; links lead from page to page."""

    standard_size = (880, 640)

    def __init__(self, toegang: Toegang, page: str = INDEX) -> None:
        super().__init__("hulp", toegang.background, toegang.voorkeuren, None)
        self._texts = _read_all()
        self._list = PageList(_("Handleiding"))
        self._text = ReadText(_("Handleiding"))
        self.setWindowTitle(_("Hulp"))
        for name, text in self._texts.items():
            self._list.add_page(name, _title(text), _SIGNS[name])
        self.set_side(self._list)
        self.set_page(self._text)
        self.bar.name_cancel(_("Sluiten"))
        self._list.chosen.connect(self.open_page)
        self._text.link_asked.connect(self._follow)
        self.open_page(page)
        self._text.setFocus()

    def open_page(self, name: str) -> None:
        """Turns to a page; one that is not there is the first."""
        if name not in self._texts:
            name = next(iter(self._texts))
        self._list.show_current(name)
        self._text.show_markdown(self._texts[name])
        self.setWindowTitle(_("Hulp: {pagina}").format(pagina=_title(self._texts[name])))

    def _follow(self, link: str) -> None:
        path = PurePosixPath(link)
        if path.suffix == ".md" and path.stem in self._texts:
            self.open_page(path.stem)


def _read_all() -> dict[str, str]:
    paths = {name: manual(name) for name in PAGES}
    texts = {name: path.read_text(encoding="utf-8") for name, path in paths.items() if path.is_file()}
    return texts or {INDEX: _("# Handleiding\n\nDe handleiding is niet geïnstalleerd. Vraag uw beheerder.")}


def _title(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ").strip()
