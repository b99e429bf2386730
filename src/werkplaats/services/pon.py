"""PON, importer of the VAG brands: requests a plate for a new car and asks how the request stands.

One call per question, no retry. The interface is not published: every literal of it is assumed, and stands in
``Profiel``, so that only the profile changes when PON hands out its specification.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx

from werkplaats.domain.ponaanvraag import PonAntwoord, Uitspraak
from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable
from werkplaats.services.http import parse_json, problems_of, read_body, retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkplaats.domain.ponaanvraag import AanvraagInhoud

NAAM = "PON"
_TEKST_HOOGSTENS = 500
_ID_HOOGSTENS = 100


@dataclass(frozen=True, slots=True)
class Profiel:
    """The paths and words of the interface; all of them are assumed.

    ``weigeringen`` are PON's codes that have a sentence of their own. ``kent_sleutels``: whether the same request sent
    twice under one key is taken once; not so until it is confirmed.
    """

    aanvragen: str = "v1/kentekenaanvragen"
    verbinding: str = "v1/status"
    sleutelkop: str = "Idempotency-Key"
    statussen: Mapping[str, Uitspraak] = field(
        default_factory=lambda: MappingProxyType(
            {
                "INGEDIEND": Uitspraak.INGEDIEND,
                "IN_BEHANDELING": Uitspraak.IN_BEHANDELING,
                "TOEGEKEND": Uitspraak.TOEGEKEND,
                "AFGEWEZEN": Uitspraak.AFGEWEZEN,
            }
        )
    )
    weigeringen: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                "VALIDATIE": "PON_VALIDATIE",
                "AL_AANGEVRAAGD": "PON_AL_AANGEVRAAGD",
                "KENTEKEN_BEKEND": "PON_KENTEKEN_BEKEND",
                "CHASSIS_ONBEKEND": "PON_CHASSIS_ONBEKEND",
                "MERK_NIET_ONDERSTEUND": "PON_MERK_NIET_ONDERSTEUND",
                "PLAATTYPE_ONBEKEND": "PON_PLAATTYPE_ONBEKEND",
            }
        )
    )
    kent_sleutels: bool = False


PROFIEL = Profiel()


class PonService:
    """Speaks with PON for a shop; its token is given with each call."""

    def __init__(self, client: httpx.Client, profiel: Profiel = PROFIEL) -> None:
        self._client = client
        self._profiel = profiel

    @property
    def kent_sleutels(self) -> bool:
        """Whether a request may be sent again without asking a person."""
        return self._profiel.kent_sleutels

    def request(self, token: str, sleutel: str, inhoud: AanvraagInhoud) -> PonAntwoord:
        """Requests a plate. Raises Unreachable, Refused (with PON's reason) or Garbled."""
        koppen = {self._profiel.sleutelkop: sleutel}
        answer = self._call(token, "POST", self._profiel.aanvragen, _body(inhoud), koppen)
        return self._answer(answer, "")

    def status(self, token: str, aanvraag_id: str) -> PonAntwoord:
        """How a request stands."""
        path = f"{self._profiel.aanvragen}/{quote(aanvraag_id, safe='')}"
        return self._answer(self._call(token, "GET", path), aanvraag_id)

    def test(self, token: str) -> None:
        """Whether PON knows the token; it changes nothing there."""
        self._call(token, "GET", self._profiel.verbinding)

    def _call(
        self,
        token: str,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        koppen = {"Authorization": f"Bearer {token}", **(headers or {})}
        with problems_of(NAAM), _surely_not_sent():
            request = self._client.build_request(method, path, json=body, headers=koppen)
            response = self._client.send(request, stream=True)
            try:
                return self._read(response)
            finally:
                response.close()

    def _read(self, response: httpx.Response) -> Any:
        """The JSON of a good answer; every other one raised as what it means."""
        status = response.status_code
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            raise Refused("PON_GEEN_TOEGANG", NAAM, status=status)
        if status == httpx.codes.SERVICE_UNAVAILABLE:
            raise Unreachable("PON_NIET_BESCHIKBAAR", NAAM, wacht=retry_after(response))
        if status == httpx.codes.TOO_MANY_REQUESTS:
            raise Unreachable("PARTIJ_TE_DRUK", NAAM, wacht=retry_after(response))
        if response.is_server_error:
            raise Unreachable("PARTIJ_STORING", NAAM, status=status)
        if response.is_redirect:
            naar = response.next_request.url.host if response.next_request is not None else ""
            raise Garbled("PARTIJ_OMGELEID", NAAM, naar=naar)
        if response.is_client_error:
            raise self._refusal(response)
        if status not in (httpx.codes.OK, httpx.codes.CREATED, httpx.codes.ACCEPTED):
            raise Garbled("PARTIJ_VREEMD_ANTWOORD", NAAM, status=status)
        return parse_json(read_body(response, NAAM), NAAM)

    def _refusal(self, response: httpx.Response) -> Refused:
        """Its status says no already: words that cannot be read change nothing about that."""
        try:
            answer = parse_json(read_body(response, NAAM), NAAM)
        except PartijFout:
            answer = None
        fields = answer if isinstance(answer, dict) else {}
        eigen = _text(fields.get("code")).upper()
        code = self._profiel.weigeringen.get(eigen, "PON_GEWEIGERD")
        tekst = _errors(fields.get("errors")) or _text(fields.get("message")) or eigen or str(response.status_code)
        return Refused(code, NAAM, status=response.status_code, eigen=eigen, tekst=tekst)

    def _answer(self, answer: Any, gevraagd: str) -> PonAntwoord:
        if not isinstance(answer, dict):
            raise Garbled("PARTIJ_ANDERE_VORM", NAAM)
        genoemd = _text(answer.get("aanvraag_id"))[:_ID_HOOGSTENS] or gevraagd
        if not genoemd or (gevraagd and genoemd.casefold() != gevraagd.casefold()):
            raise Garbled("PARTIJ_ANDERE_VORM", NAAM)
        status = _text(answer.get("status"))
        uitspraak = self._profiel.statussen.get(status.upper(), Uitspraak.ONBEKEND)
        return PonAntwoord(genoemd, uitspraak, status, _text(answer.get("kenteken")), _text(answer.get("reden")))


class _surely_not_sent:  # noqa: N801 - reads as a statement: with problems_of(party), _surely_not_sent()
    """Tells a call that surely never left (no connection was made) from one that broke while it was being written."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
            raise Unreachable("PARTIJ_ONBEREIKBAAR", NAAM) from error
        if isinstance(error, httpx.WriteError):
            raise Garbled("PARTIJ_AFGEKAPT", NAAM) from error


def _body(inhoud: AanvraagInhoud) -> dict[str, Any]:
    return {
        "merk": inhoud.merk,
        "dealernummer": inhoud.dealernummer,
        "chassisnummer": inhoud.chassisnummer,
        "aanvraagtype": inhoud.aanvraagtype.value,
        "aanvraagdatum": inhoud.aanvraagdatum.isoformat(),
        "afleverdatum": inhoud.afleverdatum.isoformat() if inhoud.afleverdatum else None,
        "plaattype": inhoud.plaattype,
        "aantal_platen": inhoud.aantal_platen,
        "referentie": inhoud.referentie,
    }


def _errors(errors: Any) -> str:
    """What PON finds wrong with the fields, one after the other."""
    regels = errors if isinstance(errors, list) else []
    teksten = [_text(een.get("message")) if isinstance(een, dict) else _text(een) for een in regels]
    return "; ".join(tekst for tekst in teksten if tekst)[:_TEKST_HOOGSTENS]


def _text(waarde: Any) -> str:
    return waarde.strip()[:_TEKST_HOOGSTENS] if isinstance(waarde, str) else ""
