"""Documented messages in, the data out that the sandbox answers with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ucwagen.model.types import Api, Event, Operation, Resource
from ucwagen.python.extras import Examples
from ucwagen.python.places import Home, at_home, home, led_to
from ucwagen.python.vocabulary import Vocabulary
from ucwagen.source import http
from ucwagen.source.depth import load_json
from ucwagen.target import TextView

KEPT = ("location", "etag", "content-type")


def samples(api: Api, examples: Examples, vocabulary: Vocabulary) -> TextView:
    """For each resource where it is, what it is called, what it tells of, and what each of its operations answers."""
    data = {of.head.page: _resource(of, tuple(examples.get(of.head.page, ())), vocabulary) for of in api.resources}
    there = _home(api, data)
    data = {page: _settled(row, there) for page, row in data.items()}
    bodies = [row.get("body") for page in data.values() for row in page["operations"].values()]
    for row in data.values():
        if not row["operations"]:
            row["path"] = led_to(row["rel"], bodies)
    return TextView(template="", path=PurePosixPath(vocabulary.package, "sandbox", "samples.json"), text=_text(data))


def _resource(of: Resource, examples: tuple[http.Example, ...], vocabulary: Vocabulary) -> dict[str, Any]:
    messages = [example for example in examples if example.format == "json" and not example.edition]
    return {
        "rel": of.head.rel,
        "revision": of.head.revision,
        "link": vocabulary.link_path(of.head),
        "state": vocabulary.state_path(of.head) if of.head.owner.has_state else None,
        "represents": of.head.represents is not None,
        "events": _priorities(of.events),
        "operations": {operation.method: _operation(operation, messages) for operation in of.operations},
    }


def _priorities(events: Iterable[Event]) -> dict[str, dict[str, str]]:
    """How urgent each event is, by its type and by the rel that it tells of."""
    found: dict[str, dict[str, str]] = {}
    for event in events:
        found.setdefault(event.type, {})[event.resource] = event.priority
    return found


def _operation(operation: Operation, messages: Iterable[http.Example]) -> dict[str, Any]:
    mine = [message for message in messages if message.method == operation.method and not message.words]
    asked = next((http.split(message.text) for message in mine if message.direction == "request"), None)
    answered = next((http.split(message.text) for message in mine if message.direction == "response"), None)
    return {**(_request(asked) if asked else {}), **(_response(answered) if answered else {})}


def _request(message: http.Message) -> dict[str, Any]:
    target = urlsplit(message.start.split()[1])
    return {"path": target.path, "query": dict(parse_qsl(target.query))}


def _response(message: http.Message) -> dict[str, Any]:
    fields = {name.lower(): value for name, value in message.headers}
    return {
        "status": int(message.start.split()[1]) if message.start else 200,
        "headers": {name: fields[name] for name in KEPT if name in fields},
        "body": _body(message.body),
    }


def _body(text: str) -> Any:
    """A JSON value, or the text where it is none."""
    try:
        return load_json(text) if text.strip() else None
    except ValueError:
        return text


def _home(api: Api, data: Mapping[str, Any]) -> Home | None:
    """Where the documented request that reads the application goes."""
    head = dict(api.roles).get("application")
    asked = data[head.page]["operations"].get("GET", {}) if head else {}
    return home(asked.get("path", ""))


def _settled(row: dict[str, Any], there: Home | None) -> dict[str, Any]:
    """The row with all addresses below the one application."""
    return row if there is None else {**row, "operations": at_home(row["operations"], there)}


def _text(data: Any) -> str:
    """A JSON document: ASCII, sorted, in lines."""
    return json.dumps(data, indent=1, sort_keys=True) + "\n"
