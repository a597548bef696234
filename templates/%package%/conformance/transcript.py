"""The guides of the reference as transcripts: steps of a documented request, a documented response, or both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

_TITLE = re.compile(r"(?:([A-Z]+) (json|xml) (request|response)|event)(?: ([^ ]+))?.*")
Direction = Literal["request", "response", "event"]
_DIRECTIONS: dict[str, Direction] = {"request": "request", "response": "response"}


@dataclass(frozen=True, slots=True)
class TranscriptMessage:
    """A message of a page.

    ``title`` is its title in the specs; ``method`` is that of the request, also for a response; ``headers`` and ``body``
    are as on the page.
    """

    title: str
    direction: Direction
    """``request``, ``response`` or ``event``."""
    method: str
    form: str
    """``json`` or ``xml``."""
    name: str
    """The page of its resource, as the title has it."""
    rel: str | None
    """The rel of its resource; None where no spec has it."""
    start: str
    """The start line; empty where the page shows only a body."""
    headers: tuple[tuple[str, str], ...]
    body: str
    foreign: bool = False
    """Whether it belongs to another service, to which nothing is sent."""

    def header(self, name: str) -> str | None:
        """The first value of a header; None without that header."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def status(self) -> int:
        """The status of a response; a body alone is one of success."""
        return int(self.start.split()[1]) if self.start else 200


@dataclass(frozen=True, slots=True)
class Act:
    """A request that no page shows: it follows a link.

    - before, instead: The title of the message before which it is sent, or in place of which.
    - by: The person who sends it; None for the user of the guide.
    - follow, method: The rel of the link, and the method of HTTP.
    - query, send, type: What is added to the address, the body, and the media type of the body.
    - accept: The media type to ask for.
    - repeat: The title of a request of the page that is sent once more.
    - wait: Seconds to wait, in place of a request.
    """

    before: str | None = None
    instead: str | None = None
    by: str | None = None
    follow: str | None = None
    method: str = "POST"
    query: str | None = None
    accept: str | None = None
    send: str | None = None
    type: str | None = None
    repeat: str | None = None
    wait: int | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    """A difference that is no fault of the server, or a message that is not sent.

    - message: The title of the message, or a pattern of titles.
    - because: The reason.
    - at: Where the difference is, or a pattern.
    """

    message: str
    because: str
    at: str = "*"


@dataclass(frozen=True, slots=True)
class TranscriptStep:
    """A ``request`` with its ``response``; one of both may be left out by the page."""

    request: TranscriptMessage | None
    response: TranscriptMessage | None
    acts: tuple[Act, ...] = ()
    """What is sent before it."""
    instead: Act | None = None
    """The request, where the page leaves it out."""

    @property
    def title(self) -> str:
        """The title of its request, or else of its response."""
        found = self.request or self.response
        return found.title if found else ""


@dataclass(frozen=True, slots=True)
class Guide:
    """The ``steps`` of a page, in its order.

    - name: The name of the page.
    - user, password: The user of the page, and the password with which its messages sign in; None without one.
    - own_exceptions, omitted: Differences that are expected, and messages that are not sent, each with a reason.
    """

    name: str
    steps: tuple[TranscriptStep, ...]
    user: str | None = None
    password: str | None = None
    signs_in: bool = False
    """Whether its messages sign in, so that nothing is sent before them."""
    own_exceptions: tuple[Allowed, ...] = ()
    shared_exceptions: tuple[Allowed, ...] = ()
    """Those of every guide."""
    omitted: tuple[Allowed, ...] = ()

    @property
    def exceptions(self) -> tuple[Allowed, ...]:
        """Its own exceptions, then those of every guide."""
        return (*self.own_exceptions, *self.shared_exceptions)


@dataclass(frozen=True, slots=True)
class Guides:
    """All ``guides`` of an API, by name."""

    guides: Mapping[str, Guide]
    start: tuple[Act, ...]
    """What each user sends first."""
    persons: tuple[str, ...]
    """Addresses of persons on the pages."""


@cache
def guides() -> Guides | None:
    """The guides of this package; None for an API without guides."""
    file = files(__name__.rpartition(".")[0]).joinpath("guides.json")
    return read(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else None


def read(data: Mapping[str, Any]) -> Guides:
    """The guides from their JSON form."""
    everywhere = [Allowed(**row) for row in data.get("exceptions", ())]
    found = {name: _guide(name, row, everywhere) for name, row in data["guides"].items()}
    return Guides(found, tuple(Act(**row) for row in data.get("start", ())), tuple(data.get("persons", ())))


def _guide(name: str, row: Mapping[str, Any], everywhere: Iterable[Allowed]) -> Guide:
    acts = [Act(**act) for act in row.get("acts", ())]
    messages = [message(one) for one in row["messages"]]
    return Guide(
        name,
        tuple(_steps(messages, acts)),
        row.get("user"),
        row.get("password"),
        row.get("signs_in") == "itself",
        tuple(Allowed(**one) for one in row.get("exceptions", ())),
        tuple(everywhere),
        tuple(Allowed(**one) for one in row.get("omitted", ())),
    )


def _steps(messages: list[TranscriptMessage], acts: list[Act]) -> Iterator[TranscriptStep]:
    """Pair each request with the response that follows it on the page."""
    waiting: TranscriptMessage | None = None
    for one in messages:
        if waiting is not None and (one.direction != "response" or _other(waiting, one)):
            yield _step(waiting, None, acts, messages)
            waiting = None
        if one.direction == "request":
            waiting = one
        else:
            yield _step(waiting, one, acts, messages)
            waiting = None
    if waiting is not None:
        yield _step(waiting, None, acts, messages)


def _other(request: TranscriptMessage, response: TranscriptMessage) -> bool:
    """Whether a response is not of this request."""
    return (request.method, request.name) != (response.method, response.name)


def _step(
    request: TranscriptMessage | None,
    response: TranscriptMessage | None,
    acts: Iterable[Act],
    messages: list[TranscriptMessage],
) -> TranscriptStep:
    titles = {one.title for one in (request, response) if one}
    if messages[0].title in titles:
        mine = [act for act in acts if act.before is None or act.before in titles]
    else:
        mine = [act for act in acts if act.before in titles]
    before = tuple(act for act in mine if act.instead is None)
    instead = next((act for act in acts if act.instead in titles), None)
    return TranscriptStep(request, response, before, instead)


def message(row: Mapping[str, Any]) -> TranscriptMessage:
    """A message from its JSON form: title, text and rel."""
    found = _TITLE.fullmatch(row["title"])
    method, form, direction, name = found.groups() if found else (None, None, None, None)
    start, headers, body = split(row["text"])
    return TranscriptMessage(
        row["title"],
        _DIRECTIONS.get(direction or "", "event"),
        method or "GET",
        form or "json",
        (name or "").rstrip("0123456789") if direction else "",
        row.get("rel"),
        start,
        headers,
        body,
        row.get("foreign", False),
    )


def split(text: str) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """The start line, the headers and the body of a message; a body alone has neither."""
    first, _, rest = text.partition("\n")
    if not re.fullmatch(r"HTTP/\S+ .*|[A-Z]+ \S.*", first):
        return "", (), text
    head, _, body = f"\n{rest}".partition("\n\n")
    lines = (line.partition(":") for line in head.split("\n") if line)
    return first, tuple((name.strip(), value.strip()) for name, _, value in lines), body
