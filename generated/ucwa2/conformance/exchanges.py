"""Exchanges with a server: a request with its answer, and those that a batch holds, part by part."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from .._runtime.base.errors import DecodeError, InvalidArgument
from .._runtime.reading.decode import decode
from .._runtime.states.state import State
from .sending import RawRequest, RawResponse
from .transcript import split

_BOUNDARY = re.compile(r'boundary="?([^";,\s]+)', re.IGNORECASE)
_STATUS = re.compile(r"HTTP/\S+ (\d+)")


def exchanges(request: RawRequest, answer: RawResponse) -> Iterator[tuple[RawRequest, RawResponse]]:
    """The exchange itself; of a batch each request in it, with the answer in its place."""
    kind = next((value for name, value in request.headers if name.lower() == "content-type"), "")
    if "multipart" not in kind.lower():
        yield request, answer
        return
    asked = parts_of(kind, request.body.decode("utf-8", "replace"))
    came = parts_of(answer.header("content-type") or "", answer.body.decode("utf-8", "replace"))
    for one, other in zip(asked, came, strict=False):
        start, headers, body = split(one)
        their_start, their_headers, their_body = split(other)
        words, status = start.split(), _STATUS.match(their_start)
        if len(words) > 1 and status is not None:
            url = urljoin(answer.url, words[1])
            inner = replace(request, method=words[0], url=url, headers=tuple(headers), body=body.encode())
            yield inner, RawResponse(url, int(status[1]), tuple(their_headers), their_body.encode())


def parts_of(media_type: str, body: str) -> list[str]:
    """The messages in the parts of a body, without the headers around them."""
    found = _BOUNDARY.search(media_type)
    if found is None:
        return []
    pieces = body.replace("\r\n", "\n").split(f"--{found[1]}")[1:-1]
    return [piece.strip("\n").partition("\n\n")[2] for piece in pieces]


def json_of(content: bytes | str) -> Any:
    """A JSON value; None where the content is none."""
    try:
        return json.loads(content)
    except ValueError:
        return None


def resource_of(answer: RawResponse) -> Any:
    """The resource in a body of either format, as JSON has it; None where there is none."""
    body = json_of(answer.body)
    if body is not None or not answer.body.strip():
        return body
    try:
        found = decode(answer.body, answer.header("content-type"))
        return found.to_dict(wire=True) if isinstance(found, State) else None
    except (DecodeError, InvalidArgument):
        return None
