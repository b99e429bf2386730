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


class _Bladzijde:
    """A page of the manual: its file, its sign, and the kinds of windows that it is about."""

    def __init__(self, naam: str, teken: str, *vensters: str) -> None:
        self.naam, self.teken, self.vensters = naam, teken, vensters


_BLADZIJDEN = (
    _Bladzijde(INDEX, "lijsten"),
    _Bladzijde("taken", "akkoord"),
    _Bladzijde("start", "start"),
    _Bladzijde("werkkaarten", "lijsten"),
    _Bladzijde(
        "werkkaart", "werkkaart", "werkkaart", "dossier", "garageregister", "kies_regel", "gewerkt", "kaart_checklist"
    ),
    _Bladzijde("artikelen", "artikel", "eigen_lijsten", "artikel"),
    _Bladzijde("monteurscherm", "monteurscherm"),
    _Bladzijde("voertuigen", "lijsten"),
    _Bladzijde("relaties", "lijsten"),
    _Bladzijde("muteren-kenteken", "voertuig", "voertuig"),
    _Bladzijde("rdw", "rdw", "rdw"),
    _Bladzijde("kmstand", "km", "kmstand"),
    _Bladzijde("banden", "banden", "banden", "bandenset"),
    _Bladzijde("vrije-velden", "vrije_velden", "vrije_velden"),
    _Bladzijde("historie", "historie", "historie"),
    _Bladzijde(
        "kentekens-en-eigenaren",
        "persoon",
        "tijdlijn",
        "rol",
        "plaat",
        "verhuizing",
        "periode",
        "elders",
        "kies_voertuig",
    ),
    _Bladzijde("botsing", "relatie", "botsing"),
    _Bladzijde("herinneringen", "bell", "herinnering", "aan_de_beurt"),
    _Bladzijde("bijlagen", "documenten", "documenten", "foto", "bijlage_naam"),
    _Bladzijde("relatie", "relatie", "relatie", "kies_relatie", "contacten"),
    _Bladzijde("pechhulp", "pechhulp", "pechhulp", "pechhulp_eerder"),
    _Bladzijde("carpass", "carpass", "carpass", "kies_melding", "carpass_historiek"),
    _Bladzijde("orders", "handshake", "order", "orderimport", "ordertabellen"),
    _Bladzijde("kentekenaanvragen", "calendar-check"),
    _Bladzijde("pon", "versturen", "direct_goedkeuren", "direct", "ponmail"),
    _Bladzijde("postbus", "postbus", "postbus"),
    _Bladzijde("logboek", "logboek", "logboek"),
    _Bladzijde("afdrukken", "afdrukken", "afdruk"),
    _Bladzijde("instellingen", "instellingen", "instellingen"),
    _Bladzijde("gebruikers", "persoon", "gebruiker", "groep"),
    _Bladzijde("dagtaken", "sun-horizon", "dagtaken"),
    _Bladzijde("console", "terminal-window"),
    _Bladzijde("schade", "schade", "schade", "schade_een"),
    _Bladzijde("leen-huur", "leen", "leen", "leen_terug"),
    _Bladzijde("garantie", "garantie", "garantie", "garantie_een"),
)

PAGES = tuple(blad.naam for blad in _BLADZIJDEN)
"""The pages of the manual, in the order in which one reads them."""

_SIGNS = {blad.naam: blad.teken for blad in _BLADZIJDEN}
_OF_WINDOW = {venster: blad.naam for blad in _BLADZIJDEN for venster in blad.vensters}


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
