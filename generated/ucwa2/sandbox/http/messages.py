"""Requests and responses of the sandbox as values, without a socket."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar
from urllib.parse import parse_qs, quote, unquote

from ..._runtime.base.registry import index
from .accept_header import quality
from .error_table import settled

_SLASHES = re.compile("//+")
_PLAIN = "@:;=,+$&!*'()~"
"""Characters that stay unencoded within a step of a path."""

_NAMES = {"etag": "ETag", "www-authenticate": "WWW-Authenticate"}
"""Names of headers that are not words with a capital each."""

Format = Literal["json", "xml"]
T = TypeVar("T")


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
    connection: str = ""
    """The address and port of the client: requests with the same ones came over one connection."""

    @property
    def path(self) -> str:
        """The path in its normal form: single slashes, and only characters that need it are percent-encoded."""
        found = _SLASHES.sub("/", self.target.partition("?")[0])
        return "/".join(quote(unquote(step), safe=_PLAIN) for step in found.split("/")) if "%" in found else found

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.target.partition("?")[2], keep_blank_values=True)

    @property
    def accept(self) -> str:
        return self.headers.get("accept", "")

    @property
    def format(self) -> Format:
        """The format that the client prefers; JSON if it states no preference."""
        known = index()
        return "xml" if quality(self.accept, known.xml_types) > quality(self.accept, known.json_types) else "json"

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def header_name(name: str) -> str:
    """The name of a header as it is usually written, such as ``Content-Type``."""
    return _NAMES.get(name) or "-".join(word.capitalize() for word in name.split("-"))


def member(said: Mapping[str, T], name: str) -> T | None:
    """What a request says under a name: in the documented spelling, or else in another case."""
    if name in said:
        return said[name]
    folded = name.lower()
    return next((value for known, value in said.items() if known.lower() == folded), None)


def size_of(request: HttpRequest) -> int:
    """The size of a request in memory, about, in bytes."""
    headers = sum(len(name) + len(value) for name, value in request.headers.items())
    return len(request.target) + headers + len(request.content)


@dataclass(slots=True)
class HttpResponse:
    """A response. ``body`` is a resource in JSON form, encoded in the format of the request; ``content`` is sent as is."""

    status: int = 200
    body: dict[str, Any] | None = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    state: str | None = None
    """The state class of the body, as ``module.Class``."""


class HttpError(Exception):
    """An error response. A code that is not given is the general one of the status."""

    def __init__(
        self,
        status: int,
        code: str | None = None,
        subcode: str | None = None,
        message: str = "",
        *,
        parameters: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}/{subcode}")
        self.status = status
        self.code = settled(status, None, subcode)[1] if code is None else code
        self.subcode, self.message = subcode, message
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
    """A JSON document that is no resource."""
    return json.dumps(value).encode()
