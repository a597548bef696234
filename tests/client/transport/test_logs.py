"""Logs at any level show no secret: neither those of the client nor those of its libraries."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import h2
import hpack
import httpcore2
import httpx2
import hyperframe
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ucwa2 import Client, PasswordGrant
from ucwa2._runtime.base.redact import shown
from ucwa2._runtime.client.transport import logs
from ucwa2._runtime.client.transport.logs import Redaction, redacted
from ucwa2.sandbox import running

CANARY = "c4n4ry"
LINES = [
    "Authorization: Bearer {}",
    "authorization: bearer {}",
    "Authorization: Negotiate {}",
    "Authorization: {}",
    "Proxy-Authorization: Basic {}",
    "X-Ms-Authorization: {}",
    "[(b'Authorization', b'Bearer {}'), (b'Accept', b'x')]",
    "[('authorization', 'Bearer cwt={}')]",
    "{{'Authorization': 'Bearer {}'}}",
    "{{'Authorization': ['Bearer {}']}}",
    "set-cookie: FedAuth={}; path=/",
    "(b'Set-Cookie', b'a=1; FedAuth={}; path=/')",
    "Cookie: a=1; b={}",
    "('cookie', 'a=1; b={}; c=3')",
    "grant_type=password&username=ann&password={}",
    "b'username=ann&password={}&grant_type=password'",
    '{{"access_token": "{}", "expires_in": 1}}',
    '{{"access_token":"cwt={}"}}',
    "{{'access_token': '{}'}}",
    "ms_rtc_renew={}",
    "ms_rtc_renew=cwt%3D{}",
    "cwt={}",
    "HTTP Request: GET https://pool.contoso.com/events?key={}&ack=1",
    "https://pool.contoso.com/?webTicket={}",
    "https://pool.contoso.com/?ack=1&token={}#x",
    "https://ann:{}@pool.contoso.com/",
    "PASSWORD = {!r}",
    "PasswordGrant(user='ann', password='{}')",
    "Bearer {}",
    "illegal header line: bytearray(b'Set-Cookie {}')",
    "illegal header line: bytearray(b'X-Ms-WebTicket\\t{} x')",
    "illegal header line: bytearray(b'authorization {} x')",
    "Illegal header value b'Bearer {}\\n'",
]
HARMLESS = [
    'HTTP Request: GET https://pool.contoso.com/ucwa/v1/applications/101/me "HTTP/1.1 200 OK"',
    "receive_response_headers.complete return_value=(b'HTTP/1.1', 200, b'OK', [(b'content-type', b'text/html')])",
    "connect_tcp.started host='127.0.0.1' port=8080 local_address=None timeout=30.0 socket_options=None",
    "GET https://pool.contoso.com/ucwa/v1/applications/101/events?ack=1: 200 in 3 ms",
]


@pytest.mark.parametrize("line", LINES)
def test_what_follows_the_name_of_a_secret_is_taken_out(line: str) -> None:
    assert CANARY not in redacted(line.format(CANARY))


@pytest.mark.parametrize("line", HARMLESS)
def test_nothing_else_is_taken_out(line: str) -> None:
    assert redacted(line) == line


NAMES = st.sampled_from(
    ["key", "Key", "webticket", "token", "pwd", "passwd", "clientSecret", "credential", "cwt", "cookie", "x"]
)


@given(st.lists(st.tuples(NAMES, st.from_regex(r"[A-Za-z0-9%+._~-]{8,12}", fullmatch=True)), max_size=5))
@example([("webticket", "abcdefgh")])
def test_an_address_shows_no_more_in_the_logs_underneath_than_in_ours(query: list[tuple[str, str]]) -> None:
    url = "https://pool.contoso.com/x?" + "&".join(f"{name}={value}" for name, value in query)
    for name, value in query:
        if value not in shown(url, None):
            assert value not in redacted(f'HTTP Request: GET {url} "HTTP/1.1 200 OK"'), name


@given(st.text(max_size=60), st.sampled_from(LINES))
def test_what_was_taken_out_once_stays_out(text: str, line: str) -> None:
    once = redacted(text + line.format(CANARY))
    assert redacted(once) == once


def test_a_long_line_is_read_in_time_in_proportion_to_it() -> None:
    for piece in ("key", "token ", "key='", "cookie: b'\\", "//a", "bearer ", "authorization", "\\'"):
        redacted(piece * 20_000)


def _loggers(module: object) -> Iterator[str]:
    """The names of the loggers of a library, from its source."""
    folder = Path(str(getattr(module, "__file__", ""))).parent
    for path in folder.rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "getLogger(__name__)" in line:
                yield ".".join(path.relative_to(folder.parent).with_suffix("").parts)
            elif "getLogger(" in line:
                yield line.partition('getLogger("')[2].partition('"')[0]


def test_every_logger_underneath_is_guarded() -> None:
    """A filter of a logger does not apply to its children: this test reports new loggers of later versions."""
    found = {name for library in (httpx2, httpcore2, h2, hpack, hyperframe) for name in _loggers(library)}
    assert {"httpx2", "httpcore2.http11", "hpack.table"} <= found <= {*logs.UNDERNEATH}
    logs.guard()
    logs.guard()
    for name in logs.UNDERNEATH:
        assert sum(isinstance(known, Redaction) for known in logging.getLogger(name).filters) == 1


@pytest.mark.parametrize("huffman", [False, True])
def test_headers_of_http2_are_not_shown(huffman: bool, caplog: pytest.LogCaptureFixture) -> None:
    """Headers are not logged when they are packed, unpacked or evicted from the table."""
    logs.guard()
    caplog.set_level(logging.DEBUG)
    packer, unpacker = hpack.Encoder(), hpack.Decoder()
    headers = [("authorization", f"Bearer {CANARY}"), ("set-cookie", f"a={CANARY}"), ("x-plain", CANARY * 300)]
    unpacker.decode(packer.encode(headers, huffman=huffman))
    packer.header_table_size = 0

    lines = [record.getMessage() for record in caplog.records if record.name.startswith("hpack.")]
    assert len(lines) > 20
    assert [line for line in lines if CANARY in line] == []


def test_a_record_with_arguments_is_taken_care_of() -> None:
    record = logging.LogRecord("httpx2", 10, "x", 1, "%s: %r", ("Authorization", f"Bearer {CANARY}"), None)
    assert Redaction().filter(record)
    assert CANARY not in record.getMessage()
    assert CANARY not in repr(record.args)


def test_a_record_that_cannot_be_formatted_does_no_harm() -> None:
    """A logging error that a handler would only report must not break a call."""
    assert Redaction().filter(logging.LogRecord("httpx2", 10, "x", 1, "%d of %s", ("one",), None))


def test_each_exchange_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with running() as sandbox, Client(sandbox.url + "/", PasswordGrant("ann@contoso.com", "secret")):
        pass
    ours = [record.getMessage() for record in caplog.records if record.name == "ucwa2"]
    assert [line.partition(" in ")[0] for line in ours] == [
        f"GET {sandbox.url}/: 200",
        f"GET {sandbox.url}/autodiscover/autodiscoverservice.svc/root/oauth/user: 401",
        f"POST {sandbox.url}/WebTicket/oauthtoken: 200",
        f"GET {sandbox.url}/autodiscover/autodiscoverservice.svc/root/oauth/user: 200",
    ]


def test_an_exchange_that_failed_is_one_line_too(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "ucwa2")
    with running() as sandbox:
        sandbox.backend.faults.add([{"kind": "reset", "path": "oauth/user"}])
        with Client(sandbox.url + "/", PasswordGrant("ann@contoso.com", "secret")):
            pass
    assert "TransportError" in caplog.records[1].getMessage()


def test_the_log_is_silent_unless_it_is_asked(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "ucwa2")
    with running() as sandbox, Client(sandbox.url + "/", PasswordGrant("ann@contoso.com", "secret")):
        pass
    assert [record for record in caplog.records if record.name == "ucwa2"] == []
