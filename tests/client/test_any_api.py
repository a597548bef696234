"""Clients of small APIs that are not UCWA, over sockets: each has what its API has, and no more."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from datetime import timedelta

import pytest
from tests.client.anyapi import package, server

PLAIN = """
media_types: {json: [application/json]}
headers: {}
entry: {path: /start, resource: me}
roles: {subcodes: ErrorSubcode}
"""
FORM = {"Content-Type": "application/json"}
ONLY_WITH_A_ROLE = (
    "accept_token", "application", "attach", "batch", "create_application", "discover", "events", "position", "start",
    "stay_active",
)  # fmt: skip
NOTE2 = """rel: note
page: none
summary: A later revision.
revises: note
revision: 2
operations:
  GET:
    summary: Get it.
    returns: note
"""
VISIT = """rel: visit
page: none
summary: A visit.
properties:
  stay:
    type: timespan
    summary: How long it lasts.
operations:
  GET:
    summary: Get it.
    returns: visit
  PUT:
    summary: Change it.
    parameters:
      stay:
        type: timespan
        summary: How long it lasts.
    returns: visit
  DELETE:
    summary: End it.
    returns: none
"""
DESK = """rel: desk
page: none
summary: Where visits begin.
operations:
  POST:
    summary: Begin a visit.
    parameters:
      stay:
        type: timespan
        required: true
        summary: How long it lasts.
      photo:
        type: data
        summary: Who comes.
    returns: visit
"""


def body(**members: object) -> bytes:
    return json.dumps(members).encode()


def linked(rel: str, **links: str) -> bytes:
    return body(rel=rel, _links={name: {"href": href} for name, href in links.items()})


def test_client_begins_at_the_entry_and_sends_no_token(tmp_path):
    with package(tmp_path, "plain", PLAIN) as plain, server(lambda _: (200, FORM, body(rel="me", name="Ann"))) as on:
        url, seen = on
        with plain.Client(url) as client:
            me = client.send(client.entry.get())
            unread = client.send(client.entry.call("GET"))

        assert (type(me).__name__, me.name, unread) == ("Me", "Ann", me)
    assert [line for line, _ in seen] == ["GET /start", "GET /start"]
    assert all("authorization" not in fields for _, fields in seen)


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_async_client_begins_there_too(tmp_path, anyio_backend):
    with package(tmp_path, "plain", PLAIN) as plain, server(lambda _: (200, FORM, body(rel="me", name="Ann"))) as on:
        async with plain.AsyncClient(on[0]) as client:
            assert (await client.send(client.entry.get())).name == "Ann"


def test_public_interface_has_only_the_features_of_the_api(tmp_path):
    with package(tmp_path, "plain", PLAIN) as plain:
        assert {
            name for name in ONLY_WITH_A_ROLE for kind in (plain.Client, plain.AsyncClient) if hasattr(kind, name)
        } == set()
        assert [*inspect.signature(plain.Client).parameters] == ["url", "policy", "trusted", "http", "options"]
        assert not {name for name in plain.__all__ if "Grant" in name or "Event" in name or "Outcome" in name}
        assert all(hasattr(plain, name) for name in plain.__all__)
        with pytest.raises(AttributeError):
            getattr(plain, "PasswordGrant")  # noqa: B009
        with pytest.raises(plain.errors.InvalidArgument, match="no sign-in"):
            plain.Client("http://localhost", grant=object())


def test_json_alone_is_written_and_read(tmp_path):
    with package(tmp_path, "plain", PLAIN) as plain:
        note = importing("plain", "note")
        call = note.NoteLink("/note").post(text="x")

        assert call.request().headers["Accept"] == "application/json"
        with pytest.raises(plain.errors.InvalidArgument, match="does not have"):
            call.request("xml")
        assert type(plain.decode(b'<resource rel="note"/>', "application/xml")) is plain.Document
        with pytest.raises(plain.errors.InvalidArgument, match="no XML"):
            note.Note.from_json(b'{"rel": "note"}').to_xml()


def test_json_alone_needs_no_xml_library(tmp_path):
    """The package runs where lxml cannot be imported, also when a server answers with XML."""
    program = """
import sys
sys.modules["lxml"] = None
import plain
from plain.errors import DecodeError
from plain.resources.note import Note, NoteLink
page = plain.decode(b'<?xml version="1.0"?><a><b/></a>', "text/xml")
call = NoteLink("/note", base="https://h/").post(text="x")
try:
    call.read(plain.Response(500, {"Content-Type": "application/xml"}, b"<error/>"))
except plain.errors.PlainError as fault:
    print(type(page).__name__, type(fault).__name__)
print(call.with_(body="<a/>", headers={"Content-Type": "text/xml"}).preview().splitlines()[-1])
try:
    Note.from_xml(b"<note/>")
except DecodeError as fault:
    print(fault)
"""
    with package(tmp_path, "plain", PLAIN):
        project = (tmp_path / "generated" / "pyproject.toml").read_text("utf-8")
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=False,
            env={"PYTHONPATH": str(tmp_path / "generated")},
            capture_output=True,
            text=True,
        )

    assert done.stderr == ""
    assert done.stdout.splitlines() == ["Document TransportError", "<a/>", "$: XML, which this API does not have"]
    assert "lxml" not in project


def importing(name: str, module: str):
    return __import__(f"{name}.resources.{module}", fromlist=["x"])


def test_later_revision_is_called_without_a_header(tmp_path):
    with package(tmp_path, "plain", PLAIN, note2=NOTE2):
        link = importing("plain", "note").NoteLink("/note", attributes={"revision": 2})

        assert set(link.at_least(importing("plain", "note2").Note2Link).get().request().headers) == {"Accept"}


def test_change_that_comes_too_late_is_reported_with_both_versions(tmp_path):
    def answer(request):
        if request.command == "PUT":
            return 412, FORM, body(code="PreconditionFailed", message="too late")
        return 200, FORM, body(rel="visit", stay="PT5M", etag="2")

    with package(tmp_path, "plain", PLAIN, visit=VISIT) as plain, server(answer) as (url, _):
        visit = importing("plain", "visit")
        old = visit.Visit.from_json(body(rel="visit", stay="PT1M", etag="1"))
        with plain.Client(url) as client, pytest.raises(plain.errors.ApiError) as caught:
            client.send(visit.VisitLink(f"{url}/visit").put(old, stay=timedelta(minutes=20)))

    assert (caught.value.status, caught.value.base, caught.value.current.stay) == (412, old, timedelta(minutes=5))


@pytest.mark.parametrize(
    ("form", "written"),
    [("iso8601", ["PT20M", "P3D", "-PT0.5S", "PT0S", "P1DT2H3M4S"]),
     ("dotnet", ["00:20:00", "3.00:00:00", "-00:00:00.5000000", "00:00:00", "1.02:03:04"])],
)  # fmt: skip
def test_time_spans_are_written_as_the_api_says(tmp_path, form, written):
    spans = [timedelta(minutes=20), timedelta(days=3), timedelta(seconds=-0.5), timedelta(), timedelta(1, 7384)]
    with package(tmp_path, "plain", f"{PLAIN}time_spans: {form}\n", visit=VISIT):
        visit = importing("plain", "visit")
        old = visit.Visit.from_json(b'{"rel": "visit"}')
        sent = [json.loads(visit.VisitLink("/v").put(old, stay=span).request().content)["stay"] for span in spans]

        assert sent == written
        assert [visit.Visit.from_json(body(rel="visit", stay=text)).stay for text in sent] == spans


STAYING = PLAIN.replace("{subcodes: ErrorSubcode}", "{subcodes: ErrorSubcode, application: visit, applications: desk}")


def test_application_is_made_where_the_entry_says(tmp_path):
    """Of another name, without discovery, events or sign-in; and made again when the server says that it is lost."""
    lost = [True]

    def answer(request):
        if request.path == "/visits/1" and lost and request.command == "GET":
            lost.clear()
            return 404, FORM, body(code="NotFound", subcode="TooLong")
        if request.path == "/desk":
            return (
                201,
                FORM,
                body(rel="visit", stay=json.loads(request.body)["stay"], _links={"self": {"href": "/visits/1"}}),
            )
        return 200, FORM, linked("me", desk="/desk") if request.path == "/start" else body(rel="visit", stay="PT1M")

    api = f"{STAYING}lost: TooLong\n"
    with (
        package(tmp_path, "staying", api, visit=VISIT, desk=DESK) as staying,
        server(answer) as (url, seen),
        staying.Client(url, delete_on_close=True) as client,
    ):
        made = client.create_application(stay=timedelta(minutes=20))
        assert client.application.stay == made.stay == timedelta(minutes=20)
        assert client.send(made.links["self"].call("GET")).stay == timedelta(minutes=1)

    lines = [line for line, _ in seen]
    assert lines == ["GET /start", "POST /desk", "GET /visits/1", "POST /desk", "GET /visits/1", "DELETE /visits/1"]


def test_client_module_imports_what_its_signatures_name(tmp_path):
    with package(tmp_path, "staying", STAYING, visit=VISIT, desk=DESK):
        text = (tmp_path / "generated/staying/client_settings.py").read_text()

    assert "from datetime import timedelta" in text
    assert "DataLink" in text[: text.index("__all__")]


SIGNING = (
    PLAIN
    + """
sign_in: {grants: [token], expired: {status: 419, header: X-Why, code: "7"}}
"""
)


def test_token_that_expired_as_the_api_says_is_renewed(tmp_path):
    def answer(request):
        if request.headers.get("Authorization") == "Bearer one":
            return 419, {**FORM, "X-Why": "7;over"}, b"{}"
        return 200, FORM, body(rel="me", name="Ann")

    tokens = iter(["one", "two"])
    with package(tmp_path, "signing", SIGNING) as signing, server(answer) as (url, seen):
        with signing.Client(url, signing.TokenGrant(lambda: next(tokens))) as client:
            assert client.send(client.entry.get()).name == "Ann"
        assert not hasattr(signing, "PasswordGrant")

    assert [fields["authorization"] for _, fields in seen] == ["Bearer one", "Bearer two"]


HEARING = PLAIN.replace("{subcodes: ErrorSubcode}", "{subcodes: ErrorSubcode, events: stream, batch: batch}")
STREAM = """rel: stream
page: none
summary: What happens.
operations:
  GET:
    summary: Wait for events.
    returns: stream
"""
BATCH = """rel: batch
page: none
summary: Several calls at once.
operations:
  POST:
    summary: Send them.
    request: {content: [multipart/batching]}
    returns: content multipart/batching
"""


def test_events_begin_at_the_entry_where_there_are_no_applications(tmp_path):
    def answer(request):
        if request.path == "/start":
            return 200, FORM, linked("me", stream="/stream")
        happened = {"type": "updated", "link": {"rel": "note", "href": "/note"}}
        sender = [{"rel": "me", "href": "/start", "events": [happened]}]
        return 200, FORM, body(_links={"next": {"href": f"{request.path}x"}}, sender=sender)

    with package(tmp_path, "hearing", HEARING, stream=STREAM, batch=BATCH) as hearing, server(answer) as (url, _):
        with hearing.Client(url) as client, client.events() as events:
            event = events.next(timeout=10)
        assert (event.type, event.rel) == ("updated", "note")
        assert not hasattr(hearing.Client, "create_application")
        assert not hasattr(hearing.Client, "start")
