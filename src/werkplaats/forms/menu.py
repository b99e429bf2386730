"""The only list of dialogs: what the window offers this user, and how each of them is opened."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.kenteken import Kenteken
from werkplaats.domain.rechten import Recht
from werkplaats.errors import Ongeldig
from werkplaats.forms.lijsten.meldingen import meldingen_list
from werkplaats.forms.lijsten.orders import orders_list
from werkplaats.forms.lijsten.postbus import postbus_list
from werkplaats.forms.lijsten.relaties import relaties_list
from werkplaats.forms.lijsten.voertuigen import voertuigen_list
from werkplaats.forms.lijsten.werkkaarten import werkkaarten_list
from werkplaats.forms.pechhulp_menu import pechhulp_menu
from werkplaats.forms.ponoverzicht.pagina import PonPagina
from werkplaats.forms.ponoverzicht.planning import ICON
from werkplaats.i18n import _
from werkplaats.ui.entries import Action, Creator, Entries, Entry, Page
from werkplaats.ui.lijst.pagina import ListPage
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.werkkaarten import BELGIE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang
    from werkplaats.ui.button import Button

KENTEKENAANVRAGEN = "kentekenaanvragen"
_WORD = 4
_CARD_NUMBER = re.compile(r"20\d{2}-\d{1,6}", re.ASCII)


def entries(toegang: Toegang, deuren: Deuren) -> Entries:
    """The doors, commands, actions and creators of this user; what he may not do is not among them."""
    return Entries(
        pages=tuple(_pages(toegang, deuren)),
        doors=tuple(_doors(toegang, deuren)),
        commands=tuple(_commands(toegang, deuren)),
        voertuig=tuple(_voertuig_actions(toegang, deuren)),
        relatie=tuple(_relatie_actions(toegang, deuren)),
        creators=tuple(_creators(toegang, deuren)),
        help=partial(deuren.open_hulp, "start"),
    )


def _pages(toegang: Toegang, deuren: Deuren) -> Iterator[Page]:
    wie = toegang.wie
    kinds = [
        ("werkkaarten", Recht.WERKKAART_ZIEN, werkkaarten_list),
        ("voertuigen", Recht.VOERTUIG_ZIEN, voertuigen_list),
        ("relaties", Recht.RELATIE_ZIEN, relaties_list),
        ("orders", Recht.ORDER_ZIEN, orders_list),
    ]
    if wie.land == BELGIE:
        kinds.append(("carpass", Recht.CARPASS, meldingen_list))
    kinds.append(("postbus", Recht.POSTBUS, postbus_list))
    for name, recht, make_kind in kinds:
        if wie.mag(recht):
            kind = make_kind(toegang, deuren)
            make = partial(ListPage, kind, toegang.lijsten, wie, toegang.background, toegang.voorkeuren)
            about = partial(deuren.open_hulp, name)
            yield Page(
                name, kind.title, kind.icon, tokens().key.get(name, ""), make, about, kind.words.new, kind.create
            )
        if name == "orders" and wie.mag(Recht.ORDER_ZIEN):
            about = partial(deuren.open_hulp, KENTEKENAANVRAGEN)
            requests = partial(PonPagina, toegang, deuren)
            title = _("Kentekenaanvragen")
            yield Page(KENTEKENAANVRAGEN, title, ICON, "", requests, about, short=_("Kentekens"))


def _doors(toegang: Toegang, deuren: Deuren) -> Iterator[Entry]:
    if toegang.wie.mag(Recht.DAGTAKEN):
        yield Entry("dagtaken", _("Dagtaken"), "sun-horizon", deuren.open_dagtaken)
    if toegang.wie.mag(Recht.MONTEURWERK):
        key = tokens().key["monteurscherm"]
        yield Entry("monteurscherm", _("Monteurscherm"), "monteurscherm", deuren.monteur.open, key, at_bottom=False)
    yield Entry("instellingen", _("Instellingen"), "instellingen", deuren.open_instellingen)


def _commands(toegang: Toegang, deuren: Deuren) -> Iterator[Entry]:
    wie = toegang.wie
    if wie.mag(Recht.VOERTUIG_WIJZIGEN):
        yield Entry("nieuw_voertuig", _("Nieuw voertuig"), "nieuw", deuren.new_voertuig)
    if wie.mag(Recht.RELATIE_WIJZIGEN):
        yield Entry("nieuwe_relatie", _("Nieuwe relatie"), "nieuw", deuren.new_relatie)
    if wie.mag(Recht.ORDER_WIJZIGEN):
        yield Entry("nieuwe_order", _("Nieuwe order"), "nieuw", deuren.verkoop.new_order)
        yield Entry("orders_importeren", _("Verkopen overnemen uit een bestand"), "bijlage", deuren.verkoop.open_import)
    if wie.mag(Recht.VOERTUIG_ZIEN):
        yield Entry("aan_de_beurt", _("Wat is aan de beurt"), "bell", deuren.open_aan_de_beurt)
    if wie.land == BELGIE and wie.mag(Recht.WERKKAART_ZIEN):
        yield Entry("garageregister", _("Garageregister"), "lijsten", deuren.werkkaart.open_garageregister)
    pages = [("algemeen", _("Instellingen: bedrijf en adres")), ("pechhulp", _("Instellingen: Pechhulp"))]
    pages.append(("dagtaken", _("Instellingen: dagtaken en back-up")))
    pages += [("vrije_velden", _("Instellingen: Vrije velden")), ("links", _("Instellingen: BV en LPG"))]
    if wie.mag(Recht.INSTELLINGEN):
        koppelingen = [("rdw", _("Instellingen: RDW")), ("email", _("Instellingen: e-mail"))]
        for page, title in (
            *pages,
            *koppelingen,
            ("carpass", _("Instellingen: Car-Pass")),
            ("pon", _("Instellingen: PON")),
        ):
            yield Entry(f"instellingen_{page}", title, "instellingen", partial(deuren.open_instellingen, page))
        yield Entry("eigen_lijsten", _("Artikelen, pakketten en teksten"), "artikel", deuren.werkkaart.open_lijsten)
        yield Entry("ordertabellen", _("Merken, platen en dealernummers"), "lijsten", deuren.verkoop.open_tables)
    if wie.mag(Recht.INSTELLINGEN) and wie.mag(Recht.GEBRUIKERS):
        people = partial(deuren.open_instellingen, "gebruikers")
        yield Entry("instellingen_gebruikers", _("Instellingen: gebruikers en groepen"), "instellingen", people)
    own = partial(deuren.open_instellingen, "uiterlijk")
    yield Entry("instellingen_uiterlijk", _("Instellingen: uiterlijk en toetsen"), "instellingen", own)
    yield Entry("hulp", _("Hulp: de handleiding"), "hulp", partial(deuren.open_hulp, "index"))
    yield Entry("over", _("Over Werkplaats"), "info", deuren.open_over)


def _voertuig_actions(toegang: Toegang, deuren: Deuren) -> Iterator[Action]:
    def show_menu(voertuig_id: int, button: Button) -> None:
        button.setMenu(pechhulp_menu(toegang, deuren, voertuig_id, button))

    if toegang.wie.mag(Recht.VOERTUIG_ZIEN):
        yield Action(_("Openen"), "voertuig", deuren.open_voertuig, key="Enter")
    if toegang.wie.mag(Recht.PECHHULP):
        yield Action(_("&Pechhulp"), "pechhulp", deuren.open_pechhulp, menu=show_menu)
    if toegang.wie.mag(Recht.VOERTUIG_ZIEN):
        yield Action(_("&KM stand"), "km", deuren.open_kmstand)
    if toegang.wie.mag(Recht.WERKKAART_WIJZIGEN):
        yield Action(_("&Werkkaart"), "werkkaart", deuren.werkkaart.new_werkkaart)
    if toegang.wie.land == BELGIE and toegang.wie.mag(Recht.CARPASS):
        yield Action(_("&Car-Pass melden"), "carpass", deuren.carpass.new_melding)


def _relatie_actions(toegang: Toegang, deuren: Deuren) -> Iterator[Action]:
    if toegang.wie.mag(Recht.RELATIE_ZIEN):
        yield Action(_("Openen"), "relatie", deuren.open_relatie, key="Enter")


def _creators(toegang: Toegang, deuren: Deuren) -> Iterator[Creator]:
    if toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN):
        yield Creator(
            title=lambda text: _("Nieuw voertuig “{tekst}”").format(tekst=text) if text else _("Nieuw voertuig"),
            sentence=_("Maakt een voertuigkaart met dit kenteken"),
            icon="voertuig",
            run=deuren.new_voertuig,
            fits=lambda text: not text or _is_plate(text),
        )
    if toegang.wie.mag(Recht.RELATIE_WIJZIGEN):
        yield Creator(
            title=lambda text: _("Nieuwe relatie “{tekst}”").format(tekst=text) if text else _("Nieuwe relatie"),
            sentence=_("Maakt een relatie met deze naam"),
            icon="relatie",
            run=deuren.new_relatie,
            fits=lambda text: not text or _is_name(text),
        )
    if toegang.wie.mag(Recht.WERKKAART_ZIEN):
        yield Creator(
            title=lambda text: _("Werkkaart {nummer}").format(nummer=text),
            sentence=_("Opent de werkkaart met dit nummer"),
            icon="werkkaart",
            run=deuren.werkkaart.open_werkkaart_number,
            fits=is_card_number,
            in_palette=True,
        )


def is_card_number(text: str) -> bool:
    """Whether the number of a werkkaart stands there, as it is printed or short: ``2026-000187``, ``2026-187``."""
    return bool(_CARD_NUMBER.fullmatch(text.strip()))


def _is_plate(text: str) -> bool:
    """Whether a plate of the Netherlands or Belgium stands there; a name of letters only is none."""
    if not any(sign.isdecimal() for sign in text):
        return False
    try:
        return any(Kenteken.parse(text, land).geldig for land in ("NL", "BE"))
    except Ongeldig:
        return False


def _is_name(text: str) -> bool:
    """Whether a person or company may be called so: words, perhaps with a number behind them, but no plate or VIN."""
    if not any(sign.isdecimal() for sign in text):
        return any(sign.isalpha() for sign in text)
    return not _is_plate(text) and any(len(word) >= _WORD and word.isalpha() for word in text.split())
