"""A server that misbehaves by a script, then behaves: an event channel, applications, and tokens."""

from __future__ import annotations

import json as jsons
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.client.playing import json

from ucwa2 import Request, Response
from ucwa2.errors import TransportError

Answer = Response | TransportError
EVIL = "https://evil.example"
CANARY = "c4n4ry"
MOODS = (
    "ok", "ok", "500", "503", "429", "html", "broken", "dropped", "empty", "408", "garbage", "evil redirect", "lost",
    "lost", "resync", "resume", "foreign next", "bad next", "no next", "same next", "back", "bad event", "expired",
    "403", "no object", "other application",
)  # fmt: skip
FOREIGN = 999_999
"""The number of an event of another application."""
PATIENCE = 30.0
"""Seconds for which it holds a request without events."""


class RandomServer:
    """Answers each request by the next mood, and well when none is left. ``wait`` passes time."""

    def __init__(self, moods: Sequence[str], events: int, wait: Callable[[float], None]) -> None:
        self.moods = list(moods)
        self.wait = wait
        self.left = events
        """The number of events that are still to come."""
        self.is_ended = False
        """Whether an event came after the last mood."""
        self.sent: list[int] = []
        self.since_loss = 0
        """The number of events that had been made when state was last lost."""
        self.application = 0
        self.pages: dict[int, list[int]] = {}
        self.token = 1
        self.misled: list[str] = []

    def __call__(self, request: Request) -> Answer:
        if not request.url.startswith("http://127.0.0.1") and not request.url.startswith("https://pool.contoso.com"):
            self.misled.append(request.url)
            return Response(200)
        path = urlsplit(request.url).path
        if path in ("/", "/user"):
            return self._found(path)
        mood = self.moods.pop(0) if self.moods else "ok"
        return self._answer(request, path, mood)

    def _found(self, path: str) -> Response:
        links = {"user": {"href": "/user"}} if path == "/" else {"applications": {"href": "/ucwa/applications"}}
        return json(jsons.dumps({"rel": path.strip("/") or "root", "_links": links}))

    def _answer(self, request: Request, path: str, mood: str) -> Answer:
        if mood == "expired":
            self.token += 1
        if request.headers.get("Authorization") != f"Bearer {CANARY}-{self.token}":
            return Response(401, {"WWW-Authenticate": "Bearer"})
        if mood in ("lost", "resume", "resync"):
            self._lose(mood)
        plain = _plain(mood)
        if plain is not None:
            return plain
        answer = self._right(request, path, mood)
        return TransportError("broken", sent=True) if mood == "dropped" else answer

    def _lose(self, mood: str) -> None:
        self.since_loss = len(self.sent)
        self.pages.clear()
        if mood == "lost":
            self.application += 1

    def _right(self, request: Request, path: str, mood: str) -> Answer:
        if request.method == "POST":
            return json(jsons.dumps(self._made()), 201)
        if not path.startswith(f"/ucwa/applications/{self.application}/"):
            return json(jsons.dumps({"code": "NotFound", "subcode": "ApplicationNotFound"}), 404)
        if path.endswith("/events"):
            return self._page(int(parse_qs(urlsplit(request.url).query)["ack"][0]), mood)
        return json(jsons.dumps({"rel": "note", "message": "hi"}))

    def _made(self) -> dict[str, Any]:
        self._lose("lost")
        at = f"/ucwa/applications/{self.application}"
        return {"rel": "application", "_links": {"self": {"href": at}, "events": {"href": f"{at}/events?ack=1"}}}

    def _page(self, ack: int, mood: str) -> Response:
        """The events after an acknowledgement, and a new one if any is left."""
        if mood in ("resync", "resume"):
            return json(jsons.dumps({"_links": {mood: {"href": self._address(ack + 1)}}}))
        self.pages = {known: page for known, page in self.pages.items() if known == ack}
        events = self.pages.setdefault(ack, [])
        if self.left or not (self.moods or self.is_ended):
            self.is_ended, self.left = not self.moods, max(0, self.left - 1)
            events.append(len(self.sent))
            self.sent.append(len(self.sent))
        elif not events:
            self.wait(PATIENCE)
            return json(jsons.dumps({"_links": {"next": {"href": self._address(ack)}}}))
        return json(jsons.dumps(self._told(ack, events, mood)))

    def _told(self, ack: int, events: list[int], mood: str) -> dict[str, Any]:
        rows: list[Any] = [{"link": {"rel": "note", "href": f"/{number}"}, "type": "updated"} for number in events]
        if mood == "other application":
            rows = [{"link": {"rel": "note", "href": f"/{FOREIGN}"}, "type": "updated"}]
        if mood == "bad event":
            rows[:0] = [{"type": "updated"}, 5, {"link": {"rel": "note", "href": "/x"}}]
        following: dict[str, Any] = {
            "foreign next": {"href": f"{EVIL}/events"},
            "bad next": {"href": "/a b"},
            "no next": None,
            "no object": 5,
            "same next": {"href": self._address(ack)},
            "back": {"href": self._address(max(1, ack - 1))},
            "other application": {"href": "/ucwa/applications/999/events?ack=7"},
        }
        target = following.get(mood, {"href": self._address(ack + 1)})
        links = {} if target is None else {"next": target}
        return {"_links": links, "sender": [{"rel": "me", "href": "/me", "events": rows}]}

    def _address(self, ack: int) -> str:
        return f"/ucwa/applications/{self.application}/events?ack={ack}"


def _plain(mood: str) -> Answer | None:
    """An answer that the request has no part in; None for other moods."""
    if mood == "broken":
        return TransportError("broken", sent=True)
    answers: dict[str, Response] = {
        "500": Response(500),
        "503": Response(503, {"Retry-After": "1"}),
        "429": Response(429, {"Retry-After": "2"}),
        "html": Response(200, {"Content-Type": "text/html"}, b"<html>sign in</html>"),
        "empty": Response(200),
        "408": Response(408),
        "garbage": json('{"_links": ['),
        "evil redirect": Response(302, {"Location": f"{EVIL}/?x"}),
        "403": json('{"code": "Forbidden"}', 403),
    }
    return answers.get(mood)
