"""The list of relaties: who, where, how to reach them, and how many cars they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.rechten import Recht
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import RELATIE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from werkplaats.domain.lijst import RelatieRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang


def relaties_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of relaties for this user."""
    return ListKind(
        name="relaties",
        soort=RELATIE,
        icon="relatie",
        title=_("Relaties"),
        words=ListWords(
            count=_count,
            empty=_("Nog geen relaties"),
            empty_advice=_("Voeg de eerste klant toe, of kies hem als hoofdeigenaar op de kaart van een auto."),
            new=_("Nieuwe relatie"),
            copy=_("Naam kopiëren"),
            file="relaties.csv",
        ),
        columns=_columns(),
        choices=(
            Choice("", _("Alle")),
            Choice("personen", _("Personen")),
            Choice("bedrijven", _("Bedrijven")),
            Choice("zonder", _("Zonder voertuig"), only_some=True),
        ),
        sort="naam",
        actions=lambda line: tuple(_actions(deuren, line)),
        copied=lambda line: line.weergave,
        create=deuren.new_relatie if toegang.wie.mag(Recht.RELATIE_WIJZIGEN) else None,
    )


def _count(number: int) -> str:
    words = ngettext("{aantal} relatie", "{aantal} relaties", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(deuren: Deuren, line: RelatieRegel) -> Iterator[Action]:
    yield Action(_("Openen"), "relatie", deuren.open_relatie, key="Enter")
    yield Action(_("Logboek"), "logboek", lambda person: deuren.open_logboek("relatie", person, line.weergave))


def _columns() -> tuple[ListColumn, ...]:
    width = tokens().column_width
    return (
        ListColumn("naam", _("Naam"), _name, lambda line: line.weergave, sort="naam", fixed=True),
        ListColumn("adres", _("Adres"), _quiet("adres"), _text("adres"), 210, sort="adres", elastic=True),
        ListColumn("postcode", _("Postcode"), _quiet("postcode"), _text("postcode"), 84, sort="postcode"),
        ListColumn("plaats", _("Plaats"), _quiet("plaats"), _text("plaats"), 150, sort="plaats", elastic=True),
        ListColumn("telefoon", _("Telefoon"), _phone, _text("telefoon"), width["telefoon"] + 16, sort="telefoon"),
        ListColumn("email", _("E-mail"), _quiet("email"), _text("email"), 220, sort="email", elastic=True),
        ListColumn(
            "voertuigen", _("Voertuigen"), _cars, _cars_text, 92, right=True, sort="voertuigen", newest_first=True
        ),
    )


def _text(field: str) -> Callable[[RelatieRegel], str]:
    return lambda line: str(getattr(line, field))


def _quiet(field: str) -> Callable[[RelatieRegel], Cell]:
    return lambda line: Cell(str(getattr(line, field)), role="text_2")


def _name(line: RelatieRegel) -> Cell:
    sign = "bedrijf" if line.is_bedrijf else "persoon"
    if line.let_op:
        spoken = _("{naam}, let op: {tekst}").format(naam=line.weergave, tekst=line.let_op)
        return Cell(line.weergave, icon="warning", icon_role="warn", name=spoken)
    return Cell(line.weergave, icon=sign)


def _phone(line: RelatieRegel) -> Cell:
    return Cell(line.telefoon)


def _cars(line: RelatieRegel) -> Cell:
    return Cell(_cars_text(line))


def _cars_text(line: RelatieRegel) -> str:
    return str(line.aantal_voertuigen or "")
