"""What every call to an outside party has in common: the client, its limits, and the words for what goes wrong."""

from __future__ import annotations

import ipaddress
import json
import ssl
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import truststore

from werkplaats import __version__
from werkplaats.errors import Garbled, Refused, Unreachable, WerkplaatsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_BODY = 10 * 1024 * 1024
"""The most bytes of one answer that are read; no party that we ask has more to say."""

_LONGEST_WAIT = 24 * 3600
"""A party that asks for more patience than a day (in seconds) is not believed."""


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def check_address(address: str, alleen_lokaal: bool = False) -> str:
    """The address, when it may be used: https, or http on this computer.

    ``alleen_lokaal`` (practice mode) refuses every other computer. Raises ADRES_ONGELDIG, ADRES_ONVEILIG or
    ADRES_NIET_LOKAAL.
    """
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise WerkplaatsError("ADRES_ONGELDIG", adres=address) from error
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise WerkplaatsError("ADRES_ONGELDIG", adres=address)
    if alleen_lokaal and not is_loopback(host):
        raise WerkplaatsError("ADRES_NIET_LOKAAL", adres=address)
    if parts.scheme == "http" and not is_loopback(host):
        raise WerkplaatsError("ADRES_ONVEILIG", adres=address)
    return address


def make_client(base_url: str, timeout: float, alleen_lokaal: bool = False) -> httpx.Client:
    """A client for one party; ``timeout`` in seconds, certificates judged by the operating system.

    Garages have virus scanners that put a certificate of their own between us and the party: only the store of the
    operating system knows it. Calls to this computer itself never go through a proxy.
    """
    lokaal = is_loopback(urlsplit(check_address(base_url, alleen_lokaal)).hostname or "")
    return httpx.Client(
        base_url=base_url,
        timeout=timeout,
        verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        headers={"User-Agent": f"Werkplaats/{__version__}", "Accept": "application/json"},
        follow_redirects=False,
        trust_env=not lokaal,
    )


@dataclass(frozen=True, slots=True)
class Partij:
    """An outside party: its name as people know it, and its own codes for the refusals that it explains."""

    naam: str
    geweigerd: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def fetch_json(
    client: httpx.Client,
    partij: Partij,
    path: str,
    params: Mapping[str, str] | Sequence[tuple[str, str]],
    headers: Mapping[str, str],
) -> Any:
    """Asks once and returns the JSON of a 200 answer; pairs are given where a parameter is repeated.

    Raises Unreachable, Refused or Garbled. There is no second try: a person waits for this call and decides himself.
    """
    with (
        problems_of(partij.naam),
        client.stream("GET", path, params=httpx.QueryParams(_pairs(params)), headers=dict(headers)) as response,
    ):
        check_status(response, partij)
        return parse_json(read_body(response, partij.naam), partij.naam)


def _pairs(params: Mapping[str, str] | Sequence[tuple[str, str]]) -> list[tuple[str, str | int | float | bool | None]]:
    return list(params.items() if isinstance(params, Mapping) else params)


@contextmanager
def problems_of(partij: str) -> Iterator[None]:
    """Turns what httpx says went wrong into our errors, with the party's name."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise Unreachable("PARTIJ_TIJD_OM", partij) from error
    except httpx.ConnectError as error:
        raise Unreachable("PARTIJ_CERTIFICAAT" if _is_about_tls(error) else "PARTIJ_ONBEREIKBAAR", partij) from error
    except (httpx.RemoteProtocolError, httpx.ReadError, httpx.DecodingError) as error:
        raise Garbled("PARTIJ_AFGEKAPT", partij) from error
    except httpx.HTTPError as error:
        raise Unreachable("PARTIJ_ONBEREIKBAAR", partij) from error


def _is_about_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def check_status(response: httpx.Response, partij: Partij) -> None:
    """Lets only a 200 pass; every other status is raised as what it means to the person who waits."""
    status = response.status_code
    if status in partij.geweigerd:
        raise Refused(partij.geweigerd[status], partij.naam, status=status)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise Unreachable("PARTIJ_TE_DRUK", partij.naam, wacht=retry_after(response))
    if status == httpx.codes.ACCEPTED:
        raise Unreachable("PARTIJ_NOG_BEZIG", partij.naam)
    if response.is_server_error:
        raise Unreachable("PARTIJ_STORING", partij.naam, status=status)
    if response.is_client_error:
        raise Refused("PARTIJ_GEWEIGERD", partij.naam, status=status)
    if response.next_request is not None:
        raise Garbled("PARTIJ_OMGELEID", partij.naam, naar=response.next_request.url.host)
    if status != httpx.codes.OK:
        raise Garbled("PARTIJ_VREEMD_ANTWOORD", partij.naam, status=status)


def retry_after(response: httpx.Response) -> int | None:
    """The seconds that a party asks us to wait (RFC 9110: a number or a date), or None when it does not say."""
    said = response.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(int(said[:9]), _LONGEST_WAIT)
    try:
        seconds = (parsedate_to_datetime(said).astimezone(UTC) - datetime.now(UTC)).total_seconds()
    except (ValueError, OverflowError):
        return None
    return min(max(0, round(seconds)), _LONGEST_WAIT)


def read_body(response: httpx.Response, partij: str) -> bytes:
    """Reads an answer piece by piece, so that neither its size nor a trickle of bytes can hold us up.

    The time-out of httpx starts anew with every piece; the whole answer gets it once more and no longer.
    """
    timeout = response.request.extensions.get("timeout", {}).get("read")
    end = None if timeout is None else monotonic() + timeout
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MAX_BODY:
            raise Garbled("PARTIJ_TE_GROOT", partij)
        if end is not None and monotonic() > end:
            raise Unreachable("PARTIJ_TIJD_OM", partij)
    return bytes(body)


def parse_json(body: bytes, partij: str) -> Any:
    """The JSON in an answer; one that begins like JSON and does not end so was cut off on its way."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        begins_well = body.lstrip()[:1] in (b"[", b"{")
        raise Garbled("PARTIJ_AFGEKAPT" if begins_well else "PARTIJ_GEEN_JSON", partij) from error
