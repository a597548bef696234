"""Messages on the wire: the requested format, links with parameters of the server, revisions."""

from __future__ import annotations

import pytest

from ucwa2 import Link
from ucwa2.errors import ApiError, DecodeError, LinkNotAvailable, TransportError
from ucwa2.resources.me import MeLink
from ucwa2.resources.note import NoteLink
from ucwa2.resources.search import SearchLink
from ucwa2.resources.start_messaging2 import StartMessaging2Link
from ucwa2.resources.start_phone_audio import StartPhoneAudioLink
from ucwa2.resources.xframe import XframeLink

pytestmark = pytest.mark.anyio


async def test_format_is_asked_for_in_every_request(way, sandbox):
    async with way.application(sandbox):
        own = [asked for asked in sandbox.backend.requests if not asked.path.startswith("/WebTicket")]

        assert own
        assert all(asked.headers["accept"].startswith(f"application/{way.format}") for asked in own)
        assert {asked.media_type for asked in own if asked.content} == {f"application/{way.format}"}


@pytest.mark.parametrize(
    "kind", ["application/{}", "application/vnd.microsoft.com.ucwa+{}", "application/{}; charset=utf-8"]
)
async def test_answer_is_read_by_its_media_type(way, sandbox, stranger, kind):
    """The answer's own content type decides, not the requested one."""
    bodies = {
        "json": b'{"rel": "me", "name": "Ann", "_links": {"self": {"href": "/me"}}}',
        "xml": b'<resource xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa" rel="me" href="/me">'
        b'<property name="name">Ann</property></resource>',
    }
    for format, body in bodies.items():
        headers = {"Content-Type": kind.format(format)}
        stranger.reply = lambda method, target, answer=(200, headers, body): answer
        client = way.client(f"{stranger.url}/", None)
        found = await client.send(MeLink(f"{stranger.url}/me").get())
        await client.close()

        assert (found.name, found.links.self.url) == ("Ann", f"{stranger.url}/me")


async def test_parameters_that_the_server_put_into_a_link_stay(way, sandbox):
    async with way.application(sandbox) as (client, app):
        link = SearchLink(f"{app.href}/search?token=a%2Bb&x=")
        await client.send(link.get(query="bob"))

        assert sandbox.backend.requests[-1].target.endswith("/search?token=a%2Bb&x=&query=bob")


async def test_revision_of_a_link_is_asked_for(way, sandbox):
    async with way.application(sandbox) as (client, app):
        link = app.embedded.communication.links.start_messaging
        if link.revision < 2:
            with pytest.raises(LinkNotAvailable):
                link.at_least(StartMessaging2Link)
            link = type(link)(link.url, attributes={"revision": "2"})
        await client.send(link.at_least(StartMessaging2Link).post(to="sip:bob@contoso.com"))

        assert float(sandbox.backend.requests[-1].headers["x-ms-requiresminresourceversion"]) == 2


@pytest.mark.parametrize(
    ("status", "content_type", "body"),
    [
        (502, "text/html", b"<html><body>Bad Gateway</body></html>"),
        (200, "text/html", b"<html>sign in here</html>"),
    ],
)
async def test_page_of_something_in_between_is_no_answer(way, stranger, status, content_type, body):
    stranger.reply = lambda method, target: (status, {"Content-Type": content_type}, body)
    client = way.client(f"{stranger.url}/", None)
    with pytest.raises(TransportError) as raised:
        await client.send(MeLink(f"{stranger.url}/me").get())
    await client.close()

    assert raised.value.response.status_code == status


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html", b"<html>sign in here</html>"), ("text/plain", b"welcome"), ("image/png", b"x"),
        ("", b"<!DOCTYPE html>"),
        ("application/json", b'{"rel": "note"}'), ("application/json", b""),
    ],
)  # fmt: skip
async def test_answer_of_something_in_between_is_no_success(way, stranger, content_type, body):
    """Of a call without a result, too: a page for signing in to a network, or the answer to another request."""
    stranger.reply = lambda method, target: (200, {"Content-Type": content_type}, body)
    client = way.client(f"{stranger.url}/", None)
    is_message = content_type == "application/json"
    others = [] if is_message else [NoteLink(f"{stranger.url}/n").post()]
    others += [Link(f"{stranger.url}/x").call("PUT")] if "html" in f"{content_type}{body}".lower() else []
    for call in (MeLink(f"{stranger.url}/me").get(), *others):
        with pytest.raises(TransportError, match=r"GET /me|POST /n|PUT /x") as raised:
            await client.send(call)
        assert (raised.value.response.status_code, raised.value.call) == (200, call)
    await client.close()


async def test_page_that_is_documented_is_an_answer_without_a_spec_too(way, stranger):
    stranger.reply = lambda method, target: (200, {"Content-Type": "text/html"}, b"<html>frame</html>")
    client = way.client(f"{stranger.url}/", None)
    link = XframeLink(f"{stranger.url}/frame")
    found = [await client.send(call) for call in (link.get(), link.call("GET"))]
    await client.close()

    assert [page.bytes for page in found] == [b"<html>frame</html>"] * 2


@pytest.mark.parametrize("content_type", ["application/json", "application/xml"])
@pytest.mark.parametrize("method", ["POST", "start"])
async def test_answer_to_another_request_is_no_success_of_a_post(way, stranger, method, content_type):
    """Beside the address of a created resource, and in the guise of a message."""
    bodies = {
        "application/json": (b'{"rel": "note"}', b"<html>sign in here</html>"),
        "application/xml": (b'<resource rel="note"/>', b"<html>sign in here</html>"),
    }
    calls = {
        "start": StartPhoneAudioLink(f"{stranger.url}/s").post(to="sip:bob@contoso.com"),
        "POST": NoteLink(f"{stranger.url}/n").post(message="x"),
    }
    client = way.client(f"{stranger.url}/", None)
    for body in bodies[content_type][method == "POST" :]:
        stranger.reply = lambda *_, body=body: (201, {"Content-Type": content_type, "Location": "/1"}, body)
        with pytest.raises((TransportError, DecodeError)) as raised:
            await client.send(calls[method])
        assert "POST /" in str(raised.value)
    await client.close()


@pytest.mark.parametrize(("status", "content_type", "body"), [(503, "text/plain", b"oops"), (404, "", b"")])
async def test_error_without_a_body_of_its_own_is_known_by_its_status(way, stranger, status, content_type, body):
    stranger.reply = lambda method, target: (status, {"Content-Type": content_type}, body)
    client = way.client(f"{stranger.url}/", None)
    with pytest.raises(ApiError) as raised:
        await client.send(MeLink(f"{stranger.url}/me").get())
    await client.close()

    assert raised.value.status == status


async def test_document_type_is_refused(way, stranger):
    body = b'<!DOCTYPE x [<!ENTITY e "boom">]><resource rel="me"><property name="name">&e;</property></resource>'
    stranger.reply = lambda method, target: (200, {"Content-Type": "application/xml"}, body)
    client = way.client(f"{stranger.url}/", None)
    with pytest.raises(Exception, match="document type") as raised:
        await client.send(MeLink(f"{stranger.url}/me").get())
    await client.close()

    assert type(raised.value).__name__ == "DecodeError"


async def test_no_call_says_where_a_message_goes_or_ends(way, sandbox):
    """Such a header would send the token to another host behind the same address."""
    given = {
        "Host": "evil.example",
        "Content-Length": "3",
        "transfer-encoding": "x",
        "Connection": "x",
        "X-Own": "kept",
    }
    async with way.application(sandbox) as (client, app):
        note = app.embedded.me.links.note
        await client.send(note.post(message="hi").with_(headers=given))
        asked = sandbox.backend.requests[-1]

        assert asked.base == sandbox.url
        assert asked.headers["content-length"] == str(len(asked.content)) != "3"
        assert asked.headers["x-own"] == "kept"
        assert "transfer-encoding" not in asked.headers
        assert (await client.send(note.get())).message == "hi"
