"""Instellingen: a Beheerder sets how each shop works; anyone sets how the window looks to himself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut

from werkplaats.domain.controle import check_instellingen
from werkplaats.domain.instellingen import CARPASS_WACHTWOORD, PON_TOKEN, RDW_APP_TOKEN, in_shop
from werkplaats.domain.mail import SMTP_WACHTWOORD
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed, settle
from werkplaats.errors import Ernst
from werkplaats.forms.gebruikers.pagina import GebruikersPagina
from werkplaats.forms.instellingen.algemeen import AlgemeenPagina
from werkplaats.forms.instellingen.carpass import CarPassPagina
from werkplaats.forms.instellingen.checklist import ChecklistPagina
from werkplaats.forms.instellingen.dagtaken import DagtakenPagina
from werkplaats.forms.instellingen.email import EmailPagina
from werkplaats.forms.instellingen.geheim import GeheimPagina
from werkplaats.forms.instellingen.groepen import groups
from werkplaats.forms.instellingen.kant import SEARCH_KEY, Kant
from werkplaats.forms.instellingen.kop import PaginaKop
from werkplaats.forms.instellingen.links import LinksPagina
from werkplaats.forms.instellingen.paginas import Paginas
from werkplaats.forms.instellingen.pechhulp import PechhulpPagina
from werkplaats.forms.instellingen.pon import PonPagina
from werkplaats.forms.instellingen.rdw import RdwPagina
from werkplaats.forms.instellingen.uiterlijk import UiterlijkPagina
from werkplaats.forms.instellingen.verschil import in_words
from werkplaats.forms.instellingen.vestiging import load, save, try_carpass, try_mail, try_pon, try_register
from werkplaats.forms.instellingen.vrije_velden import VrijeVeldenPagina
from werkplaats.i18n import _, ngettext
from werkplaats.ui.button import Button
from werkplaats.ui.form import Form
from werkplaats.ui.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from werkplaats.domain.instellingen import Shop, ShopInstellingen
    from werkplaats.domain.rechten import Wie
    from werkplaats.errors import Bevinding, Botsing
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.instellingen.pagina import Pagina
    from werkplaats.forms.instellingen.vestiging import Bewaard, Geladen
    from werkplaats.forms.toegang import Toegang


class InstellingenForm(Form):
    """One window for all shops: the pages at the left, the open one at the right; saving leaves it open."""

    def __init__(self, toegang: Toegang, deuren: Deuren, pagina: str = "") -> None:
        super().__init__("instellingen", toegang.background, toegang.voorkeuren, None)
        self._toegang = toegang
        self._deuren = deuren
        self._wie = toegang.wie
        self._shops: tuple[Shop, ...] = ()
        self._basis: ShopInstellingen | None = None
        may_edit = toegang.wie.mag(Recht.INSTELLINGEN)
        self._rdw = RdwPagina(with_secret=toegang.wie.mag(Recht.GEHEIMEN))
        self._email = EmailPagina(with_secret=toegang.wie.mag(Recht.GEHEIMEN))
        self._dagtaken = DagtakenPagina(with_backup=_has_backup(toegang))
        self._carpass = CarPassPagina(with_secret=toegang.wie.mag(Recht.GEHEIMEN))
        self._pon = PonPagina(with_secret=toegang.wie.mag(Recht.GEHEIMEN))
        self._with_secret: dict[str, GeheimPagina] = {
            RDW_APP_TOKEN: self._rdw,
            SMTP_WACHTWOORD: self._email,
            CARPASS_WACHTWOORD: self._carpass,
            PON_TOKEN: self._pon,
        }
        people = [GebruikersPagina(toegang, deuren, self)] if toegang.wie.mag(Recht.GEBRUIKERS) else []
        general = [AlgemeenPagina(), VrijeVeldenPagina(), ChecklistPagina(), self._dagtaken, *people]
        shared = [*general, PechhulpPagina(), LinksPagina(), self._rdw, self._email, self._carpass, self._pon]
        of_shop = shared if may_edit else []
        self._pages = Paginas(of_shop, UiterlijkPagina(toegang.voorkeuren))
        self._kop = PaginaKop()
        self._kant = Kant(groups(self._pages.all), for_shops=may_edit)
        self._build(may_edit=may_edit)
        self._connect()
        self.open_page(pagina)
        if may_edit:
            self._load(self._wie)
        else:
            self._pages.current.focus_first()

    # Building.

    def _build(self, *, may_edit: bool) -> None:
        self.setWindowTitle(_("Instellingen"))
        self.set_side(self._kant)
        self.set_header(self._kop)
        self.set_page(self._pages)
        for veld, field in self._pages.fields().items():
            self.register(veld, field)
        if may_edit:
            self.set_main(_("&Opslaan"), "opslaan", self.save)
        # Nothing moves when Sluiten becomes Annuleren.
        self.bar.cancel_button.setMinimumWidth(self.bar.cancel_button.sizeHint().width())
        self.bar.name_cancel(_("Sluiten"))

    def _connect(self) -> None:
        self._kant.chosen.connect(self.open_page)
        self._kant.found.connect(self._go_to)
        self._kant.shop_asked.connect(self._choose_shop)
        self._pages.changed.connect(self._tell_changes)
        self._pages.left.connect(self._judge)
        self._pages.marked.connect(self._mark_pages)
        self._rdw.test_asked.connect(self._try_register)
        self._email.test_asked.connect(self._try_mail)
        self._carpass.test_asked.connect(self._try_carpass)
        self._pon.test_asked.connect(self._try_pon)
        self._pon.preview_asked.connect(self._preview_mail)
        for tried in self._with_secret.values():
            tried.tested.connect(self._mark_pages)
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.open_page(self._pages.after(step)))
        QShortcut(QKeySequence(SEARCH_KEY), self, self._kant.search.setFocus)

    # Pages.

    def open_page(self, name: str) -> None:
        """Turns to a page; one that is not there is the first."""
        focus = cast("QWidget | None", self.focusWidget())
        was_inside = focus is not None and self._pages.isAncestorOf(focus)
        self._pages.open(name)
        if was_inside:
            self._pages.current.focus_first()
        self._kant.show_current(self._pages.current.name)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_heading()

    def reveal(self, field: QWidget) -> None:
        page = self._pages.page_of(field)
        if page is not None and page is not self._pages.current:
            self.open_page(page.name)
        super().reveal(field)

    def _go_to(self, name: str, field: QWidget) -> None:
        self.open_page(name)
        self.reveal(field)
        field.setFocus()

    def _show_heading(self) -> None:
        page = self._pages.current
        self._kop.show_page(page.icon, page.title, page.sentence(self._wie.shop_naam))
        outcome = _outcome(page)
        if outcome == "ok":
            self._kop.show_state(_("Werkt"), "ok", "akkoord")
        elif outcome == "error":
            self._kop.show_state(_("Werkt niet"), "error", "warning-octagon")
        else:
            self._kop.show_state("", "", "")

    def _mark_pages(self) -> None:
        """A page with something wrong inside says so in the list, also while another one is open."""
        words = {
            "error": _("Hier klopt iets niet"),
            "warn": _("Hier is iets om naar te kijken"),
            "ok": _("De verbinding werkt"),
            "": "",
        }
        for page in self._pages.all:
            role = self._pages.worst(page) or (_outcome(page))
            self._kant.item(page.name).show_mark(role, words[role])
        self._show_heading()

    # Showing and reading.

    def _load(self, wie: Wie) -> None:
        toegang = self._toegang
        self.work(lambda: load(toegang, wie), self._loaded)

    def _loaded(self, geladen: Geladen) -> None:
        first = self._basis is None
        self._stand_on(geladen)
        self._show_secrets(geladen)
        self._rdw.propose(geladen.proefkenteken)
        self._show(geladen.shop)
        if first:
            self._pages.current.focus_first()

    def _stand_on(self, geladen: Geladen) -> None:
        self._shops = geladen.shops
        self._wie = in_shop(self._toegang.wie, geladen.shop)
        self._basis = geladen.shop.instellingen
        self._kant.show_shops(geladen.shops, geladen.shop.id)
        self._dagtaken.stand_at(geladen.shop, geladen.shops[0])
        self._show_heading()

    def _show(self, shop: Shop) -> None:
        self._pages.show_settings(shop)
        self.show_findings(check_instellingen(shop.instellingen))
        self._tell_changes()

    def has_changes(self) -> bool:
        return self._count_changes() > 0

    def _count_changes(self) -> int:
        if self._basis is None:
            return 0
        inst, unreadable = self._pages.read(self._basis)
        return len(changed(self._basis, inst)) + len(unreadable) + len(self._secrets())

    def _secrets(self) -> dict[str, str]:
        """The secrets that were typed or taken away, by name."""
        new = {naam: page.new_secret() for naam, page in self._with_secret.items()}
        return {naam: tekst for naam, tekst in new.items() if tekst is not None}

    def _show_secrets(self, geladen: Geladen) -> None:
        for naam, page in self._with_secret.items():
            page.show_secret(kept=naam in geladen.geheimen)

    def _tell_changes(self) -> None:
        count = self._count_changes()
        words = ngettext("{n} wijziging nog niet opgeslagen", "{n} wijzigingen nog niet opgeslagen", count)
        self.bar.say(words.format(n=count) if count else "")
        self.bar.name_cancel(_("Annuleren") if count else _("Sluiten"))

    def show_findings(self, bevindingen: Iterable[Bevinding]) -> None:
        super().show_findings([replace(bevinding, veld=self._pages.place(bevinding)) for bevinding in bevindingen])
        self._pages.tick_numbers()

    def _judge(self) -> None:
        if self._basis is not None:
            self._pages.judge(self._basis)

    # Saving.

    def save(self) -> None:
        """Saves what was changed, once it can be read; the window stays."""
        self._save(None)

    def _save(self, then: Callable[[], None] | None) -> None:
        if self._basis is None:
            return
        basis, secrets = self._basis, self._secrets()
        nieuw, unreadable = self._pages.read(basis)
        findings = (*check_instellingen(nieuw), *unreadable)
        if any(bevinding.ernst is Ernst.BLOKKEREND for bevinding in findings):
            self.show_findings(findings)
            return
        toegang, wie = self._toegang, self._wie
        self.work(
            lambda: save(toegang, wie, basis, nieuw, secrets), lambda bewaard: self._saved(bewaard, then), writes=True
        )

    def _saved(self, bewaard: Bewaard, then: Callable[[], None] | None) -> None:
        self._stand_on(bewaard.geladen)
        if bewaard.probleem is None:
            self._show_secrets(bewaard.geladen)
        self._show(bewaard.geladen.shop)
        self._deuren.know_shop(bewaard.geladen.shop)
        if bewaard.probleem is not None:
            self.show_problem(bewaard.probleem)
            self.reveal(self._rdw)
        elif then is not None:
            then()
        else:
            self.bar.say(_("Opgeslagen om {tijd}").format(tijd=self._now()))

    def solve(self, botsing: Botsing) -> None:
        self._deuren.open_botsing(in_words(botsing), lambda mine: self._solved(botsing, mine), self)

    def _solved(self, botsing: Botsing, mine: dict[str, bool]) -> None:
        """Both values were weighed: what was chosen is saved on what stands there now."""
        if self._basis is None:
            return
        actueel: Shop = botsing.actueel
        inst, _unreadable = self._pages.read(self._basis)
        nieuw = settle(self._basis, inst, actueel.instellingen, mine)
        self._basis = actueel.instellingen
        self._pages.show_settings(replace(actueel, instellingen=nieuw))
        self.save()

    def _now(self) -> str:
        return f"{self._toegang.klok.nu().lokaal(self._wie.zone):%H:%M}"

    # Another shop.

    def _choose_shop(self, shop_id: int) -> None:
        """Turns to another shop: at once, or after the question what to do with what is not saved."""
        # Until the other shop is there, the fields are still those of this one.
        self._kant.show_shop(self._wie.shop_id)
        if not self.has_changes():
            self._open_shop(shop_id)
            return
        keep = Button(_("Opslaan"), icon="opslaan", kind="main")
        keep.clicked.connect(lambda: self._answered(lambda: self._save(lambda: self._open_shop(shop_id))))
        discard = Button(_("Niet bewaren"))
        discard.clicked.connect(lambda: self._answered(lambda: self._open_shop(shop_id)))
        back = Button(_("Terug"), key=tokens().key["terug"])
        back.clicked.connect(self.cancel)
        question = _("Wijzigingen van {vestiging} bewaren?").format(vestiging=self._wie.shop_naam)
        self.bar.ask(question, [keep, discard, back])

    def _answered(self, act: Callable[[], None]) -> None:
        self.bar.withdraw()
        act()

    def _open_shop(self, shop_id: int) -> None:
        shop = next(shop for shop in self._shops if shop.id == shop_id)
        for page in self._with_secret.values():
            page.forget()
        self._load(in_shop(self._toegang.wie, shop))

    # Test connectie.

    def _try_register(self) -> None:
        kenteken = self._rdw.kenteken()
        if kenteken is not None:
            toegang, wie = self._toegang, self._wie
            call = partial(try_register, toegang, wie, kenteken)
            self.work(call, lambda proef: self._rdw.show_outcome(proef, self._now()))

    def _try_mail(self) -> None:
        if self._basis is not None:
            toegang, wie, basis = self._toegang, self._wie, self._basis
            subject, words = _("Test e-mail van Werkplaats"), _("Deze mail laat zien dat de mailserver werkt.")
            call = partial(try_mail, toegang, wie, basis, subject, words)
            self.work(call, lambda proef: self._email.show_outcome(proef, self._now()))

    def _try_carpass(self) -> None:
        toegang, wie = self._toegang, self._wie
        self.work(lambda: try_carpass(toegang, wie), lambda answer: self._carpass.show_outcome(*answer, self._now()))

    def _try_pon(self) -> None:
        toegang, wie = self._toegang, self._wie
        self.work(lambda: try_pon(toegang, wie), lambda problem: self._pon.show_outcome(problem, self._now()))

    def _preview_mail(self) -> None:
        if self._basis is not None:
            self._deuren.verkoop.open_ponmail(self._wie, self._pages.read(self._basis)[0], self)


def _has_backup(toegang: Toegang) -> bool:
    """Whether the program backs the data up itself: on a server its own people do."""
    return toegang.wie.mag(Recht.DAGTAKEN) and "backup" in toegang.dagtaken.names(toegang.wie)


def _outcome(page: Pagina) -> str:
    """How the try on a page went; empty where there is none."""
    return page.outcome if isinstance(page, GeheimPagina) else ""
