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
from tests.conformance.table import PAGE

from support import ROOT
from ucwa2._runtime.base.registry import index
from ucwa2.conformance.binding import Binder
from ucwa2.conformance.comparing import Comparer
from ucwa2.conformance.exchanges import json_of
from ucwa2.conformance.known import Known, place
from ucwa2.conformance.people import Person
from ucwa2.conformance.sending import RawRequest, RawResponse, Sender
from ucwa2.conformance.transcript import TranscriptMessage, message
from ucwa2.conformance.xml_tree import compare_xml
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
EVERY_STATE = "the page has the links of every state at once"
NONE_YET = "a new user has none of it"
NOW = "it is in another state now"
ERROR = "the page contradicts itself"
OTHER_BODY = {
    "application-1-GET": EVERY_STATE,
    "applications-1-POST": EVERY_STATE,
    "applications-2-GET": EVERY_STATE,
    "applications-2-POST": EVERY_STATE,
    "me-1-GET": EVERY_STATE,
    "root-1-GET": EVERY_STATE,
    "user-1-GET": EVERY_STATE,
    "myGroupMemberships-1-GET": EVERY_STATE,
    "myGroupMemberships-2-GET": EVERY_STATE,
    "myGroupMemberships-2-POST": EVERY_STATE,
    "conversations-1-GET": NONE_YET,
    "myAssignedOnlineMeeting-1-GET": NONE_YET,
    "myGroups-1-GET": NONE_YET,
    "myGroups-2-GET": NONE_YET,
    "myOnlineMeetings-1-GET": NONE_YET,
    "myOnlineMeetings-1-POST": NONE_YET,
    "presenceSubscriptionMemberships-1-GET": NONE_YET,
    "presenceSubscriptions-1-GET": NONE_YET,
    "search-1-GET": NONE_YET,
    "search-2-GET": NONE_YET,
    "subscribedContacts-1-GET": NONE_YET,
    "myContactsAndGroupsSubscription-1-GET-json": NOW,
    "communication-1-GET": "the client has stated no modality yet",
    "presence-1-GET-json": NOW,
    "startOrRefreshSubscriptionToContactsAndGroups-1-POST-json": NOW,
    "escalateAudio-1-POST": "the sandbox negotiates no media",
    "escalateAudioVideo-1-POST": "the sandbox negotiates no media",
    "anonApplications-1-OPTIONS-xml": "the sandbox has metadata in JSON alone",
    "applications-1-OPTIONS-xml": "the sandbox has metadata in JSON alone",
    "groupContacts-1-GET": "the page of myContacts has the same request",
    "makeMeAvailable-2-POST": "the page has null in the list of operations",
    "myAssignedOnlineMeeting-1-PUT": ERROR,
    "myOnlineMeeting-1-PUT-json": ERROR,
}
"""Requests whose answer has another body than the page, with the reason: in both formats, or in the named one."""


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
        other = different_body(as_message(due, rel), answer)
        assert bool(other) == is_other(f"{rel}-{revision}-{example.method}-{example.format}"), other


def is_other(name: str) -> bool:
    """Whether the body of an answer is listed as another one than that of the page."""
    return name in OTHER_BODY or name.rpartition("-")[0] in OTHER_BODY


def different_body(page: TranscriptMessage, answer: RawResponse) -> list[str]:
    """The members of the page that the answer has not; fewer items of a list are no difference."""
    if not page.body.strip():
        return []
    due = json_of(page.body)
    if due is None:
        return [str(found) for found in compare_xml(page.body, answer.body)] if page.body.startswith("<?xml") else []
    return [str(found) for found in Comparer(whole_lists=False).body(due, json_of(answer.body))]


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
    names = {case.id for case in CASES}
    assert names | {name.rpartition("-")[0] for name in names} >= OTHER_BODY.keys()


def test_page_counts_the_requests():
    with_body = [case.id for case in CASES if case.values[1] and http.split(case.values[1].text).body.strip()]
    other = [name for name in with_body if is_other(name)]
    text = (
        f"{len(CASES)} of them, each answered with the status and the headers of its page. Of {len(with_body)} bodies,"
    )

    assert f"{text} {len(with_body) - len(other)} have all members of the page" in " ".join(
        PAGE.read_text("utf-8").split()
    )
