"""What the keys of the grid do: articles, hours, texts, packages, prices, and whole lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst
from werkplaats.domain.monteurwerk import Werkverslag
from werkplaats.domain.rechten import Recht
from werkplaats.domain.werkkaart_regel import DUIZEND, Regel, Regelsoort, number_text
from werkplaats.forms.werkkaart.raster import Raster, new_key
from werkplaats.forms.werkkaart.raster_model import Kolom
from werkplaats.forms.werkkaart.uren import billed, told
from werkplaats.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from werkplaats.domain.artikel import Voorstel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.form import Form


class Toetsen(QObject):
    """The keys of one card; each stands on its button in the panel."""

    def __init__(
        self, form: Form, raster: Raster, toegang: Toegang, deuren: Deuren, kaart_id: Callable[[], int | None]
    ) -> None:
        super().__init__(form)
        self._kaart_id = kaart_id
        self._form, self._raster, self._toegang, self._deuren = form, raster, toegang, deuren
        raster.articles_asked.connect(self._choose_article)
        raster.deleted.connect(self._offer_undo)

    def groups(self) -> Sequence[Sequence[tuple[str, str, str, Callable[[], None]]]]:
        """The keys with their words, signs and what they do."""
        grid = self._raster
        return (
            (
                (_("Artikel zoeken"), "zoeken", "F2", self._choose_article),
                (_("Gewerkte uren"), "uren", "F3", self._add_hours),
                (_("Standaardtekst"), "standaardtekst", "F4", self._choose_text),
                (_("Prijs wijzigen"), "prijs", "F6", self._change_price),
                (_("Pakketten"), "pakket", "F11", self._choose_package),
            ),
            (
                (_("Opmerking"), "opmerking", "Ctrl+R", self._add_remark),
                (_("Regel wissen"), "wissen", "Ctrl+Del", grid.delete_line),
                (_("Omhoog"), "caret-up", "Ctrl+Up", lambda: grid.move_line(-1)),
                (_("Omlaag"), "caret-down", "Ctrl+Down", lambda: grid.move_line(1)),
            ),
        )

    def _choose_article(self, begun: str = "") -> None:
        self._choose(_("Artikel zoeken"), Artikel, self._raster.catalogus.artikelen, begun)

    def _choose_text(self) -> None:
        self._choose(_("Standaardteksten"), Standaardtekst, self._raster.catalogus.teksten)

    def _choose_package(self) -> None:
        self._choose(_("Pakketten"), Pakket, self._raster.catalogus.pakketten)

    def _choose(self, heading: str, soort: type[Voorstel], lijst: Sequence[Voorstel], begun: str = "") -> None:
        """Who may change the shop's settings comes from here to the list itself."""
        doors = self._deuren.werkkaart
        edit = partial(doors.open_lijsten, soort) if self._toegang.wie.mag(Recht.INSTELLINGEN) else None
        doors.kies_regel(heading, lijst, begun, self._raster.take_proposal, self._form, edit)

    def _add_hours(self) -> None:
        """The line of hours: those that the mechanics' clocks counted; on a new card nobody worked yet."""
        toegang, kaart_id = self._toegang, self._kaart_id()
        if kaart_id is None:
            self._bill(Werkverslag((), (), ()))
        else:
            self._form.work(partial(toegang.monteurwerk.report, toegang.wie, kaart_id), self._bill)

    def _bill(self, verslag: Werkverslag) -> None:
        """One line bears the hours: pressed again it is brought up to date, never added a second time."""
        if not self._raster.finish():
            return
        nu = self._toegang.klok.nu()
        regels = self._raster.lines.regels
        at, regel = billed(regels, self._hours_line(), verslag, nu)
        if at is None:
            self._raster.add_line(regel, Kolom.AANTAL)
        elif regel != regels[at]:
            self._raster.put_line(at, regel, Kolom.AANTAL)
        else:
            self._raster.edit_cell(at, Kolom.AANTAL)
        self._tell_hours(regels[at] if at is not None else None, regel, told(verslag, nu))

    def _tell_hours(self, before: Regel | None, now: Regel, said: tuple[str, str]) -> None:
        """What the clocks counted; hours that stood there otherwise can be had back."""
        what, more = said
        if before is not None and before.aantal != now.aantal:
            was, is_ = (number_text(regel.aantal, DUIZEND) for regel in (before, now))
            words = _("De uren op de regel zijn bijgewerkt van {was} naar {nu}.").format(was=was, nu=is_)
            back = partial(self._restore, before)
            self._form.problem.show_problem(words, what, kind="info", retry=back, again=_("Ongedaan maken"))
        elif what or more:
            self._form.problem.show_problem(what or more, more if what else "", kind="info")

    def _restore(self, before: Regel) -> None:
        self._form.problem.clear()
        self._raster.restore(before)

    def _hours_line(self) -> Regel:
        catalogus = self._raster.catalogus
        article = next((een for een in catalogus.artikelen if een.uren), None)
        if article is not None:
            return catalogus.line(article, new_key())
        rate = catalogus.rate(Regel("").btw_code)
        words = _("Gewerkte uren")
        return Regel(new_key(), Regelsoort.UREN, omschrijving=words, eenheid="u", btw_percentage=rate)

    def _add_remark(self) -> None:
        self._raster.add_line(Regel(new_key(), Regelsoort.OPMERKING), Kolom.OMSCHRIJVING)

    def _change_price(self) -> None:
        if self._raster.finish():
            self._raster.edit_cell(self._raster.currentIndex().row(), Kolom.PRIJS)

    def _offer_undo(self, words: str) -> None:
        said = _("Regel gewist: {regel}").format(regel=words)
        self._form.problem.show_problem(said, kind="ok", retry=self._undo, again=_("Ongedaan maken"))

    def _undo(self) -> None:
        self._form.problem.clear()
        self._raster.put_back()
