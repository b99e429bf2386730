"""What an outside party can do wrong has a code and the party's name; nothing is asked twice."""

from __future__ import annotations

import json
import socket
import ssl
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkplaats.errors import Garbled, PartijFout, Refused, Unreachable, WerkplaatsError
from werkplaats.services.http import (
    MAX_BODY,
    Partij,
    check_address,
    fetch_json,
    is_loopback,
    make_client,
    parse_json,
    retry_after,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PARTIJ = Partij("Proef", {404: "PROEF_WEG"})


def ask(answer: Callable[[httpx.Request], httpx.Response]) -> Any:
    with httpx.Client(base_url="https://proef.invalid", transport=httpx.MockTransport(answer)) as client:
        return fetch_json(client, PARTIJ, "/vraag", {"a": "é&"}, {})


def problem_of(answer: Callable[[httpx.Request], httpx.Response]) -> PartijFout:
    with pytest.raises(PartijFout) as caught:
        ask(answer)
    assert caught.value.partij == "Proef"
    return caught.value


def test_a_good_answer_is_its_json() -> None:
    assert ask(lambda request: httpx.Response(200, json=[str(request.url.params["a"])])) == ["é&"]


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (202, Unreachable, "PARTIJ_NOG_BEZIG"),
        (204, Garbled, "PARTIJ_VREEMD_ANTWOORD"),
        (304, Garbled, "PARTIJ_VREEMD_ANTWOORD"),
        (400, Refused, "PARTIJ_GEWEIGERD"),
        (404, Refused, "PROEF_WEG"),
        (429, Unreachable, "PARTIJ_TE_DRUK"),
        (500, Unreachable, "PARTIJ_STORING"),
        (503, Unreachable, "PARTIJ_STORING"),
        (599, Unreachable, "PARTIJ_STORING"),
    ],
)
def test_each_status_has_its_own_meaning(status: int, kind: type[PartijFout], code: str) -> None:
    fout = problem_of(lambda request: httpx.Response(status, json=[]))
    assert (type(fout), fout.code) == (kind, code)


@pytest.mark.parametrize(
    ("location", "naar"), [("https://wifi.invalid/login", "wifi.invalid"), ("/login", "proef.invalid")]
)
def test_a_redirect_is_not_followed(location: str, naar: str) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"Location": location})

    fout = problem_of(answer)
    assert (fout.code, fout.params["naar"]) == ("PARTIJ_OMGELEID", naar)
    assert asked == ["proef.invalid"]


@pytest.mark.parametrize(
    ("raised", "kind", "code"),
    [
        (httpx.ConnectTimeout("x"), Unreachable, "PARTIJ_TIJD_OM"),
        (httpx.ReadTimeout("x"), Unreachable, "PARTIJ_TIJD_OM"),
        (httpx.PoolTimeout("x"), Unreachable, "PARTIJ_TIJD_OM"),
        (httpx.ConnectError("x"), Unreachable, "PARTIJ_ONBEREIKBAAR"),
        (httpx.ProxyError("x"), Unreachable, "PARTIJ_ONBEREIKBAAR"),
        (httpx.WriteError("x"), Unreachable, "PARTIJ_ONBEREIKBAAR"),
        (httpx.ReadError("x"), Garbled, "PARTIJ_AFGEKAPT"),
        (httpx.RemoteProtocolError("x"), Garbled, "PARTIJ_AFGEKAPT"),
        (httpx.DecodingError("x"), Garbled, "PARTIJ_AFGEKAPT"),
    ],
)
def test_each_broken_line_has_its_own_meaning(raised: Exception, kind: type[PartijFout], code: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise raised

    fout = problem_of(answer)
    assert (type(fout), fout.code) == (kind, code)
    assert fout.__cause__ is raised


def test_a_certificate_that_is_not_trusted_is_told_apart_from_no_line() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        try:
            raise ssl.SSLCertVerificationError("self-signed certificate")
        except ssl.SSLError as error:
            raise httpx.ConnectError("x") from error

    assert problem_of(answer).code == "PARTIJ_CERTIFICAAT"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "PARTIJ_GEEN_JSON"),
        (b"<!DOCTYPE html><h1>Inloggen</h1>", "PARTIJ_GEEN_JSON"),
        (b'[{"merk": "VOL', "PARTIJ_AFGEKAPT"),
        (b"\xff\xfe\xfd", "PARTIJ_GEEN_JSON"),
        (b"[" * 100_000, "PARTIJ_AFGEKAPT"),
    ],
)
def test_a_body_that_is_no_json_is_garbled(body: bytes, code: str) -> None:
    assert problem_of(lambda request: httpx.Response(200, content=body)).code == code


@given(st.binary(max_size=60))
def test_any_body_is_json_or_garbled(body: bytes) -> None:
    code = ""
    try:
        assert json.dumps(parse_json(body, "Proef"))
    except Garbled as fout:
        code = fout.code
    assert code in {"", "PARTIJ_GEEN_JSON", "PARTIJ_AFGEKAPT"}


def test_an_answer_stops_being_read_at_ten_megabytes() -> None:
    read = 0

    def pieces() -> Iterator[bytes]:
        nonlocal read
        while True:
            read += 65536
            yield b" " * 65536

    fout = problem_of(lambda request: httpx.Response(200, content=pieces()))
    assert fout.code == "PARTIJ_TE_GROOT"
    assert read <= MAX_BODY + 2 * 65536


def test_an_answer_that_comes_in_drops_is_given_up() -> None:
    with trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n") as address, make_client(address, 0.2) as client:
        with pytest.raises(Unreachable) as caught:
            fetch_json(client, PARTIJ, "/", {}, {})
        assert caught.value.code == "PARTIJ_TIJD_OM"


@contextmanager
def trickle(head: bytes) -> Iterator[str]:
    """A server that sends one byte after the other, each well within any time-out, until nobody listens."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _address = listener.accept()
        with line:
            line.recv(65536)
            line.sendall(head)
            line.settimeout(0.02)
            while True:
                try:
                    if line.recv(1) == b"":
                        return
                except TimeoutError:
                    line.sendall(b"[")
                except OSError:
                    return

    thread = Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        thread.join(10)
        listener.close()
    assert not thread.is_alive()


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with make_client(f"http://127.0.0.1:{port}", 1) as client, pytest.raises(Unreachable) as caught:
        fetch_json(client, PARTIJ, "/", {}, {})
    assert caught.value.code == "PARTIJ_ONBEREIKBAAR"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), (" 7 ", 7), ("0", 0), ("99999999999", 86400), ("-5", None), ("soon", None), ("", None), ("٣", None)],
)
def test_retry_after_is_believed_within_reason(said: str, seconds: int | None) -> None:
    assert retry_after(httpx.Response(429, headers=[(b"Retry-After", said.encode())])) == seconds


def test_retry_after_may_be_a_day() -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert retry_after(httpx.Response(429, headers={"Retry-After": at})) in range(85, 91)
    past = format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True)
    assert retry_after(httpx.Response(429, headers={"Retry-After": past})) == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])
def test_this_computer_is_known_by_all_its_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["opendata.rdw.nl", "localhost.invalid", "10.0.0.1", "0.0.0.0", ""])
def test_another_computer_is_not_taken_for_this_one(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("address", "lokaal", "code"),
    [
        ("http://opendata.rdw.nl", False, "ADRES_ONVEILIG"),
        ("https://opendata.rdw.nl", True, "ADRES_NIET_LOKAAL"),
        ("opendata.rdw.nl", False, "ADRES_ONGELDIG"),
        ("ftp://127.0.0.1", False, "ADRES_ONGELDIG"),
        ("https://", False, "ADRES_ONGELDIG"),
        ("https://[::1", False, "ADRES_ONGELDIG"),
        ("https://rdw.nl:haven", False, "ADRES_ONGELDIG"),
        ("https://naam:woord@rdw.nl", False, "ADRES_ONGELDIG"),
    ],
)
def test_an_address_that_may_not_be_used_is_refused(address: str, lokaal: bool, code: str) -> None:
    with pytest.raises(WerkplaatsError) as caught:
        make_client(address, 1, lokaal)
    assert caught.value.code == code


@pytest.mark.parametrize(("address", "lokaal"), [("http://localhost:8080", True), ("https://opendata.rdw.nl", False)])
def test_an_address_that_may_be_used_is_used_as_it_is(address: str, lokaal: bool) -> None:
    assert check_address(address, lokaal) == address
