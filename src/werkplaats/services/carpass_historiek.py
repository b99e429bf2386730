"""Reads what Car-Pass answers about the history of a car: whether it is ready, the document, the public address."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from werkplaats.domain.carpass_antwoord import Uitspraak
from werkplaats.domain.carpass_historiek import HistoriekAntwoord, HistoriekStand
from werkplaats.domain.kmstand import is_possible
from werkplaats.errors import Garbled, WerkplaatsError
from werkplaats.services.carpass_lezen import day_of, text_of
from werkplaats.services.http import check_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STANDEN_HOOGSTENS = 1000
_KOP, _EINDE = b"%PDF-", b"%%EOF"
_STAART = 1024
"""A PDF ends with its mark within so many bytes: what does not was cut off on its way."""


def read_history(answer: Any, partij: str, statussen: Mapping[str, str]) -> HistoriekAntwoord:
    """What an answer says. Its address is empty where it names none that a browser may be given.

    Raises Garbled PARTIJ_ANDERE_VORM for another shape, CARPASS_PDF_STUK for a document that is none or not whole.
    """
    if not isinstance(answer, dict):
        raise Garbled("PARTIJ_ANDERE_VORM", partij)
    status = text_of(answer.get("status"))
    uitspraak = Uitspraak(statussen.get(status.upper(), Uitspraak.ONBEKEND.value))
    ready = uitspraak is Uitspraak.AANVAARD
    return HistoriekAntwoord(
        status,
        uitspraak,
        _address(text_of(answer.get("publicUrl"))) if ready else "",
        _document(answer.get("pdf"), partij) if ready else None,
        tuple(_readings(answer.get("readings"))) if ready else (),
        text_of(answer.get("message")) or _first_issue(answer.get("issues")),
    )


def _document(ruw: Any, partij: str) -> bytes | None:
    """The document; None where the answer has none."""
    if ruw is None or ruw == "":
        return None
    try:
        inhoud = base64.b64decode("".join(ruw.split()), validate=True)
    except (AttributeError, ValueError, binascii.Error) as error:
        raise Garbled("CARPASS_PDF_STUK", partij) from error
    if not inhoud.startswith(_KOP) or _EINDE not in inhoud[-_STAART:]:
        raise Garbled("CARPASS_PDF_STUK", partij)
    return inhoud


def _address(tekst: str) -> str:
    """No answer of another makes us open a file or an unsafe page."""
    try:
        return check_address(tekst)
    except WerkplaatsError:
        return ""


def _readings(ruw: Any) -> Iterator[HistoriekStand]:
    """The readings that can be read; of the others nothing is said, for the document itself has them all."""
    for een in (ruw if isinstance(ruw, list) else [])[:_STANDEN_HOOGSTENS]:
        if not isinstance(een, dict):
            continue
        km, dag = een.get("km"), day_of(een.get("date"))
        if type(km) is int and is_possible(km) and dag is not None:
            yield HistoriekStand(dag, km, text_of(een.get("origin")))


def _first_issue(ruw: Any) -> str:
    eerste = ruw[0] if isinstance(ruw, list) and ruw else None
    return text_of(eerste.get("message")) or text_of(eerste.get("code")) if isinstance(eerste, dict) else ""
