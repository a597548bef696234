"""Documented messages in, the views of the README's first messages out: states that a reader sees decoded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import PurePosixPath
from typing import Any, cast

from ucwagen.calls import Call, directly
from ucwagen.model.types.api import Api, Kind, Resource
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.namespace import named
from ucwagen.python.package.documented import body_of
from ucwagen.python.package.extras import Examples
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import phrase
from ucwagen.python.views.package import MessageView
from ucwagen.source.http import Example
from ucwagen.target import TextView

LONGEST = 90
"""Characters of a message that is shown."""
MADE_UP = "text"
"""The value that stands where no message is documented."""


def first_messages(
    api: Api, examples: Examples, vocabulary: Vocabulary, call: Call = directly
) -> Iterator[MessageView]:
    """Documented answers of one short line, those with most words first; a made-up one for a page that has none."""
    found = []
    for resource in api.resources:
        if resource.ref.has_state and resource.ref.revision == 1:
            message = _documented(resource, examples, call)
            view = _view(resource, message, vocabulary)
            if view:
                found.append(((-len(view.value.split()), -len(message), len(view.source), resource.ref.page), view))
    yield from (view for _, view in sorted(found, key=itemgetter(0)))


def answer(page: str, messages: Iterable[Example]) -> TextView:
    """The body of the documented answer to a GET, as JSON."""
    body = body_of({page: messages}, page, "GET", "response")
    return TextView(template="", path=PurePosixPath(page), text=json.dumps(body))


def _documented(resource: Resource, examples: Examples, call: Call) -> Mapping[str, Any]:
    """The properties of the documented answer to a GET, without those that hold more than one value."""
    page = resource.ref.page
    if page not in examples:
        return {}
    body = json.loads(cast(TextView, call(answer, page, examples[page])).text)
    plain = {name: value for name, value in body.items() if isinstance(value, str | int | bool)}
    known = {row.name for row in resource.properties} | {"rel"}
    found = {name: plain[name] for name in ("rel", *plain) if name in plain and name in known}
    return found if found.get("rel", resource.ref.rel) == resource.ref.rel and _is_plain(_json(found)) else {}


def _view(resource: Resource, message: Mapping[str, Any], vocabulary: Vocabulary) -> MessageView | None:
    """The message with the first of its texts; a message that has none gets one."""
    for row in resource.properties:
        attribute = named(row.name, row.given, vocabulary.styles.snake, names.STATE)
        if row.type.kind is Kind.STRING and not row.type.many and attribute:
            value = message.get(row.name, "" if message else MADE_UP)
            if isinstance(value, str) and value and _is_plain(value) and value == value.strip():
                own = vocabulary.of(resource.ref)
                source = Code(f"b'{_json(message or {row.name: value})}'")
                return MessageView(own.module, own.state, attribute, source, phrase(value))
    return None


def _json(message: Mapping[str, Any]) -> str:
    return json.dumps(message)


def _is_plain(text: str) -> bool:
    """Whether a text can stand in a bytes literal of one line as it is."""
    return text.isascii() and text.isprintable() and not set("'\\") & set(text) and len(text) <= LONGEST
