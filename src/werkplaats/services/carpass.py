"""Car-Pass (Belgium): reports the odometer of a car and asks how the report stands. One call per question, no retry.

Known: paths, Basic authentication, the three headers, dates. The spellings in ``Profiel`` that say so are assumed
until Car-Pass hands out its specification: then only the profile changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from werkplaats import __version__
from werkplaats.domain.carpass_antwoord import StatusAntwoord, Uitspraak
from werkplaats.domain.kmstand import Eenheid
from werkplaats.domain.melding import Issue
from werkplaats.errors import Garbled, Refused, Unreachable
from werkplaats.services.carpass_historiek import read_history
from werkplaats.services.carpass_lezen import day_of, text_of
from werkplaats.services.http import parse_json, problems_of, read_body, retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from werkplaats.domain.carpass_account import CarPassAccount
    from werkplaats.domain.carpass_antwoord import Handcorrectie, Waarneming
    from werkplaats.domain.carpass_historiek import HistoriekAntwoord

NAAM = "Car-Pass"
_ISSUES_HOOGSTENS = 20


def _frozen(**woorden: str) -> Mapping[str, str]:
    return MappingProxyType(woorden)


@dataclass(frozen=True, slots=True)
class Profiel:
    """The words of the interface that may turn out otherwise; but for ``historiek`` all of them are assumed."""

    reparatie: str = "REPAIR"
    historiek: str = "VEHICLE_HISTORY_DOCUMENT"
    eenheden: Mapping[str, str] = field(default_factory=lambda: _frozen(km="KM", mijl="MI"))
    veld_eenheid: str = "odometerUnit"
    veld_teller: str = "odometerReplaced"
    statussen: Mapping[str, str] = field(
        default_factory=lambda: _frozen(
            ONGOING="bezig",
            ACCEPTED="aanvaard",
            REVIEWING="beoordeeld",
            REJECTED="geweigerd",
            WAITING_FOR_DIV="wacht_op_div",
        )
    )
    issues: Mapping[str, str] = field(
        default_factory=lambda: _frozen(
            KM_PER_DAY_TOO_HIGH="KM_PER_DAY_TOO_HIGH",
            KM_LOWER_THAN_PREVIOUS="KM_LOWER_THAN_PREVIOUS",
            DUPLICATE_TODAY="DUPLICATE_TODAY",
            DATE_TOO_OLD="DATE_TOO_OLD",
            KM_ROUNDED="KM_ROUNDED",
            WAITING_FOR_DIV="WAITING_FOR_DIV",
            NOT_CORRECTABLE="NOT_CORRECTABLE",
        )
    )
    kent_sleutels: bool = False
    """Whether the same report sent twice under one key is taken once; not so until it is confirmed."""


PROFIEL = Profiel()

_HEADERS = {
    "client-software-builder": "Werkplaats",
    "client-software-name": "Werkplaats",
    "client-software-version": __version__,
}


class CarPassService:
    """Speaks with Car-Pass for a shop; account and password are given with each call."""

    def __init__(self, client: httpx.Client, profiel: Profiel = PROFIEL) -> None:
        self._client = client
        self._profiel = profiel
        self._klok_verschil: timedelta | None = None

    @property
    def kent_sleutels(self) -> bool:
        """Whether a report may be sent again without asking a person."""
        return self._profiel.kent_sleutels

    @property
    def klok_verschil(self) -> timedelta | None:
        """How far the clock of Car-Pass was ahead of this computer's at its latest answer; None before the first."""
        return self._klok_verschil

    def report(self, account: CarPassAccount, wachtwoord: str, waarneming: Waarneming) -> StatusAntwoord:
        """Reports a reading. Raises Unreachable, Refused (with Car-Pass's words) or Garbled."""
        body = self._observation(account, waarneming, self._profiel.reparatie)
        return self._status(self._call(account, wachtwoord, "POST", "/observation", body), "")

    def ask_history(self, account: CarPassAccount, wachtwoord: str, waarneming: Waarneming) -> StatusAntwoord:
        """Asks for the history of a car as a document; the reading must be right. Raises as ``report`` does."""
        body = self._observation(account, waarneming, self._profiel.historiek)
        return self._status(self._call(account, wachtwoord, "POST", "/observation", body), "")

    def history(self, account: CarPassAccount, wachtwoord: str, guid: str) -> HistoriekAntwoord:
        """Whether a history that was asked is ready, and the document; it may be asked as often as one likes."""
        answer = self._call(account, wachtwoord, "GET", _path(guid, "status/vhr"), params={"language": "NL"})
        return read_history(answer, NAAM, self._profiel.statussen)

    def status(self, account: CarPassAccount, wachtwoord: str, guid: str) -> StatusAntwoord:
        """How a report stands."""
        answer = self._call(account, wachtwoord, "GET", _path(guid, "status"), params={"language": "NL"})
        return self._status(answer, guid)

    def correct(
        self, account: CarPassAccount, wachtwoord: str, guid: str, issue_id: str, waarneming: Waarneming
    ) -> StatusAntwoord:
        """Sends other data for a report that Car-Pass stumbled over."""
        body = {
            "issueId": issue_id,
            "vin": waarneming.vin,
            "odometerReading": waarneming.stand,
            "odometerReadingDate": waarneming.datum.isoformat(),
            self._profiel.veld_teller: waarneming.teller_gewijzigd,
        }
        return self._status(self._call(account, wachtwoord, "POST", _path(guid, "correction"), body), guid)

    def confirm(self, account: CarPassAccount, wachtwoord: str, guid: str, issue_id: str) -> StatusAntwoord:
        """Says that the data were right; there is no way back."""
        answer = self._call(account, wachtwoord, "POST", _path(guid, "confirm"), {"issueId": issue_id})
        return self._status(answer, guid)

    def describe(
        self,
        account: CarPassAccount,
        wachtwoord: str,
        guid: str,
        activiteiten: tuple[str, ...],
        tekst: str,
        regels: tuple[str, ...],
    ) -> None:
        """Sends the description of the works that belongs to a report."""
        body = {"activities": list(activiteiten), "freeText": tekst, "lines": list(regels)}
        self._call(account, wachtwoord, "POST", _path(guid, "description"), body)

    def ask_by_hand(self, account: CarPassAccount, wachtwoord: str, guid: str, correctie: Handcorrectie) -> None:
        """Asks that people at Car-Pass put a report right; they answer outside the interface."""
        body = {
            "reason": correctie.reden,
            "correctReading": correctie.juist,
            "correctDate": correctie.juist_op.isoformat(),
            "contactName": correctie.contact,
            "contactEmail": correctie.contact_email,
        }
        self._call(account, wachtwoord, "POST", _path(guid, "manual-correction"), body)

    def activities(self, account: CarPassAccount, wachtwoord: str) -> dict[str, str]:
        """The kinds of work that Car-Pass knows: code to words, in its order. It changes nothing there."""
        answer = self._call(account, wachtwoord, "GET", "/activities", params={"language": "NL"})
        if not isinstance(answer, list):
            raise Garbled("PARTIJ_ANDERE_VORM", NAAM)
        found = {text_of(een.get("code")): text_of(een.get("label")) for een in answer if isinstance(een, dict)}
        return {code: label or code for code, label in found.items() if code}

    # What goes out.

    def _observation(self, account: CarPassAccount, waarneming: Waarneming, soort: str) -> dict[str, Any]:
        profiel = self._profiel
        body: dict[str, Any] = {
            "vin": waarneming.vin,
            "licensePlate": waarneming.kenteken,
            "odometerReadingDate": waarneming.datum.isoformat(),
            "odometerReading": waarneming.stand,
            "observationType": soort,
            profiel.veld_eenheid: profiel.eenheden[Eenheid(waarneming.eenheid).value],
            profiel.veld_teller: waarneming.teller_gewijzigd,
            "enterpriseOrganisation": account.onderneming,
            "enteredOrganisation": account.organisatie,
        }
        if waarneming.eerste_toelating is not None:
            body["firstUseDate"] = waarneming.eerste_toelating.isoformat()
        return body

    def _call(
        self,
        account: CarPassAccount,
        wachtwoord: str,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
    ) -> Any:
        request = self._client.build_request(method, path.lstrip("/"), json=body, params=params, headers=_HEADERS)
        auth = httpx.BasicAuth(account.gebruiker, wachtwoord)
        with problems_of(NAAM), _sure_of_it():
            response = self._client.send(request, auth=auth, stream=True)
            try:
                self._klok_verschil = _ahead(response, self._klok_verschil)
                return _read(response)
            finally:
                response.close()

    # What comes back.

    def _status(self, answer: Any, guid: str) -> StatusAntwoord:
        if not isinstance(answer, dict):
            raise Garbled("PARTIJ_ANDERE_VORM", NAAM)
        named, status = text_of(answer.get("requestGuid")) or guid, text_of(answer.get("status"))
        if not named or (guid and named.lower() != guid.lower()):
            raise Garbled("PARTIJ_ANDERE_VORM", NAAM)
        uitspraak = Uitspraak(self._profiel.statussen.get(status.upper(), Uitspraak.ONBEKEND.value))
        ruw = answer.get("issues")
        issues = [self._issue(een, plek) for plek, een in enumerate(ruw if isinstance(ruw, list) else [])]
        return StatusAntwoord(named, status, uitspraak, tuple(een for een in issues if een)[:_ISSUES_HOOGSTENS])

    def _issue(self, ruw: Any, plek: int) -> Issue | None:
        if not isinstance(ruw, dict):
            return None
        own = text_of(ruw.get("code"))
        stand = ruw.get("previousReading")
        return Issue(
            issue_id=text_of(ruw.get("issueId")) or str(plek),
            code=self._profiel.issues.get(own.upper(), ""),
            tekst=text_of(ruw.get("message")) or own,
            corrigeerbaar=ruw.get("correctable") is True,
            bevestigbaar=ruw.get("confirmable") is True,
            vorige_stand=stand if type(stand) is int and 0 <= stand < 2**31 else None,
            vorige_datum=day_of(ruw.get("previousDate")),
        )


class _sure_of_it:  # noqa: N801 - reads as a statement: with problems_of(party), _sure_of_it()
    """Tells a call that surely never left (no connection) from one that may have arrived (it broke while writing)."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
            raise Unreachable("PARTIJ_ONBEREIKBAAR", NAAM) from error
        if isinstance(error, httpx.WriteError):
            raise Garbled("PARTIJ_AFGEKAPT", NAAM) from error


_AANMELDEN = {401: "CARPASS_AANMELDEN", 403: "CARPASS_GEEN_TOEGANG"}
_GELUKT = (200, 201, 202)


def _read(response: httpx.Response) -> Any:
    """The JSON of a good answer; every other one raised as what it means."""
    status = response.status_code
    if status in _AANMELDEN:
        raise Refused(_AANMELDEN[status], NAAM, status=status)
    if status == httpx.codes.SERVICE_UNAVAILABLE:
        raise Unreachable("CARPASS_DICHT", NAAM, wacht=retry_after(response))
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise Unreachable("PARTIJ_TE_DRUK", NAAM, wacht=retry_after(response))
    if response.is_server_error:
        raise Unreachable("PARTIJ_STORING", NAAM, status=status)
    if response.next_request is not None or response.is_redirect:
        naar = response.next_request.url.host if response.next_request is not None else ""
        raise Garbled("PARTIJ_OMGELEID", NAAM, naar=naar)
    if status not in _GELUKT and not response.is_client_error:
        raise Garbled("PARTIJ_VREEMD_ANTWOORD", NAAM, status=status)
    body = read_body(response, NAAM)
    if response.is_client_error:
        raise _refusal(status, body)
    # What was taken without a word back is taken: 202 of a manual correction, a description.
    return parse_json(body, NAAM) if body.strip() else {}


def _ahead(response: httpx.Response, before: timedelta | None) -> timedelta | None:
    """How far the clock there is ahead of ours, by the Date that a server sends; what was known where it sends none."""
    try:
        return parsedate_to_datetime(response.headers.get("date", "")).astimezone(UTC) - datetime.now(UTC)
    except (TypeError, ValueError, OverflowError):
        return before


def _refusal(status: int, body: bytes) -> Refused:
    try:
        answer = parse_json(body, NAAM)
    except Garbled:
        answer = None
    fields = answer if isinstance(answer, dict) else {}
    tekst, eigen = text_of(fields.get("message")), text_of(fields.get("code")).upper()
    return Refused("CARPASS_GEWEIGERD", NAAM, status=status, tekst=tekst or str(status), eigen=eigen)


def _path(guid: str, what: str) -> str:
    return f"/observation/{quote(guid, safe='')}/{what}"
