"""Recovery has a budget, and one bad answer of the event channel neither ends nor repeats what is good."""

from __future__ import annotations

import json as jsons
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.client.playing import Play, json

from ucwa2 import Event, Policy, Request, Reset, Response
from ucwa2._runtime.client.flows.applications import create
from ucwa2._runtime.client.flows.long_poll import take
from ucwa2._runtime.client.flows.recovery import send
from ucwa2._runtime.client.session import application
from ucwa2._runtime.client.session.channel import Channel
from ucwa2._runtime.client.session.session import ClientSession
from ucwa2.errors import DecodeError, LinkRefused, RecoveryFailed, TransportError, UcwaError
from ucwa2.resources.applications import ApplicationsLink
from ucwa2.resources.note import NoteLink

HOME = "https://pool.contoso.com"
LOST = jsons.dumps({"code": "NotFound", "subcode": "ApplicationNotFound"})
Answer = Callable[[int], Response]


class Pool:
    """A server that creates applications, and answers the n-th request of the event channel as ``channel`` says.

    Links to the first application lead to the one whose events are requested.
    """

    def __init__(self, channel: Answer) -> None:
        self.channel = channel
        self.made = 0
        self.polls = 0
        self.last = ""
        """The address of the last request of the channel."""

    def __call__(self, request: Request) -> Response:
        path = urlsplit(request.url).path
        if request.method == "POST":
            self.made += 1
            return json(jsons.dumps(made(self.made)), 201)
        if path.endswith("/events"):
            self.polls += 1
            self.last = request.url
            found = self.channel(self.polls)
            asked = path.removesuffix("events").encode()
            return Response(found.status_code, found.headers, found.content.replace(b"/ucwa/applications/1/", asked))
        return json(LOST, 404)


def made(number: int) -> dict[str, Any]:
    at = f"/ucwa/applications/{number}"
    return {"rel": "application", "_links": {"self": {"href": at}, "events": {"href": f"{at}/events?ack=1"}}}


def page(*names: str, next: Any = None, **links: Any) -> Response:
    events = [{"link": {"rel": "note", "href": f"/{name}"}, "type": "updated"} for name in names]
    pointers = {rel: {"href": href} if isinstance(href, str) else href for rel, href in links.items()}
    if next is not None:
        pointers["next"] = {"href": f"/ucwa/applications/1/events?ack={next}"} if isinstance(next, int) else next
    return json(jsons.dumps({"_links": pointers, "sender": [{"rel": "me", "href": "/me", "events": events}]}))


class Listening:
    """A client that listens to a server, with the clock of a play."""

    def __init__(self, channel: Answer, **policy: Any) -> None:
        self.pool = Pool(channel)
        self.play = Play(self.pool)
        self.session: ClientSession = self.play.core(policy=Policy(**policy), trusted=[HOME])
        call = ApplicationsLink(f"{HOME}/ucwa/applications").post(user_agent="x", culture="en-US")
        state = self.play.run(create(self.session, call))
        self.channel = self.session.channel = Channel(state.links.events, self.session.application.url)
        self.consumer = self.channel.listen()

    def hear(self, count: int) -> list[str]:
        """The names of the next events, and the causes of resets."""
        return [self.next() for _ in range(count)]

    def next(self) -> str:
        item = self.play.run(take(self.session, self.consumer))
        return item.link.href.removeprefix("/") if isinstance(item, Event) else item.cause

    def until_it_fails(self, most: int = 1000) -> tuple[list[str], UcwaError]:
        """What is heard before an error, and the error."""
        heard: list[str] = []
        for _ in range(most):
            try:
                heard.append(self.next())
            except UcwaError as fault:
                return heard, fault
        raise AssertionError(f"no end after {heard[-10:]}")

    @property
    def seconds(self) -> float:
        return self.play.now - 1000.0


def test_application_that_is_lost_at_once_again_and_again_is_given_up():
    found = Listening(lambda poll: json(LOST, 404))
    heard, fault = found.until_it_fails()

    assert isinstance(fault, RecoveryFailed)
    assert set(heard) == {"application"}
    assert 290 <= found.seconds <= 400
    assert found.pool.made <= 20 + found.seconds / 8
    assert len(found.session.application.former) <= application.FORMER


def test_first_minute_of_losses_has_few_applications():
    found = Listening(lambda poll: json(LOST, 404))
    while found.seconds < 60:
        found.next()

    assert found.pool.made <= 20


def test_calls_share_the_budget():
    found = Listening(lambda poll: page(next=poll + 1))
    for _ in range(100):
        with pytest.raises(UcwaError):
            found.play.run(send(found.session, NoteLink(f"{found.session.application.url}/note").get()))

    assert found.pool.made <= 20 + found.seconds / 8


def test_listener_goes_on_after_recovery_failed():
    answers = [json(LOST, 404)]
    found = Listening(lambda poll: answers[0])
    found.until_it_fails()
    answers[0] = page("late", next=9)
    found.play.now += 60

    assert found.next() == "late"


def test_losses_that_are_far_apart_never_end_the_channel():
    found = Listening(lambda poll: json(LOST, 404))
    for _ in range(200):
        assert found.next() == "application"
        found.play.now += 15

    assert len(found.session.application.former) == application.FORMER


def test_repeated_next_delivers_its_events_once():
    answers = [page("a", "b", next=1), page("a", "b", next=1), page("a", "b", "c", next=1), page("c", "d", next=2)]
    found = Listening(lambda poll: answers[poll - 1] if poll <= 4 else page("e", next=poll))

    assert found.hear(5) == ["a", "b", "c", "d", "e"]


def test_equal_events_are_each_delivered():
    answers = [page("a", "a", next=2), page("a", next=3)]
    found = Listening(lambda poll: answers[poll - 1] if poll <= 2 else page("e", next=poll + 1))

    assert found.hear(4) == ["a", "a", "a", "e"]


FOREIGN = {"href": "https://evil.example/events"}
BAD = {
    "foreign": (page("a", next=FOREIGN), LinkRefused),
    "no address": (page("a", next={"href": "/a b"}), LinkRefused),
    "no text": (page("a", next={"href": 5}), TransportError),
    "no object": (page("a", next=[5]), TransportError),
    "no rel": (page("a", next=[]), TransportError),
    "missing": (page("a"), TransportError),
    "repeated": (page("a", next=1), TransportError),
    "no user": (page("a", next={"href": "https://x@pool.contoso.com/"}), LinkRefused),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_next_once_ends_nothing(name):
    bad, _ = BAD[name]
    found = Listening(lambda poll: bad if poll == 1 else page("a", "b", next=poll + 1))

    assert found.hear(3) == ["a", "b", "a"]


@pytest.mark.parametrize("name", BAD)
def test_bad_next_for_ever_is_an_error_soon_and_can_be_listened_to_again(name):
    answers, (bad, kind) = [], BAD[name]
    found = Listening(lambda poll: answers[0] if answers else bad)
    heard, fault = found.until_it_fails()

    assert heard == ["a"]
    assert isinstance(fault, kind)
    assert 20 <= found.seconds <= 90
    assert found.pool.polls <= 12
    answers.append(page("a", "b", next=2))
    assert found.next() == "b"


OTHER = "/ucwa/applications/999/events?ack=7"
MIXED_UP = [
    page("x", next={"href": OTHER}),
    page("x", next=2, self=OTHER),
    page("x", resume=OTHER),
    page("x", resync=OTHER),
]


@pytest.mark.parametrize("bad", MIXED_UP)
def test_events_of_another_application_are_not_delivered(bad):
    found = Listening(lambda poll: bad if poll == 1 else page("a", "b", next=poll + 1))

    assert found.hear(2) == ["a", "b"]
    assert "applications/1/" in found.channel.position


@pytest.mark.parametrize("bad", MIXED_UP)
def test_events_of_another_application_for_ever_are_an_error_soon(bad):
    found = Listening(lambda poll: bad)
    heard, fault = found.until_it_fails()

    assert heard == []
    assert "events of another application" in str(fault)
    assert 20 <= found.seconds <= 90
    assert found.pool.polls <= 12


@pytest.mark.parametrize("start", ["/events?ack=1", "/ucwa/applications/events?ack=1"])
def test_channel_that_is_not_inside_the_application_goes_where_it_is_led(start):
    found = Listening(lambda poll: page(f"{poll}", next={"href": f"/ucwa/applications/999/events?ack={poll}"}))
    found.channel._link = type(found.channel._link)(f"{HOME}{start}")

    assert found.hear(2) == ["1", "2"]


def test_loop_that_listens_on_after_every_error_asks_seldom():
    found = Listening(lambda poll: BAD["missing"][0])
    while found.seconds < 600:
        found.until_it_fails()

    assert found.pool.polls <= 40


def test_channel_that_goes_in_circles_is_an_error():
    found = Listening(lambda poll: page("a", next=2) if found.pool.last.endswith("ack=1") else page("b", next=1))
    heard, fault = found.until_it_fails()

    assert heard == ["a", "b"]
    assert isinstance(fault, TransportError)


@pytest.mark.parametrize("cause", ["resync", "resume"])
def test_loss_without_an_address_is_told_once(cause):
    answers = [page("a", **{cause: FOREIGN}), page("a", **{cause: FOREIGN}), page("a", **{cause: "/events?ack=7"})]
    found = Listening(lambda poll: answers[poll - 1] if poll <= 3 else page("b", next=poll))

    assert found.hear(3) == [cause, "a", "b"]


@pytest.mark.parametrize("cause", ["resync", "resume"])
def test_loss_again_and_again_is_given_up(cause):
    found = Listening(lambda poll: page(**{cause: f"/events?ack={poll + 1}"}))
    heard, fault = found.until_it_fails()

    assert isinstance(fault, RecoveryFailed)
    assert set(heard) == {cause}
    assert len(heard) <= 20 + found.seconds / 8


def test_bad_event_does_not_stop_the_others():
    events = [
        {"type": "updated"},
        {"type": 5, "link": {"rel": "note", "href": "/x"}},
        5,
        {"link": {"rel": "note", "href": "/a"}, "type": "updated"},
        {"link": [], "type": "updated"},
    ]
    senders = [5, {"rel": "me", "href": "/me", "events": events}, {"rel": "me", "href": "/me", "events": 3}]
    body = {"_links": {"next": {"href": "/ucwa/applications/1/events?ack=2"}}, "sender": senders}
    answers = {1: json(jsons.dumps(body)), 2: page("b", next=3)}
    found = Listening(answers.__getitem__)

    assert found.hear(2) == ["a", "b"]
    assert found.pool.polls == 2


def test_bad_event_does_not_stop_the_others_in_xml():
    text = """<events href="/e" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
      <link rel="next" href="/ucwa/applications/1/events?ack=2"/>
      <sender rel="me" href="/me"><updated/><updated rel="note" href="/a"/><added href="/b"/></sender></events>"""
    answers = {1: Response(200, {"content-type": "application/xml"}, text.encode()), 2: page("b", next=3)}
    found = Listening(answers.__getitem__)

    assert found.hear(2) == ["a", "b"]
    assert found.pool.polls == 2


def test_page_lists_the_events_that_it_is_read_without():
    import ucwa2

    body = page("a", next=2).content.replace(b'"type": "updated"', b'"type": "updated"}, {"type": 7')
    found = ucwa2.decode(body, "application/json")

    assert [fault.path for fault in found.refused] == ["$.sender[0].events[1].type"]
    for refuse in (found.validate, lambda: ucwa2.decode(body, "application/json", strict=True)):
        with pytest.raises(DecodeError, match=r"events\[1\]\.type"):
            refuse()


def test_server_in_trouble_while_the_application_is_made_again_does_not_end_the_channel():
    found = Listening(lambda poll: json(LOST, 404) if found.pool.made < 2 else page("a", next=2))
    usual = found.pool.__call__
    failing = Counter[str]()

    def server(request: Request) -> Response:
        failing[request.method] += 1
        return Response(500, {}, b"") if request.method == "POST" and failing["POST"] < 3 else usual(request)

    found.play.server = server
    assert found.hear(2) == ["application", "a"]


def test_reset_of_a_taken_application_is_told_to_the_first_listener():
    found = Listening(lambda poll: page("a", next=2))
    found.channel.announce(Reset("application"))
    first, second = found.channel.listen(), found.channel.listen()

    assert first.take() == Reset("application")
    assert second.take() is None
