"""Sentences about the day's tasks: what one did, or would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkplaats.errors import WerkplaatsError
from werkplaats.i18n import N_, _
from werkplaats.zinnen import zin

if TYPE_CHECKING:
    from collections.abc import Mapping

DAGTAKEN: dict[str, str] = {
    "TAAK_PON": N_("Kentekens aangevraagd: {aantal}. Aandacht nodig: {aandacht}. Intussen gewijzigd: {gewijzigd}."),
    "TAAK_PON_PROEF": N_(
        "Er zouden kentekens worden aangevraagd: {aantal}. Aandacht nodig: {aandacht}. Later: {wachten}."
    ),
    "TAAK_PON_UIT": N_("Niets aangevraagd: automatisch aanvragen staat uit voor deze vestiging."),
    "TAAK_PON_UIT_PROEF": N_(
        "Er zou niets gebeuren: automatisch aanvragen staat uit. Anders: {zou}. "
        "Aandacht nodig: {aandacht}. Later: {wachten}."
    ),
    "TAAK_CARPASS": N_("Naar {aantal} meldingen en historieken bij Car-Pass gevraagd."),
    "TAAK_CARPASS_PROEF": N_("Er zijn {aantal} meldingen en historieken bij Car-Pass na te vragen."),
    "TAAK_MAIL": N_(
        "E-mail over kentekens klaargezet: {aantal}. Aangevraagd: {aangevraagd}. Aandacht nodig: {aandacht}."
    ),
    "TAAK_MAIL_PROEF": N_(
        "Er zou e-mail over kentekens klaarstaan: {aantal}. Aangevraagd: {aangevraagd}. Aandacht nodig: {aandacht}."
    ),
    "TAAK_MAIL_NIEMAND": N_("Geen e-mail over kentekens: deze vestiging heeft geen ontvangers."),
    "TAAK_MAIL_NIETS": N_("Geen e-mail over kentekens: er is niets te melden."),
    "TAAK_MAIL_GEWEEST": N_("De e-mail over kentekens van deze dag is er al."),
    "TAAK_POSTBUS": N_("{aantal} keer verzonden of geprobeerd te verzenden."),
    "TAAK_POSTBUS_PROEF": N_("Er wachten {aantal} berichten om verzonden te worden."),
    "TAAK_HERINNERINGEN": N_("{aantal} auto's zijn aan de beurt voor APK, service, pechhulp of iets anders."),
    "TAAK_BACKUP": N_("Back-up gemaakt en nagekeken: {bestand}. Oude weggehaald: {aantal}."),
    "TAAK_BACKUP_PROEF": N_("Er zou een back-up komen in {bestand}. Oude die dan weggaan: {aantal}."),
    "TAAK_BEWAREN": N_(
        "Weggehaald: {prullenbak} uit de prullenbak, {bestanden} bestanden, inhoud van {berichten} berichten, "
        "{logboek} logboekwaarden."
    ),
    "TAAK_BEWAREN_PROEF": N_(
        "Zou weggaan: {prullenbak} uit de prullenbak, {bestanden} bestanden, inhoud van {berichten} berichten, "
        "{logboek} logboekwaarden."
    ),
}

TAKEN: dict[str, str] = {
    "pon": N_("PON-aanvragen"),
    "mail": N_("E-mail over kentekens"),
    "postbus": N_("Postbus verzenden"),
    "carpass": N_("Car-Pass navragen"),
    "informex": N_("Informex navragen"),
    "herinneringen": N_("Herinneringen"),
    "backup": N_("Back-up"),
    "bewaren": N_("Bewaartermijnen"),
}


def zin_taak(code: str, aantal: int, params: Mapping[str, Any]) -> str:
    """What a task did, or why it could not."""
    if code in DAGTAKEN:
        # A line that was logged before files were counted knows of none.
        return _(DAGTAKEN[code]).format(**{"aantal": aantal, "bestanden": 0, **params})
    gezegd = zin(WerkplaatsError(code, **params))
    return f"{gezegd.wat} {gezegd.doe}".strip()


def woord_taak(taak: str) -> str:
    """The name of a task as people know it."""
    return _(TAKEN[taak]) if taak in TAKEN else taak
