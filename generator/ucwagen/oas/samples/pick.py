"""Documented messages of an operation, as example objects. What a mend of a message says, stays with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.addresses.routes import Examples
from ucwagen.oas.text.names import key
from ucwagen.source import http
from ucwagen.source.depth import load_json
from ucwagen.source.http import Direction, Example

Json = dict[str, Any]
PLACEHOLDERS = "x-placeholders"
"""Where a documented value is none of its type, as the reference has it."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A documented message in its parts."""

    page: str
    example: Example
    message: http.Message

    @property
    def header(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.message.headers}

    @property
    def status(self) -> int:
        """The status of a response; 200 for one that has only a body."""
        return int(self.message.start.split()[1]) if self.message.start else 200


def samples(endpoint: Endpoint, examples: Examples, direction: Direction) -> tuple[Sample, ...]:
    """The messages of all resources at an address, without those of an older edition alone."""
    return tuple(
        Sample(one.resource.ref.page, example, http.split(example.text))
        for one in endpoint.served
        for example in examples.get(one.resource.ref.page, ())
        if (example.direction, example.method, example.edition) == (direction, endpoint.method, None)
    )


def events(examples: Examples) -> tuple[Sample, ...]:
    """The documented pages of events, of all resources."""
    return tuple(
        Sample(page, example, http.split(example.text))
        for page in sorted(examples)
        for example in examples[page]
        if example.direction == "event" and example.edition is None
    )


def as_examples(found: Iterable[Sample], *, text: bool = False) -> Json:
    """Example objects by name; a body in XML, and with ``text`` any body, is a text."""
    rows = (one for one in found if one.message.body.strip())
    return {_key(one): {"summary": one.example.title, **_value(one, text), **dict(_mended(one))} for one in rows}


def _key(one: Sample) -> str:
    return key("-".join((one.page, one.example.method, *one.example.words)))


def _value(one: Sample, text: bool) -> Json:
    body = one.message.body
    if one.example.format == "xml" or text:
        return {"value": body}
    try:
        return {"value": load_json(body)}
    except ValueError:
        return {"value": body}


def _mended(one: Sample) -> Iterator[tuple[str, list[str]]]:
    paths = [mend.text for mend in one.example.mends if mend.kind == "placeholder"]
    if paths:
        yield PLACEHOLDERS, paths
