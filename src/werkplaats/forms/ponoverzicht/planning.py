"""The list of orders with whose plate something is still to happen: on which day, by which rule, and why or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.pon_planning import VOOR_EEN_MENS, Groep
from werkplaats.domain.rechten import Recht
from werkplaats.forms.ponoverzicht.paneel import PlanPaneel
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.chip import state_look
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import PLANNING
from werkplaats.zinnen.pon import woord_regel, zin_gemist, zin_reden
from werkplaats.zinnen.ponstaat import zin_gebrek

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.pon_planning import PlanRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

ICON = "calendar-check"
_VIN_EIND = 8


def planning_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list for this user; only who may have a plate requested finds the button for it."""
    return ListKind(
        name="ponplanning",
        soort=PLANNING,
        icon=ICON,
        title=_("Planning"),
        words=ListWords(
            count=_count,
            empty=_("Er is nu niets aan te vragen en niets te beslissen"),
            empty_advice=_("Zet op een order, tabblad Verkoopadmin, de losdatum of de aflevering: dan komt hij hier."),
            new="",
            copy=_("Chassisnummer kopiëren"),
            file="kentekens-planning.csv",
        ),
        columns=_columns(),
        choices=(
            Choice("", _("Alles")),
            Choice("aandacht", _("Aandacht nodig")),
            Choice("gepland", _("Komende twee weken")),
            Choice("komend", _("Later beslissen"), only_some=True),
        ),
        sort="dag",
        actions=lambda line: tuple(plan_actions(toegang, deuren, line)),
        copied=lambda line: line.chassisnummer,
        create=None,
        pane=lambda: PlanPaneel(toegang, lambda line: tuple(plan_actions(toegang, deuren, line))),
    )


def plan_actions(toegang: Toegang, deuren: Deuren, line: PlanRegel) -> Iterator[Action]:
    """What can be done with an order; one that lacks its approval is approved in the order itself."""
    yield Action(_("Order openen"), "handshake", deuren.verkoop.open_order, key="Enter")
    if toegang.wie.mag(Recht.DIRECT_GOEDKEUREN) and line.plan.groep is not Groep.GOEDKEURING:
        yield Action(_("Kenteken &aanvragen …"), "versturen", deuren.verkoop.open_direct)
    title = _("Order {nummer}").format(nummer=line.nummer)
    yield Action(_("Logboek"), "logboek", lambda order: deuren.open_logboek("order", order, title))


def _count(number: int) -> str:
    words = ngettext("{aantal} order", "{aantal} orders", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _columns() -> tuple[ListColumn, ...]:
    width = tokens().column_width
    return (
        ListColumn("dag", _("Dag"), _day, _day_text, width["datum"], sort="dag", fixed=True),
        ListColumn("auto", _("Merk en model"), _car, lambda line: line.omschrijving, sort="auto"),
        ListColumn("groep", _("Toestand"), _state, group_text, width["toestand"] + 12),
        ListColumn("regel", _("Regel"), _rule, _rule_text, 56),
        ListColumn("reden", _("Waarom"), _why, why_text, 244, elastic=True),
        ListColumn("nummer", _("Order"), _number, lambda line: line.nummer, 108, sort="nummer", standard=False),
        ListColumn("relatie", _("Klant"), _who, lambda line: line.relatie, 168, sort="relatie", standard=False),
        ListColumn(
            *("vin", _("Chassisnr."), _vin, lambda line: line.chassisnummer, width["chassisnr_einde"]),
            sort="vin",
            standard=False,
        ),
        ListColumn(
            "aflevering", _("Aflevering"), _delivery, _delivery_text, width["datum"], sort="aflevering", standard=False
        ),
    )


def group_text(line: PlanRegel) -> str:
    """Where an order stands."""
    return {
        Groep.AANDACHT: _("Aandacht nodig"),
        Groep.GOEDKEURING: _("Wacht op goedkeuring"),
        Groep.KOMEND: _("Later beslissen"),
        Groep.AANVRAGEN: _("Aan te vragen"),
    }[line.plan.groep]


def why_text(line: PlanRegel) -> str:
    """By which rule it is requested, or what is missing for that, or why a person must look."""
    oordeel = line.plan.oordeel
    if line.plan.gebreken:
        return " ".join(map(zin_gebrek, line.plan.gebreken))
    if line.plan.groep is Groep.AANVRAGEN and oordeel.regel is not None:
        return woord_regel(oordeel.regel)
    if line.plan.groep is Groep.GOEDKEURING:
        return zin_reden("NIET_GOEDGEKEURD")
    gemist = (zin_gemist(oordeel.gemist),) if oordeel.gemist is not None else ()
    return " ".join((*map(zin_reden, oordeel.redenen), *gemist))


def _state(line: PlanRegel) -> Cell:
    asked = line.plan.groep in VOOR_EEN_MENS
    return Cell(group_text(line), state=state_look("pon", "aandacht" if asked else "wachten"))


def _day(line: PlanRegel) -> Cell:
    return Cell(_day_text(line), strong=line.plan.groep in VOOR_EEN_MENS)


def _day_text(line: PlanRegel) -> str:
    return datum_tekst(line.plan.dag)


def _car(line: PlanRegel) -> Cell:
    return Cell(line.omschrijving)


def _rule(line: PlanRegel) -> Cell:
    return Cell(_rule_text(line), role="text_2")


def _rule_text(line: PlanRegel) -> str:
    oordeel = line.plan.oordeel
    regel = oordeel.gemist or oordeel.regel if line.plan.groep in VOOR_EEN_MENS else oordeel.regel
    return regel.value if regel is not None else ""


def _why(line: PlanRegel) -> Cell:
    return Cell(why_text(line), role="text" if line.plan.groep in VOOR_EEN_MENS else "text_2")


def _number(line: PlanRegel) -> Cell:
    return Cell(line.nummer, role="text_2")


def _who(line: PlanRegel) -> Cell:
    return Cell(line.relatie)


def _vin(line: PlanRegel) -> Cell:
    vin = line.chassisnummer
    return Cell(f"…{vin[-_VIN_EIND:]}" if vin else "", role="text_2", code=True, name=vin)


def _delivery(line: PlanRegel) -> Cell:
    return Cell(_delivery_text(line), role="text_2")


def _delivery_text(line: PlanRegel) -> str:
    return datum_tekst(line.afleverdatum)
