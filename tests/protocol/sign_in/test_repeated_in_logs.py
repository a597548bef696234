"""What a server repeats is in no log, and not in what an event says of a failure; states are data."""

from __future__ import annotations

import logging
import socket
import threading
from urllib.parse import quote

import pytest
from tests.protocol.hosts import Listener
from tests.protocol.sign_in.repeating import FORM, LINKS, TOKEN, basic, everything, readable

from ucwa2 import TokenGrant
from ucwa2.errors import TransportError, UcwaError

pytestmark = pytest.mark.anyio


async def test_token_that_the_server_repeats_is_in_no_log(way, caplog):
    """Not even in those of the libraries, which show headers; and not in the address of a redirect."""
    caplog.set_level(logging.DEBUG)
    headers = {"X-Debug": f"got {TOKEN}", "X-Ms-diagnostics": f'1;reason="{TOKEN} is over"', "X-64": basic("a")}
    with Listener() as server:
        replies = {
            "/": (200, FORM, LINKS),
            "/user": (302, {**headers, "Location": f"/again/{quote(TOKEN, safe='')}"}, b""),
        }
        server.reply = lambda method, target: replies.get(target, (403, {**FORM, **headers}, b"{}"))
        with pytest.raises(UcwaError):
            async with way.client(f"{server.url}/", TokenGrant(TOKEN)):
                pass
        assert any("/again/" in target for _, target, _, _ in server.heard)

    assert "X-Debug" in caplog.text
    assert "/again/…" in caplog.text
    assert "c4n4ry" not in readable(caplog.text)


async def test_reason_of_an_event_is_an_error_text_and_its_state_is_data(way, sandbox):
    """A server that repeats the token in a reason; the same text in a note of the user stays."""
    async with way.application(sandbox) as (client, app):
        token = next(iter(sandbox.backend.tokens))
        value = token.removeprefix("cwt=")
        reason = {
            "kind": "reason", "event": "updated", "rel": "note", "code": "ServiceFailure",
            "message": f"no {token} here", "parameters": {value: f"bad {value}"},
        }  # fmt: skip
        sandbox.backend.faults.add([reason])
        events = client.events()
        me = await client.send(app.embedded.me.links.self.get())
        await client.send(me.links.note.post(message=f"my word {value}"))
        event = await events.next(timeout=10)
        while event.rel != "note" or event.reason is None:
            event = await events.next(timeout=10)
        note = await client.send(me.links.note.get())

    said = event.reason
    assert said.message == "no … here"
    assert value not in repr((said.message, dict(said.parameters), dict(said.debug_info), repr(said), repr(event)))
    assert note.message == f"my word {value}"


async def test_failed_operation_does_not_show_the_token(way, sandbox):
    async with way.application(sandbox) as (client, app):
        token = next(iter(sandbox.backend.tokens))
        reason = {
            "kind": "reason", "event": "completed", "rel": "phoneAudioInvitation", "code": "RemoteFailure",
            "subcode": "Busy", "message": f"no {token}",
        }  # fmt: skip
        sandbox.backend.faults.add([reason])
        call = app.embedded.communication.links.start_phone_audio.post(to="sip:bob@contoso.com")
        async with client.start(call) as operation:
            seen = [event async for event in operation]
            with pytest.raises(UcwaError, match="no …") as raised:
                await operation.result(timeout=10)

    assert any(event.reason is not None for event in seen)
    assert token not in repr([(event.reason.message, repr(event)) for event in seen if event.reason])
    assert token not in everything(raised.value)
    assert token not in repr(raised.value.reason.message)


async def test_header_without_a_colon_is_in_no_log(way, caplog):
    caplog.set_level(1)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nSet-Cookie c4n4ry\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(TransportError) as raised:
            async with way.client(f"http://127.0.0.1:{listening.getsockname()[1]}/", None):
                pass
        listening.shutdown(socket.SHUT_RDWR)

    assert "Set-Cookie" in caplog.text
    assert "c4n4ry" not in caplog.text
    assert "c4n4ry" not in everything(raised.value)
