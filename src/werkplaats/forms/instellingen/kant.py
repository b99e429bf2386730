"""The left side of the settings: for which shop, a search through all settings, and the list of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkplaats.i18n import _
from werkplaats.ui.fields.choice import Combo
from werkplaats.ui.filterveld import FilterField
from werkplaats.ui.labels import Label
from werkplaats.ui.paginalijst import PageList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from werkplaats.domain.instellingen import Shop
    from werkplaats.forms.instellingen.pagina import Pagina

SEARCH_KEY = "Ctrl+F"


class Kant(PageList):
    """``shop_asked`` wants another shop, ``found`` the page and setting that a search leads to."""

    shop_asked = Signal(int)
    found = Signal(str, QWidget)

    def __init__(self, groups: Iterable[tuple[str, Sequence[Pagina]]], *, for_shops: bool) -> None:
        super().__init__(_("Pagina's"))
        self._shops = Combo("vestiging", [])
        self._shops.setAccessibleName(_("Vestiging"))
        self._shops.changed.connect(lambda: self.shop_asked.emit(self._shops.value()))
        self.search = FilterField(_("Zoek een instelling"), _("Zoek een instelling"), SEARCH_KEY)
        self.search.textChanged.connect(self._searched)
        self.search.opened.connect(self._go)
        self.search.down.connect(self.focus_current)
        self._nothing = Label(_("Niets gevonden"), "small", "text_2")
        self._pages: list[Pagina] = []
        if for_shops:
            self._add_shops()
        self.add_head(self.search)
        for title, pages in groups:
            self.add_group(title)
            for page in pages:
                self.add_page(page.name, page.title, page.icon)
                self._pages.append(page)
        self.add_head(self._nothing)
        self._nothing.hide()

    def show_shops(self, shops: Iterable[Shop], current: int) -> None:
        """Offers the shops to choose from."""
        self._shops.set_choices([(shop.id, shop.instellingen.naam) for shop in shops])
        self.show_shop(current)

    def show_shop(self, shop_id: int) -> None:
        """Shows for which shop the pages are."""
        self._shops.set_value(shop_id)

    def _add_shops(self) -> None:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Label(_("Vestiging"), "small", "text_2")
        label.setBuddy(self._shops)
        column.addWidget(label)
        column.addWidget(self._shops)
        self.add_head(block)

    def _hits(self) -> list[tuple[Pagina, QWidget | None]]:
        """The pages with all typed words in their title or in one of their settings, with that setting."""
        words = self.search.text().casefold().split()
        hits: list[tuple[Pagina, QWidget | None]] = []
        for page in self._pages:
            names: list[tuple[str, QWidget | None]] = [(page.title, None), *page.words()]
            texts = [(f"{page.title} {name}".casefold(), field) for name, field in names]
            field = next((field for text, field in texts if all(word in text for word in words)), page)
            if field is not page:
                hits.append((page, field))
        return hits

    def _searched(self) -> None:
        hits = self._hits()
        self.show_only({page.name for page, _field in hits})
        self._nothing.setVisible(not hits)

    def _go(self) -> None:
        hits = self._hits()
        if hits and self.search.text():
            page, field = hits[0]
            self.found.emit(page.name, field if field is not None else page)
