"""Every documented operation is answered as on its page, in both formats; exceptions are listed with their reasons."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from tests.sandbox.asking import VERSION, Asker
from ucwa2._runtime.requests.operations import Operation, Parameter

from ucwa2._runtime import Call
from ucwa2._runtime.base.errors import InvalidArgument
from ucwa2._runtime.base.registry import index, load
from ucwa2._runtime.calls.results import Representation
from ucwa2.sandbox.behaviour.profile import availability_of
from ucwa2.sandbox.pages.catalogue import Page, catalogue

pytestmark = pytest.mark.anyio

HOME = catalogue().home.path

NO_REQUEST = {"reason"}
"""Pages that show an operation without a request."""

OTHER_REL: dict[tuple[str, str], str] = {
    ("groupContacts", "GET"): "myContacts",  # the samples have the same request and address for both
    ("myAssignedOnlineMeeting", "PUT"): "myAssignedOnlineMeeting",  # it keeps its value, unlike in the sample
}


async def nothing(_: Asker) -> None:
    """Most operations are available at once."""


async def not_available(asker: Asker) -> None:
    """A user is made available only once."""
    availability_of(asker.application).is_available = False


async def no_contact(asker: Asker) -> None:
    """A contact is added only once."""
    address = "~/myGroupMemberships/removeContactFromAllGroups?contactUri=sip:bob@contoso.com"
    assert (await asker.ask("POST", address, headers={VERSION: "2"})).status_code == 204


PREPARED = {
    ("makeMeAvailable", "POST"): not_available,
    ("makeMeAvailable2", "POST"): not_available,
    ("myGroupMemberships2", "POST"): no_contact,
}
"""Prepares the state that an operation needs."""

SAMPLES = [
    "sip:bob@contoso.com", 10, 20, True, "x", "5", datetime.timedelta(minutes=10),
    datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),  # noqa: UP017
    "data:text/plain,hello",
]  # fmt: skip


def operations() -> list[Any]:
    """Each page that shows a request, with the method of it."""
    pages = catalogue().pages.values()
    shown = [(page, method) for page in pages if page.name not in NO_REQUEST for method in page.samples]
    return [pytest.param(page, method, id=f"{page.name}-{method}") for page, method in shown]


def sample_of(parameter: Parameter) -> Any:
    """A valid value of the parameter."""
    if parameter.kind.members is not None:
        assert parameter.kind.members[""] == ""
        value = next(iter(parameter.kind.members.values()))
        return [value] if parameter.many else value
    for value in SAMPLES:
        try:
            return parameter.check([value] if parameter.many else value)
        except InvalidArgument:
            continue
    raise AssertionError(f"no value for {parameter.name}")


def request_of(page: Page, operation: Operation, address: str) -> Call[Any]:
    """The call that the page shows, with what it needs."""
    given = {row: sample_of(row) for row in operation.parameters if row.required and operation.method != "PUT"}
    body = {row.name: value for row, value in given.items() if operation.in_body(row)}
    query = {row.name: value for row, value in given.items() if not operation.in_body(row)}
    query.update(page.samples[operation.method].query)
    call = load(page.link)(address, base="http://sandbox/").call(operation.method, query=query, body=body or None)
    return Call(call.method, call.target, operation.returns, base=call.base, query=call.query, body=call.body)


async def send(asker: Asker, page: Page, call: Call[Any], form: Any, **headers: str) -> Any:
    """The response to a call with the page's revision."""
    request = call.request(form)
    fields = {**request.headers, VERSION: str(page.revision), **headers}
    content, operation = request.content, page.operation(call.method)
    if operation is not None and operation.content:
        fields["Content-Type"], content = operation.content[0], b"hello"
    if "multipart" in fields.get("Content-Type", ""):
        fields["Content-Type"] += "; boundary=b"
        content = (
            f"--b\r\nContent-Type: application/http\r\n\r\nGET {asker.path} HTTP/1.1\r\n\r\n\r\n--b--\r\n".encode()
        )
    return await asker.ask(call.method, request.url, headers=fields, content=content)


async def put(asker: Asker, page: Page, call: Call[Any], form: Any) -> Any:
    """The response to a PUT of the unchanged state."""
    assert page.state is not None
    reading = Call("GET", call.target, Representation(page.state), base=call.base)
    before = await send(asker, page, reading, form)
    writing = load(page.link)(call.target, base=call.base).put(reading.read(before))
    return await send(asker, page, writing, form, **dict(writing.headers))


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(("page", "method"), operations())
async def test_operation_is_answered_as_its_page_shows(ann, page, method, form):
    sample, operation = page.samples[method], page.operation(method)
    call = request_of(page, operation, sample.path.replace(HOME, ann.path))
    await PREPARED.get((page.name, method), nothing)(ann)

    response = await (put if method == "PUT" else send)(ann, page, call, form)

    assert response.status_code == sample.status, response.text
    assert float(response.headers["x-ms-ucwaversion"]) == page.revision
    found = call.read(response)
    if isinstance(operation.returns, Representation) and sample.text:
        known = index()
        assert response.headers["content-type"] == (known.json_types if form == "json" else known.xml_types)[0]
        assert type(found) is load(operation.returns.path)
        assert found.rel == OTHER_REL.get((page.name, method), json.loads(sample.text).get("rel", found.rel))


@pytest.mark.parametrize("read", ["json", "xml"])
@pytest.mark.parametrize("written", ["json", "xml"])
@pytest.mark.parametrize(
    "page", [row.values[0] for row in operations() if row.values[1] == "PUT"], ids=lambda page: page.name
)
async def test_put_of_what_was_there_changes_nothing(ann, page, read, written):
    address, version = page.samples["PUT"].path.replace(HOME, ann.path), {VERSION: str(page.revision)}
    before = (await ann.ask("GET", address, headers=version)).json()
    reading = Call("GET", address, Representation(page.state), base="http://sandbox/")
    state = reading.read(await send(ann, page, reading, read))

    writing = load(page.link)(address, base="http://sandbox/").put(state)
    await send(ann, page, writing, written, **dict(writing.headers))

    assert (await ann.ask("GET", address, headers=version)).json() == before


NEEDS_WORDS = {"search"}
"""Cannot be read without a query."""


async def test_every_link_leads_somewhere(ann):
    seen: set[str] = set()
    lost: dict[str, int] = {}
    invitations = [f"invitations/{number}" for number in (146, 303, 507, 602, 711)]
    places = ["communication/conversations/137", *(f"communication/{place}" for place in invitations)]
    todo = [ann.path, *(f"{ann.path}/{place}" for place in (*places, "groups/group", "groups/distributionGroup"))]
    while todo:
        href = todo.pop()
        if href in seen or not href.startswith("/") or href.partition("?")[0].endswith(("/events", *NEEDS_WORDS)):
            continue
        seen.add(href)
        found = await ann.ask("GET", href)
        if found.status_code not in (200, 405):
            lost[href] = found.status_code
        elif found.headers["content-type"] == "application/json":
            todo += hrefs(found.json())

    assert len(seen) > 200
    assert lost == {}


def hrefs(value: Any) -> list[str]:
    """Where a body leads."""
    if isinstance(value, list):
        return [href for item in value for href in hrefs(item)]
    if not isinstance(value, dict):
        return []
    own = [value["href"]] if isinstance(value.get("href"), str) else []
    return own + [href for item in value.values() for href in hrefs(item)]
