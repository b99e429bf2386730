"""The list of cars: the plate first, then make and model, then whose it is, and what of its APK asks for attention."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from werkplaats.domain.datum import datum_tekst
from werkplaats.domain.kmstand import km_text
from werkplaats.domain.rechten import Recht
from werkplaats.forms.carpass.menu import reports
from werkplaats.i18n import _, ngettext
from werkplaats.ui.cells import Cell
from werkplaats.ui.entries import Action
from werkplaats.ui.lijst.soort import Choice, ListColumn, ListKind, ListWords
from werkplaats.ui.tokens import tokens
from werkplaats.usecases.lijsten import APK_DAGEN, VOERTUIG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkplaats.domain.lijst import VoertuigRegel
    from werkplaats.forms.deuren import Deuren
    from werkplaats.forms.toegang import Toegang

_VIN_EIND = 8


def voertuigen_list(toegang: Toegang, deuren: Deuren) -> ListKind:
    """The list of cars for this user."""
    return ListKind(
        name="voertuigen",
        soort=VOERTUIG,
        icon="voertuig",
        title=_("Voertuigen"),
        words=ListWords(
            count=_count,
            empty=_("Nog geen voertuigen"),
            empty_advice=_("Voeg de eerste auto toe: met het kenteken haalt u de gegevens bij RDW op."),
            new=_("Nieuw voertuig"),
            copy=_("Kenteken kopiëren"),
            file="voertuigen.csv",
        ),
        columns=_columns(toegang),
        choices=(
            Choice("", _("Alle")),
            Choice("apk", _("APK binnen {dagen} dagen").format(dagen=APK_DAGEN)),
            Choice("verlopen", _("APK verlopen"), only_some=True),
            Choice("terugroep", _("Terugroepactie"), only_some=True),
            Choice("inactief", _("Niet actief"), only_some=True),
        ),
        sort="kenteken",
        actions=lambda line: tuple(_actions(toegang, deuren, line)),
        copied=lambda line: line.kenteken.weergave if line.kenteken else line.vin,
        create=deuren.new_voertuig if toegang.wie.mag(Recht.VOERTUIG_WIJZIGEN) else None,
    )


def _count(number: int) -> str:
    words = ngettext("{aantal} voertuig", "{aantal} voertuigen", number)
    return words.format(aantal=f"{number:,}".replace(",", "."))


def _actions(toegang: Toegang, deuren: Deuren, line: VoertuigRegel) -> Iterator[Action]:
    wie = toegang.wie
    yield Action(_("Openen"), "voertuig", deuren.open_voertuig, key="Enter")
    if line.eigenaar_id is not None and wie.mag(Recht.RELATIE_ZIEN):
        owner = line.eigenaar_id
        yield Action(_("Eigenaar openen"), "relatie", lambda _car: deuren.open_relatie(owner))
    if wie.mag(Recht.PECHHULP):
        yield Action(_("Pechhulp aanvragen …"), "pechhulp", deuren.open_pechhulp)
    if reports(wie):
        yield Action(_("Car-Pass historiek …"), "carpass", deuren.carpass.open_historiek)
    title = line.kenteken.weergave if line.kenteken else line.omschrijving
    yield Action(_("Logboek"), "logboek", lambda car: deuren.open_logboek("voertuig", car, title))


def _columns(toegang: Toegang) -> tuple[ListColumn, ...]:
    width = tokens().column_width
    wide = width["datum"]
    return (
        ListColumn("kenteken", _("Kenteken"), _plate, _plate_text, width["kenteken"], sort="kenteken", fixed=True),
        ListColumn("omschrijving", _("Merk en model"), _what, lambda line: line.omschrijving, sort="omschrijving"),
        ListColumn(
            "eigenaar", _("Hoofdeigenaar"), _owner, lambda line: line.eigenaar, 200, sort="eigenaar", elastic=True
        ),
        ListColumn("plaats", _("Plaats"), _place, lambda line: line.plaats, 124, sort="plaats", elastic=True),
        ListColumn("vin", _("Chassisnr."), _vin, lambda line: line.vin, width["chassisnr_einde"], sort="vin"),
        ListColumn("bouwjaar", _("Bouwjaar"), _year, _year_text, 84, right=True, sort="bouwjaar", spare=1),
        ListColumn("apk", _("Vervaldatum APK"), partial(_apk, toegang), _apk_text, wide + 24, sort="apk"),
        ListColumn(
            "bezoek",
            _("Laatste bezoek"),
            partial(_visit, toegang),
            lambda line: datum_tekst(line.laatste_bezoek),
            wide + 14,
            sort="bezoek",
            newest_first=True,
        ),
        ListColumn("km", _("Km-stand"), _km, _km_text, 96, right=True, sort="km", newest_first=True, standard=False),
        ListColumn("signaal", _("Signaal"), _signal, _signal_text, 72),
    )


def _plate(line: VoertuigRegel) -> Cell:
    if line.kenteken is not None:
        return Cell(kenteken=line.kenteken)
    return Cell(line.vin[-_VIN_EIND:], code=True)


def _plate_text(line: VoertuigRegel) -> str:
    return line.kenteken.weergave if line.kenteken else ""


def _what(line: VoertuigRegel) -> Cell:
    return Cell(line.omschrijving, role="text" if line.actief else "text_3")


def _owner(line: VoertuigRegel) -> Cell:
    return Cell(line.eigenaar, role="text" if line.actief else "text_3")


def _place(line: VoertuigRegel) -> Cell:
    return Cell(line.plaats, role="text_2")


def _vin(line: VoertuigRegel) -> Cell:
    return Cell(f"…{line.vin[-_VIN_EIND:]}" if line.vin else "", role="text_2", code=True, name=line.vin)


def _year(line: VoertuigRegel) -> Cell:
    return Cell(_year_text(line), role="text_2")


def _year_text(line: VoertuigRegel) -> str:
    return str(line.bouwjaar or "")


def _apk(toegang: Toegang, line: VoertuigRegel) -> Cell:
    """A warning where somebody must act; of a car that no longer comes nobody must."""
    day, today = line.vervaldatum_apk, toegang.vandaag()
    if day is None or not line.actief or day > today + timedelta(APK_DAGEN):
        return Cell(datum_tekst(day), role="text" if line.actief else "text_3")
    if day < today:
        words = _("{datum}, verlopen").format(datum=datum_tekst(day))
        return Cell(datum_tekst(day), icon="warning-octagon", icon_role="error", name=words)
    words = _("{datum}, binnen {dagen} dagen").format(datum=datum_tekst(day), dagen=APK_DAGEN)
    return Cell(datum_tekst(day), icon="warning", icon_role="warn", name=words)


def _apk_text(line: VoertuigRegel) -> str:
    return datum_tekst(line.vervaldatum_apk)


def _visit(toegang: Toegang, line: VoertuigRegel) -> Cell:
    if line.laatste_bezoek is not None and line.laatste_bezoek == toegang.vandaag():
        return Cell(_("vandaag"), strong=True)
    return Cell(datum_tekst(line.laatste_bezoek), role="text_2")


def _km(line: VoertuigRegel) -> Cell:
    return Cell(_km_text(line), role="text_2")


def _km_text(line: VoertuigRegel) -> str:
    return "" if line.km is None else km_text(line.km)


def _signal(line: VoertuigRegel) -> Cell:
    if line.terugroep:
        return Cell(icon="terugroepactie", icon_role="error", name=_("Terugroepactie"))
    return Cell(" ") if line.actief else Cell(icon="pause-circle", icon_role="text_3", name=_("Niet actief"))


def _signal_text(line: VoertuigRegel) -> str:
    signs = [_("Terugroepactie")] if line.terugroep else []
    return ", ".join(signs if line.actief else [*signs, _("Niet actief")])
