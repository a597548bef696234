"""Faults on demand: each happens as requested, and invalid ones are refused."""

from __future__ import annotations

import socket

import httpx2
import pytest

from ucwa2 import AsyncClient, Client, PasswordGrant, Policy, UcwaError
from ucwa2.errors import NotFound, OperationFailed, ServiceUnavailable, TransportError
from ucwa2.sandbox import SandboxBackend, app, running
from ucwa2.sandbox.http.error_table import settled

pytestmark = pytest.mark.anyio

ANN = PasswordGrant("ann@contoso.com", "secret")
ONCE = Policy(attempts=1, timeout=5)
BROKEN = ["drop-before", "drop-after", "truncate", "reset"]
EVIL = "https://evil.example/"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ((None, None, None), (503, "ServiceUnavailable")),
        ((429, None, None), (429, "TooManyRequests")),
        ((500, None, None), (500, "ServiceFailure")),
        ((401, None, None), (401, "Unauthorized")),
        ((None, "Gone", None), (410, "Gone")),
        ((None, "Conflict", "PGetReplaced"), (409, "Conflict")),
        ((None, None, "ApplicationNotFound"), (404, "NotFound")),
        ((None, None, "TooManyApplications"), (409, "Conflict")),
        ((403, None, "LimitExceeded"), (403, "Forbidden")),
        ((409, None, "LimitExceeded"), (409, "Conflict")),
        ((418, "Teapot", "Short"), (418, "Teapot")),
        ((599, None, None), (599, "Unknown")),
    ],
)
async def test_what_is_left_out_of_an_error_is_as_the_table_has_it(given, found):
    assert settled(*given) == found


@pytest.mark.parametrize("xml", [False, True])
async def test_error_on_demand_with_parameters(ann, xml):
    row = {"kind": "error", "path": "/me$", "subcode": "ParameterValidationFailure", "parameters": {"size": "is wrong"}}
    ann.backend.faults.add([row])

    found = await ann.ask("GET", "~/me", xml=xml)

    assert found.status_code == 400
    assert all(word in found.text for word in ("BadRequest", "ParameterValidationFailure", "size", "is wrong"))


@pytest.mark.parametrize("xml", [False, True])
async def test_reason_of_an_event_on_demand(ann, xml):
    row = {"kind": "reason", "event": "updated", "rel": "note", "subcode": "Unreachable", "code": "Forbidden"}
    ann.backend.faults.add([{**row, "parameters": {"to": "is away"}}])
    ack = ann.application.channel._next

    await ann.ask("POST", "~/me/presence", {"availability": "Busy"})
    await ann.ask("POST", "~/me/note", {"message": "Back at two"})
    ann.application.channel.add(("me", "/me"), {"link": {"rel": "me", "href": "/me"}, "type": "updated"})
    found = await ann.ask("GET", f"~/events?ack={ack}", xml=xml)

    assert ann.backend.faults.hits == [("reason", "updated", f"{ann.path}/me/note")]
    failed = found.text.partition("/me/note")[2]
    assert all(word in failed for word in ("Failure", "Forbidden", "Unreachable", "is away"))
    assert found.text.count("Unreachable") == 1


async def test_operation_fails_for_the_reason_that_was_asked_for():
    backend = SandboxBackend()
    backend.faults.add(
        [{"kind": "reason", "event": "completed", "subcode": "Unreachable", "parameters": {"to": "away"}}]
    )
    with running(backend) as sandbox:
        for form in ("json", "xml"):
            with Client(f"{sandbox.url}/", ANN, format=form) as client:
                made = client.create_application(user_agent="Tests/1.0", culture="en-US")
                client.send(made.embedded.me.links.make_me_available.post())
                calling = made.embedded.communication.links.start_phone_audio.post(to="sip:bob@contoso.com")
                with client.start(calling) as operation, pytest.raises(OperationFailed) as raised:
                    operation.result(timeout=10)
                assert raised.value.reason.subcode == "Unreachable"
                assert dict(raised.value.reason.parameters) == {"to": "away"}
            backend.faults.faults[0].times = 1


@pytest.mark.parametrize("kind", BROKEN)
async def test_broken_connection_in_process_is_one_to_the_client(kind):
    backend = SandboxBackend()
    transport = httpx2.ASGITransport(app=app(backend))
    async with httpx2.AsyncClient(transport=transport, base_url="http://sandbox") as http:
        async with AsyncClient("http://sandbox/", ANN, http=http, policy=ONCE) as client:
            made = await client.create_application(user_agent="Tests/1.0", culture="en-US")
            backend.faults.add([{"kind": kind, "path": "/me$"}])
            with pytest.raises(TransportError):
                await client.send(made.embedded.me.links.self.get())
        async with AsyncClient("http://sandbox/", ANN, http=http) as client:
            made = await client.create_application(user_agent="Tests/1.0", culture="en-US")
            backend.faults.add([{"kind": kind, "path": "/me$"}])

            assert (await client.send(made.embedded.me.links.self.get())).name == "Ann Adams"


@pytest.mark.parametrize(("kind", "is_reset"), [("reset", True), ("drop-before", False)])
def test_reset_is_one_and_a_drop_is_none(kind, is_reset):
    with running() as sandbox:
        sandbox.backend.faults.add([{"kind": kind}])
        host, port = sandbox.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=5) as talking:
            talking.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
            try:
                assert talking.recv(100) == b""
                was_reset = False
            except ConnectionResetError:
                was_reset = True

    assert was_reset is is_reset


async def test_hostile_links_of_a_resource_keep_their_number(ann):
    ann.backend.faults.add([{"kind": "link", "path": "/contacts$", "link": EVIL}])

    links = (await ann.ask("GET", "~/contacts")).json()["_links"]

    assert links["self"]["href"] == EVIL
    assert [link["href"] for link in links["contact"]] == [EVIL]


async def test_hostile_location_without_a_body(ann):
    ann.backend.faults.add([{"kind": "link", "rel": "location", "link": EVIL}])

    found = await ann.ask("POST", "~/communication/startPhoneAudio", {"to": "sip:bob@contoso.com"})

    assert (found.status_code, found.headers["location"], found.content) == (201, EVIL, b"")


async def test_hostile_link_that_no_header_can_hold_is_in_bodies_only(ann):
    ann.backend.faults.add([{"kind": "link", "path": "myOnlineMeetings$", "link": "/a\r\nb: \u20ac"}])

    found = await ann.ask("POST", "~/onlineMeetings/myOnlineMeetings", {"subject": "Plans"})

    assert found.json()["_links"]["self"]["href"] == "/a\r\nb: \u20ac"
    assert found.headers["location"].startswith(ann.path)


@pytest.mark.parametrize("rel", ["conversation", "participant", "typingParticipants", ""])
async def test_hostile_links_of_events(ann, rel):
    event = {"link": {"rel": "participant", "href": "/a"}, "in": {"rel": "typingParticipants", "href": "/b"}}
    ack = ann.application.channel._next
    ann.application.channel.add(("conversation", "/c"), {**event, "type": "added"})
    ann.backend.faults.add([{"kind": "link", "path": "/events", "rel": rel, "link": EVIL}])

    (sender,) = (await ann.ask("GET", f"~/events?ack={ack}")).json()["sender"]

    (told,) = sender["events"]
    found = {
        "conversation": sender["href"],
        "participant": told["link"]["href"],
        "typingParticipants": told["in"]["href"],
    }
    assert [name for name, href in found.items() if href == EVIL] == ([rel] if rel else list(found))


async def test_faults_come_to_the_parts_of_a_batch(ann):
    lines = "".join(
        f"--b\r\nContent-Type: application/http\r\n\r\nGET {ann.path}/{what} HTTP/1.1\r\n\r\n\r\n"
        for what in ("me", "people", "me", "me")
    )
    headers = {"Content-Type": "multipart/batching; boundary=b", "Accept": "multipart/batching"}
    ann.backend.faults.add(
        [{"kind": "drop-before", "path": "/me$"}, {"kind": "link", "path": "/people$", "link": EVIL}]
    )
    ann.backend.faults.add([{"kind": "status", "path": "/me$", "status": 429, "after": 1}])

    found = await ann.ask("POST", "~/batch", headers=headers, content=f"{lines}--b--\r\n".encode())

    assert [line for line in found.text.split("\r\n") if line.startswith("HTTP/1.1")] == [
        f"HTTP/1.1 {status}" for status in ("200 OK", "200 OK", "429 Too Many Requests", "200 OK")
    ]
    assert EVIL in found.text
    assert [asked.path.rpartition("/")[2] for asked in ann.backend.requests][-5:] == [
        "batch",
        "me",
        "people",
        "me",
        "me",
    ]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"status": 503, "method": "get"}], "`get` is not a method; there are GET, POST"),
        ([{"status": 503, "times": 0}], "`times`: expected a whole number >= 1"),
        ([{"status": "503"}], "`status`: expected a whole number or null, got text"),
        ([{"status": 503, "pth": "/me"}], "there is no field `pth`; did you mean `path`"),
        ([{"status": 503, "colour": 1}], "there is no field `colour`; there are kind, method, path"),
        ([{"kind": "reason", "event": "complete"}], "`complete` is no type of an event; there are added, "),
        ([{"kind": "reason", "rel": "mesage"}], "`mesage` is no rel of a resource; did you mean `message`"),
        ([{"path": "/me$"}], "name the kind of the fault, or give one of seconds"),
        ([503], "a fault is an object, not int"),
        ({"status": 503}, "faults are a list"),
    ],
)
def test_fault_that_could_hit_nothing_is_refused(rows, words):
    backend = SandboxBackend()

    with pytest.raises(ValueError, match=words) as caught:
        backend.faults.add(rows)
    assert type(caught.value) is ValueError
    assert not backend.faults.faults


@pytest.mark.parametrize(
    ("status", "error", "text"),
    [
        (404, NotFound, "404 Not Found"),
        (503, ServiceUnavailable, "503 Service Unavailable"),
        (502, TransportError, "502 Bad Gateway"),
        (200, TransportError, "text/html"),
        (599, UcwaError, "599 Error"),
    ],
)
def test_page_of_a_proxy_is_of_its_status(status, error, text):
    with running() as sandbox, Client(sandbox.url, ANN, policy=ONCE, delete_on_close=True) as client:
        me = client.create_application(user_agent="Faults/1.0", culture="en-US").embedded.me
        sandbox.backend.faults.add([{"kind": "html", "path": "/me$", "status": status}])
        with pytest.raises(error, match=text):
            client.send(me.links.self.get())


def test_kind_of_a_fault_is_known_by_its_fields():
    backend = SandboxBackend()

    backend.faults.add([{"seconds": 0.1}, {"status": 503}, {"subcode": "Busy"}, {"kind": "html", "status": 502}])
    assert [fault.kind for fault in backend.faults.faults] == ["latency", "status", "error", "html"]
