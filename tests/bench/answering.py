"""A server of very low cost: canned answers of the documented kind, over keep-alive connections.

Run as a program, it prints its address. It serves the client and bare httpx2. With the argument ``hold`` it leaves requests
for events without an answer, as a server does that has none; ``/pending`` tells how many.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

PER_PAGE = 100
APPLICATION = "/ucwa/v1/applications/101"
ME = {
    "rel": "me",
    "name": "Ann Adams",
    "uri": "sip:ann@contoso.com",
    "emailAddresses": ["ann@contoso.com"],
    "title": "Engineer",
    "department": "Engineering",
    "_links": {
        rel: {"href": f"{APPLICATION}/me/{rel}"}
        for rel in ("note", "presence", "location", "photo", "phones", "reportMyActivity", "callForwardingSettings")
    }
    | {"self": {"href": f"{APPLICATION}/me"}},
}
EMBEDDED = {
    "me": ME,
    "people": {"rel": "people", "_links": {"self": {"href": f"{APPLICATION}/people"}}},
    "onlineMeetings": {"rel": "onlineMeetings", "_links": {"self": {"href": f"{APPLICATION}/onlineMeetings"}}},
    "communication": {"rel": "communication", "_links": {"self": {"href": f"{APPLICATION}/communication"}}},
}
APP = {
    "rel": "application",
    "culture": "en-US",
    "userAgent": "Bench/1.0",
    "_links": {"self": {"href": APPLICATION}, "events": {"href": f"{APPLICATION}/events?ack=1"}},
    "_embedded": EMBEDDED,
}


def page(ack: int) -> bytes:
    """An answer of the event channel: this many events, each with its embedded resource."""
    events = [
        {
            "link": {
                "rel": "message",
                "href": f"{APPLICATION}/communication/conversations/1/messaging/messages/{number}",
            },
            "_embedded": {
                "message": {
                    "rel": "message",
                    "direction": "Incoming",
                    "operationId": f"operation-{number}",
                    "status": "Succeeded",
                    "timeStamp": "/Date(1360000000000)/",
                    "_links": {
                        "self": {"href": f"{APPLICATION}/communication/conversations/1/messaging/messages/{number}"},
                        "plainMessage": {"href": "data:text/plain;charset=utf-8,Hello"},
                        "messaging": {"href": f"{APPLICATION}/communication/conversations/1/messaging"},
                    },
                }
            },
            "status": "Success",
            "type": "completed",
        }
        for number in range(PER_PAGE)
    ]
    sender = {"rel": "conversation", "href": f"{APPLICATION}/communication/conversations/1", "events": events}
    links = {
        "self": {"href": f"{APPLICATION}/events?ack={ack}"},
        "next": {"href": f"{APPLICATION}/events?ack={ack + 1}"},
    }
    return json.dumps({"_links": links, "sender": [sender]}).encode()


class Answering(asyncio.Protocol):
    """One connection."""

    answers: dict[bytes, bytes]
    base: str
    first = page(0)
    holds = False
    held: ClassVar[set[Answering]] = set()
    """The connections with a request for events that is left without an answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.pending = b""

    def connection_lost(self, _: Exception | None) -> None:
        self.held.discard(self)

    def data_received(self, data: bytes) -> None:
        self.pending += data
        while (end := self.pending.find(b"\r\n\r\n")) >= 0:
            head = self.pending[:end]
            lowered = head.lower()
            at = lowered.find(b"content-length:")
            size = int(lowered[at + 15 : lowered.find(b"\r", at) if b"\r" in lowered[at:] else None]) if at >= 0 else 0
            if len(self.pending) < end + 4 + size:
                return
            self.pending = self.pending[end + 4 + size :]
            self.transport.write(self.answer(head.split(b" ", 2)[1], b"authorization:" in lowered))

    def answer(self, target: bytes, signed: bool) -> bytes:
        path, _, query = target.partition(b"?")
        if path == b"/user" and not signed:
            return self.answers[b"challenge"]
        if path == b"/pending":
            return _response(b"200 OK", b"%d" % len(self.held))
        if path.endswith(b"/events") and self.holds:
            self.held.add(self)
            return b""
        if path.endswith(b"/events"):
            ack = int(query.rpartition(b"=")[2] or 1)
            body = self.first.replace(b"?ack=1", b"?ack=%d" % (ack + 1), 1)
            return _response(b"200 OK", body)
        return self.answers[path]


def _response(status: bytes, body: bytes, more: bytes = b"") -> bytes:
    head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%b\r\n" % (status, len(body), more)
    return head + body


async def main() -> None:
    Answering.holds = "hold" in sys.argv
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=200)
    base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    challenge = f'WWW-Authenticate: MsRtcOAuth href="{base}/token",grant_type="password"\r\n'.encode()
    root = {"_links": {"self": {"href": f"{base}/"}, "user": {"href": f"{base}/user"}}}
    user = {"rel": "user", "_links": {"self": {"href": f"{base}/user"}, "applications": {"href": "/applications"}}}
    Answering.answers = {
        b"/": _response(b"200 OK", json.dumps(root).encode()),
        b"/user": _response(b"200 OK", json.dumps(user).encode()),
        b"challenge": _response(b"401 Unauthorized", b"", challenge),
        b"/token": _response(b"200 OK", b'{"access_token": "cwt=bench", "expires_in": 28800, "token_type": "Bearer"}'),
        b"/applications": _response(b"201 Created", json.dumps(APP).encode()),
        f"{APPLICATION}/me".encode(): _response(b"200 OK", json.dumps(ME).encode()),
    }
    print(base, flush=True)
    await server.serve_forever()


@contextmanager
def answering(*arguments: str) -> Iterator[str]:
    """The server in a process of its own; gives its address."""
    with subprocess.Popen([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().strip()
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(main())
