"""What is request of the sandbox, and what it answers: values, without a socket."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qs, quote, unquote

from .._runtime.base.registry import index
from .accept_header import quality

_PLAIN = "@:;=,+$&!*'()~"
"""Signs that a step of an address holds as they are."""

Format = Literal["json", "xml"]


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request; header names are in lower case."""

    method: str
    base: str
    """Scheme and host that the client used, such as ``http://127.0.0.1:8080``."""
    target: str
    """Path and query."""
    headers: dict[str, str]
    content: bytes = b""

    @property
    def path(self) -> str:
        """The path; signs are encoded only where they have to be."""
        found = self.target.partition("?")[0]
        return "/".join(quote(unquote(step), safe=_PLAIN) for step in found.split("/")) if "%" in found else found

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.target.partition("?")[2], keep_blank_values=True)

    @property
    def accept(self) -> str:
        return self.headers.get("accept", "")

    @property
    def format(self) -> Format:
        """What the client would rather have; JSON where it does not say."""
        known = index()
        return "xml" if quality(self.accept, known.xml_types) > quality(self.accept, known.json_types) else "json"

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(slots=True)
class HttpResponse:
    """A response. ``body`` is a resource in JSON form, which is encoded as the client request; ``content`` is sent as is."""

    status: int = 200
    body: dict[str, Any] | None = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    state: str | None = None
    """The class that knows the body, as ``module.Class``."""


@dataclass(frozen=True, slots=True)
class LongPoll:
    """A request of an event channel, which waits for events."""

    application: Any
    ack: int
    ticket: int
    until: float
    host: str
    """Scheme and host that were request."""


class HttpError(Exception):
    """The sandbox answers with an error."""

    def __init__(
        self,
        status: int,
        code: str,
        subcode: str | None = None,
        message: str = "",
        *,
        parameters: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}/{subcode}")
        self.status, self.code, self.subcode, self.message = status, code, subcode, message
        self.parameters = parameters or {}
        self.headers = headers or {}

    def json(self) -> dict[str, Any]:
        """The body of the error."""
        found: dict[str, Any] = {"code": self.code, "message": self.message or self.code}
        if self.subcode:
            found["subcode"] = self.subcode
        if self.parameters:
            found["parameters"] = [{"name": name, "reason": reason} for name, reason in self.parameters.items()]
        return found


def plain(value: Any) -> bytes:
    """JSON that is no resource."""
    return json.dumps(value).encode()
