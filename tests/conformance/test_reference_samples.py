"""Each request that a page of the reference shows is sent to the sandbox in its own bytes, in both formats.

Host, token, application and entity tag are those of the sandbox; what is supplied to a sample is declared beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from math import inf
from urllib.parse import urlencode

import pytest

from support import ROOT
from ucwa2._runtime.base.registry import index
from ucwa2.conformance.binding import Binder
from ucwa2.conformance.comparing import Comparer
from ucwa2.conformance.known import Known, place
from ucwa2.conformance.people import Person
from ucwa2.conformance.sending import RawRequest, RawResponse, Sender
from ucwa2.conformance.transcript import TranscriptMessage, message
from ucwa2.sandbox import Running, SandboxUser, running
from ucwa2.sandbox.behaviour.profile import availability_of
from ucwa2.sandbox.pages.catalogue import catalogue
from ucwa2.sandbox.state.backend import ApplicationState
from ucwa2.sandbox.state.users import AccessToken
from ucwagen.source import http

EXAMPLES = ROOT / "specs/examples"
NUMBER = 524
APPLICATIONS = "/ucwa/v1/applications"
COUNT = count()


@cache
def references() -> dict[str, tuple[str, int]]:
    """The rel and the revision of each page."""
    return {page.name: (page.rel, page.revision) for page in catalogue().pages.values()}


def pairs() -> Iterator[tuple[http.Example, http.Example | None, str, int]]:
    """Each request with its response, the rel and the revision of its page."""
    for path in sorted(EXAMPLES.glob("*.http")):
        found = {one.title: one for one in http.parse(str(path), path.read_text("utf-8")) if not one.edition}
        for one in found.values():
            if one.direction == "request":
                yield one, found.get(one.title.replace("request", "response")), *references()[path.stem]


def as_message(one: http.Example, rel: str) -> TranscriptMessage:
    return message({"title": one.title, "text": one.text, "rel": rel})


CASES = [pytest.param(*row, id=f"{row[2]}-{row[3]}-{row[0].method}-{row[0].format}") for row in pairs()]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Running]:
    with running() as found:
        found.backend.settings.channel_timeout = 0.2
        found.backend.settings.meetings = ["sip:john@contoso.com"]
        yield found


def begin(sandbox: Running) -> Person:
    """A new user with an available application."""
    backend = sandbox.backend
    name = f"user{next(COUNT)}@contoso.com"
    user = backend.users[name] = SandboxUser(name, token=name, display="Someone", contacts=["bob@contoso.com"])
    backend.tokens[name] = AccessToken(user, inf)
    known = Known(f"{sandbox.url}/", token=name)
    body = f'{{"userAgent": "Tests", "culture": "en-US", "endpointId": "{name}"}}'.encode()
    headers = (("Content-Type", "application/json"), ("Authorization", f"Bearer {name}"))
    made = Sender(sandbox.url, timeout=10).send(RawRequest("POST", f"{sandbox.url}{APPLICATIONS}", headers, body))
    assert made is not None
    person = Person(known, Binder(known))
    person.learn(made)
    known.links[:] = [("applications", f"{sandbox.url}{APPLICATIONS}")]
    return person


def application_of(sandbox: Running, person: Person) -> ApplicationState:
    return sandbox.backend.applications[(person.known.application or "").rpartition("/")[2]]


@pytest.mark.parametrize(("example", "due", "rel", "revision"), CASES)
def test_request_in_its_own_bytes_is_answered_as_its_page_shows(sandbox, example, due, rel, revision):
    person = begin(sandbox)
    availability_of(application_of(sandbox, person)).is_available = rel != "makeMeAvailable"
    ready = bound(person, example, rel, revision)
    if example.method == "PUT":
        person.learn(ask(person, "GET", ready.url, revision))
        ready = bound(person, example, rel, revision)

    answer = Sender(sandbox.url).send(ready)

    assert answer is not None
    if due is not None:
        wrong = [str(found) for found in Comparer().head(as_message(due, rel), answer)]
        assert wrong == [], answer.body.decode("utf-8", "replace")[:300]


def ask(person: Person, method: str, url: str, revision: int) -> RawResponse:
    headers = (("Authorization", f"Bearer {person.known.token}"), ("Accept", "application/json"))
    found = Sender(url).send(RawRequest(method, url, (*headers, *version(revision))))
    assert found is not None
    return found


def version(revision: int) -> tuple[tuple[str, str], ...]:
    """The header that asks for a revision; pages of a second one say it in their text alone."""
    return ((index().headers["minimum_version"], str(revision)),) if revision > 1 else ()


def bound(person: Person, example: http.Example, rel: str, revision: int) -> RawRequest:
    """The request of a page with what it needs and the page leaves out."""
    ready = person.binder.request(as_message(example, rel))
    supplied = dict(mend.text.split(" = ", 1) for mend in example.mends if mend.kind == "supplied")
    headers = [*ready.headers, *version(revision)]
    if "If-Match" in supplied:
        headers.append(("If-Match", f'"{person.known.tags.get(place(ready.url), "tag")}"'))
    query = urlencode({name: value for name, value in supplied.items() if name != "If-Match"}, safe=":@")
    url = f"{ready.url}{'&' if '?' in ready.url else '?'}{query}" if query else ready.url
    return RawRequest(ready.method, url, tuple(headers), ready.body)


def test_all_requests_are_there():
    assert len(CASES) == NUMBER
