"""The parts of a batch answer: each belongs to its call, or is no answer to it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.client.playing import Play

from ucwa2 import Response, State
from ucwa2._runtime.client.flows.batching import Outcomes, batch
from ucwa2.errors import Error, TransportError
from ucwa2.resources.me import MeLink
from ucwa2.resources.note import NoteLink

HOME = "https://pool.contoso.com"
ME, NOTE, SAY = MeLink(f"{HOME}/me").get(), NoteLink(f"{HOME}/note").get(), NoteLink(f"{HOME}/note").post(message="x")
JSON = "Content-Type: application/json"


def part(body: str, head: str = JSON) -> bytes:
    return f"--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}\r\n".encode()


def answered(*parts: bytes) -> Response:
    return Response(200, {"Content-Type": "multipart/batching; boundary=b"}, b"".join(parts) + b"--b--\r\n")


def outcomes(response: Response, *calls: Any) -> Outcomes:
    play = Play(lambda request: response)
    core = play.core(trusted=[HOME])
    core.entry = State.from_json('{"_links": {"batch": {"href": "/batch"}}}', base=HOME)
    found: Outcomes = play.run(batch(core, calls))
    return found


def told(error: Error | None) -> str:
    assert isinstance(error, TransportError)
    return str(error)


def test_parts_in_another_order() -> None:
    found = outcomes(answered(part('{"rel": "note"}'), part('{"rel": "me"}')), ME, NOTE)

    assert [told(outcome.error) for outcome in found] == [
        "GET /me was answered with `note`, where `me` is due", "GET /note was answered with `me`, where `note` is due",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "body"),
    [("Content-Type: text/html", "Sign in"), ("X: y", "<!doctype html>"), ("Content-Type: text/plain", "hello")],
)
def test_page_in_a_part_without_a_result(head: str, body: str) -> None:
    found = outcomes(answered(part('{"rel": "me"}'), part(body, head)), ME, SAY)

    assert found[ME].value.rel == "me"
    assert "which is no message" in told(found[SAY].error)


def test_empty_part_where_a_state_is_due() -> None:
    found = outcomes(answered(part(""), part("")), ME, SAY)

    assert "no content, where `me` is due" in told(found[ME].error)
    assert found[SAY].value is None


def test_fault_in_a_part_says_whose_it_is() -> None:
    found = outcomes(answered(part("{")), ME)

    assert str(found[ME].error).endswith("(in the answer 200 to GET /me)")
