"""``multipart/batching``: no body forges a boundary, CR, LF and NUL are refused, and what is written is read back."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwa2 import Link, Request, Response
from ucwa2._runtime.client.flows import multipart
from ucwa2._runtime.client.flows.multipart import read, write
from ucwa2.errors import DecodeError, InvalidArgument, LinkRefused
from ucwa2.resources.note import NoteLink
from ucwa2.sandbox.http.messages import HttpRequest
from ucwa2.sandbox.roles import batch

HOME = "https://pool.contoso.com"
TYPE = 'multipart/batching; boundary="b"'
BAD = [
    "\r",
    "\n",
    "\0",
    "\r\n",
    "\r\nX: y",
    "\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    "\n--b--",
    "\x0b",
    "\x7f",
    "\x85",
    "\u2028",
]

TOKEN = st.text("abcXYZ019!#$%&'*+-.^_`|~", min_size=1, max_size=8)
VALUE = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=12)
FIELDS = st.dictionaries(TOKEN.map(lambda name: f"X-{name.lower()}"), VALUE, max_size=3)
LINES = st.lists(
    st.sampled_from(
        [b"\r\n", b"\n", b"--", b"--b", b"--b--", b"HTTP/1.1 200 OK", b"GET / HTTP/1.1", b"Content-Length: 0", b"\0"]
    )
)
BODIES = st.one_of(st.binary(max_size=60), LINES.map(b"".join))
PATHS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters='#?\\<>"{}|^`@'), max_size=10)
REQUESTS = st.lists(
    st.builds(
        lambda method, path, fields, body: Request(method, f"{HOME}/{path}", fields, body),
        st.sampled_from(["GET", "POST", "PUT", "DELETE"]), PATHS, FIELDS, BODIES,
    ),
    min_size=1, max_size=4,
)  # fmt: skip


def taken_apart(content: bytes, content_type: str) -> Iterator[tuple[str, str, dict[str, str], bytes]]:
    """What the parser of the standard library finds: method, target, headers and body of each part."""
    boundary = content_type.partition('boundary="')[2].removesuffix('"').encode()
    first, *parts, last = (b"\r\n" + content).split(b"\r\n--" + boundary)
    assert (first, last) == (b"", b"--\r\n")
    for part in parts:
        around, _, message = part.partition(b"\r\n\r\n")
        assert around == b"\r\nContent-Type: application/http; msgtype=request"
        head, _, body = message.partition(b"\r\n\r\n")
        start, *lines = head.decode("ascii").split("\r\n")
        method, target, version = start.split(" ")
        fields = dict(line.split(": ", 1) for line in lines)
        assert version == "HTTP/1.1"
        assert len(fields) == len(lines)
        assert len(body) == int(fields.pop("Content-Length", "0"))
        assert fields.pop("Host") == "pool.contoso.com"
        yield method, target, fields, body


@given(REQUESTS)
def test_another_reader_finds_what_was_written(requests: list[Request]) -> None:
    found = list(taken_apart(*write(requests)))
    assert found == [(row.method, row.url.removeprefix(HOME), dict(row.headers), row.content) for row in requests]


@given(REQUESTS)
def test_the_sandbox_finds_what_was_written(requests: list[Request]) -> None:
    content, content_type = write(requests)
    boundary = content_type.partition('boundary="')[2].removesuffix('"').encode()
    around = HttpRequest("POST", HOME, "/batch", {"authorization": "Bearer x"})
    found = [batch._request_of(part, around) for part in batch._parts(content, boundary)]
    assert [(row.method, row.target, row.content) for row in found] == [
        (row.method, row.url.removeprefix(HOME), row.content) for row in requests
    ]


def test_a_body_that_guesses_the_boundary_does_not_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed, other = bytes([1] * 16), bytes([2] * 16)
    drawn = iter([guessed, guessed, other])
    monkeypatch.setattr(multipart, "urandom", lambda size: next(drawn))
    forged = f"\r\n--{guessed.hex()}\r\nContent-Type: application/http\r\n\r\nDELETE / HTTP/1.1\r\n\r\n".encode()
    content, content_type = write([Request("POST", f"{HOME}/a", {"X-a": guessed.hex()}, forged)])
    assert other.hex() in content_type
    assert [body for *_, body in taken_apart(content, content_type)] == [forged]


def test_no_two_batches_have_the_same_boundary() -> None:
    request = Request("GET", f"{HOME}/a", {}, b"")
    assert len({write([request])[1] for _ in range(100)}) == 100


@pytest.mark.parametrize("bad", BAD)
def test_nothing_that_ends_a_line_gets_into_a_part(bad: str) -> None:
    for request in (
        Request("GET", f"{HOME}/a{bad}", {}, b""),
        Request("GET", f"{HOME}/?a={bad}", {}, b""),
        Request("GET", f"https://pool{bad}.contoso.com/", {}, b""),
        Request("GET", f"{HOME}/a", {f"X-a{bad}": "y"}, b""),
        Request("GET", f"{HOME}/a", {"X-a": f"y{bad}z"}, b""),
        Request(f"GET{bad}", f"{HOME}/a", {}, b""),
    ):
        with pytest.raises((InvalidArgument, LinkRefused)):
            write([request])


@pytest.mark.parametrize("bad", BAD)
def test_nothing_that_ends_a_line_gets_into_a_call(bad: str) -> None:
    link = NoteLink(f"{HOME}/note")
    for make in (
        lambda: NoteLink(f"{HOME}/{bad}x").get(),
        lambda: link.call(f"GET{bad}"),
        lambda: link.call("GET", headers={"X-a": f"y{bad}"}),
        lambda: link.call("GET", headers={f"X{bad}": "y"}),
        lambda: link.get(if_none_match=f'"{bad}"'),
    ):
        with pytest.raises(InvalidArgument):
            make()
    assert bad not in link.call("GET", query={"a": bad}).href


@pytest.mark.parametrize(
    "name", ["Host", "host", "Content-Length", "content-length", "CONTENT-LENGTH", "Transfer-Encoding"]
)
def test_no_header_tells_another_length_or_host_than_there_is(name: str) -> None:
    """Two lengths in one part would let a reader find one more request."""
    found = list(taken_apart(*write([Request("POST", f"{HOME}/a", {name: "3"}, b"abcdef")])))
    assert found == [("POST", "/a", {}, b"abcdef")]


def test_an_address_travels_in_ascii() -> None:
    (found,) = taken_apart(*write([Request("GET", f"{HOME}/größe/%20?q=ü#part", {}, b"")]))
    assert found[1] == "/gr%C3%B6%C3%9Fe/%20?q=%C3%BC"


def test_a_host_travels_in_ascii() -> None:
    content, _ = write([Request("GET", "https://BÜCHER.example:8443/a", {}, b"")])
    assert b"\r\nHost: xn--bcher-kva.example:8443\r\n" in content


ANSWERS = st.lists(st.tuples(st.integers(200, 599), FIELDS, BODIES), max_size=4)
ENDS = st.sampled_from(["\r\n", "\n"])


def answered(
    parts: Sequence[tuple[int, dict[str, str], bytes]], end: str = "\r\n", around: bytes = b"", head: str | None = None
) -> bytes:
    """The answer of a server. A body must not end in CR where lines end in LF: both would be one end of a line."""
    inner = "Content-Type: application/http; msgtype=response" if head is None else head
    content = around
    for status, fields, body in parts:
        lines = "".join(f"{name}: {value}{end}" for name, value in fields.items())
        above = f"--b{end}{inner}{end if inner else ''}{end}HTTP/1.1 {status} Word{end}{lines}{end}"
        content += above.encode() + body + end.encode()
    return content + b"--b--" + end.encode()


@given(ANSWERS, ENDS, st.sampled_from([b"", b"nothing to see\r\n", b"\r\n"]), st.sampled_from([None, "", "A: b"]))
def test_the_answers_of_a_server_are_read(
    parts: list[tuple[int, dict[str, str], bytes]], end: str, around: bytes, head: str | None
) -> None:
    parts = [(status, fields, re.sub(rb"--b|\r\Z", b"--", body)) for status, fields, body in parts]
    found = read(answered(parts, end, around, head), TYPE)
    assert [(row.status_code, dict(row.headers), row.content) for row in found] == parts


PARTS: list[tuple[int, dict[str, str], bytes]] = [(200, {"A": "b"}, b"one"), (404, {}, b""), (200, {}, b"three")]


@pytest.mark.parametrize("cut", range(1, len(answered(PARTS)) - 1))
def test_an_answer_that_is_cut_short_is_no_answer(cut: int) -> None:
    """Answers are never lost: calls without an answer would be reported as if they had not run."""
    whole = answered(PARTS).removesuffix(b"\r\n")
    with pytest.raises(DecodeError):
        read(whole[:-cut], TYPE)


@pytest.mark.parametrize(
    "content_type",
    [None, "", "multipart/batching", "multipart/mixed; boundary=b", 'multipart/batching; boundary=""', "text/html"],
)
def test_what_is_no_batch_is_refused(content_type: str | None) -> None:
    with pytest.raises(DecodeError):
        read(answered(PARTS), content_type)


@pytest.mark.parametrize(
    "content_type", ["multipart/batching;boundary=b", 'Multipart/Batching; charset=utf-8; Boundary="b"; type=x']
)
def test_a_boundary_is_found_however_it_is_given(content_type: str) -> None:
    assert len(read(answered(PARTS), content_type)) == 3


@given(LINES.map(b"".join), st.sampled_from([b"", b"--b\r\n", b"--b\r\n\r\nHTTP/1.1 200 OK\r\n"]))
def test_no_answer_is_too_broken_to_be_refused(content: bytes, start: bytes) -> None:
    try:
        found = read(start + content, TYPE)
    except DecodeError:
        return
    assert all(isinstance(row, Response) for row in found)


def test_a_link_without_a_class_is_held_to_the_same() -> None:
    with pytest.raises(InvalidArgument):
        Link(f"{HOME}/a\r\nX: y").call("GET")


@pytest.mark.parametrize(
    "filling",
    [b"x", b"\n", b"\r\n", b"--b", b"\r\n--b ", b"--", b"\r\n \t", b"\r\n--b\r\nx\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"],
)
@pytest.mark.parametrize("head", [b"--b\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", b"--b\r\n"])
def test_steps_grow_with_the_size_alone(filling: bytes, head: bytes) -> None:
    """Of any body: with many ends of lines, many boundaries, or many marks that are none."""

    def steps(size: int) -> int:
        body, count = head + filling * size + b"\r\n--b--", 0

        def trace(frame: Any, event: str, argument: Any) -> Any:
            nonlocal count
            count += 1
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            with suppress(DecodeError):
                read(body, TYPE)
        finally:
            sys.settrace(before)
        return count

    assert steps(4000) < 2.2 * steps(2000) + 100


def test_head_that_does_not_end_is_refused() -> None:
    with pytest.raises(DecodeError, match="the head of a part does not end"):
        read(b"--b\r\n\r\nHTTP/1.1 200 OK\r\n" + b"x" * 100_000 + b"\r\n--b--", TYPE)
