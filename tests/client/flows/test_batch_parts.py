"""The parts of a batch answer: each belongs to its call, or is no answer to it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.client.playing import Play

from ucwa2 import Call, Outcomes, Response, State
from ucwa2._runtime.calls.results import Anything
from ucwa2._runtime.client.flows import multipart
from ucwa2._runtime.client.flows.batching import batch
from ucwa2._runtime.client.session.effects import LARGE
from ucwa2._runtime.codecs.json_values import Unread
from ucwa2.errors import Error, TransportError
from ucwa2.resources.me import MeLink
from ucwa2.resources.my_contacts import MyContactsLink
from ucwa2.resources.note import NoteLink

HOME = "https://pool.contoso.com"
ME, NOTE, SAY = MeLink(f"{HOME}/me").get(), NoteLink(f"{HOME}/note").get(), NoteLink(f"{HOME}/note").post(message="x")
JSON = "Content-Type: application/json"


def part(body: str, head: str = JSON) -> bytes:
    return f"--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}\r\n".encode()


def answered(*parts: bytes) -> Response:
    return Response(200, {"Content-Type": "multipart/batching; boundary=b"}, b"".join(parts) + b"--b--\r\n")


def outcomes(response: Response, *calls: Any, play: Play | None = None) -> Outcomes:
    play = play or Play(lambda request: response)
    play.server = lambda request: response
    core = play.core(trusted=[HOME])
    core.entry = State.from_json('{"_links": {"batch": {"href": "/batch"}}}', base=HOME)
    found: Outcomes = play.run(batch(core, calls, 3.0))
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


def large(rel: str) -> bytes:
    return part(f'{{"rel": "{rel}", "message": "{"x" * LARGE}"}}')


def test_large_answer_is_read_in_steps() -> None:
    """The answer, its division, and each part, so that nothing else waits for more than a part."""
    play = Play(lambda request: Response(500), work=0.5)
    found = outcomes(answered(large("me"), part('{"rel": "note"}')), ME, NOTE, play=play)

    assert [outcome.value.rel for outcome in found] == ["me", "note"]
    assert play.worked == 4


@pytest.mark.parametrize("call", [MyContactsLink(f"{HOME}/c").get(), Call("GET", f"{HOME}/c", Anything())])
def test_parts_of_a_large_answer_are_large_messages(call: Any) -> None:
    """Their embedded resources are decoded when they are first read, although no part is large by itself."""
    one = '{"rel": "contact", "name": "Ann"}'
    page = f'{{"rel": "myContacts", "_embedded": {{"contact": [{", ".join([one] * 3000)}]}}}}'
    found = outcomes(
        answered(part(page), *[large("note")] * 17), call, *[NoteLink(f"{HOME}/n").get() for _ in range(17)]
    )
    contacts = found[call].value.embedded.contact

    assert {type(state._values) for state in contacts} == {Unread}
    assert {state.name for state in contacts} == {"Ann"}


def test_boundary_between_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    content = answered(part('{"rel": "me"}'), part('{"rel": "note"}')).content
    for step in range(1, len(content)):
        monkeypatch.setattr(multipart, "_STEP", step)
        assert len(multipart.read(content, "multipart/batching; boundary=b")) == 2


def test_small_answer_is_read_at_once() -> None:
    play = Play(lambda request: Response(500))
    outcomes(answered(part('{"rel": "me"}')), ME, play=play)

    assert play.worked == 0


def test_parts_that_are_not_read_in_time_are_errors() -> None:
    play = Play(lambda request: Response(500), work=1.2)
    calls = [NoteLink(f"{HOME}/note").get() for _ in range(5)]
    found = outcomes(answered(*[large("note")] * 5), *calls, play=play)

    assert [outcome.error is None for outcome in found] == [True, False, False, False, False]
    assert {told(outcome.error) for outcome in found if outcome.error} == {"the batch took too long"}
    assert play.worked == 3


def test_fault_of_a_large_part_is_an_error_of_its_call() -> None:
    found = outcomes(answered(part("{" * LARGE), part('{"rel": "note"}')), ME, NOTE)

    assert "in the answer 200 to GET /me" in str(found[ME].error)
    assert found[NOTE].value.rel == "note"


def test_more_parts_than_calls_are_not_read() -> None:
    found = outcomes(answered(*[part('{"rel": "me"}')] * 50_000), ME)

    assert told(found[ME].error) == "the batch of 1 was answered with more parts"
