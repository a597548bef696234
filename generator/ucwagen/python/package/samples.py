"""Documented messages in, the data of the sandbox out: what each resource responds with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ucwagen.model.types.api import Api, Event, Operation, Resource
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.extras import Examples
from ucwagen.source import http
from ucwagen.source.addresses import BaseUrl, base_url, find_hrefs, hosts, rebase, requested, without_hosts
from ucwagen.source.depth import load_json
from ucwagen.target import TextView

KEPT = ("location", "etag", "content-type")


def samples(api: Api, examples: Examples, vocabulary: Vocabulary) -> TextView:
    """For each resource its addresses, its classes, its events, and the documented response of each operation."""
    data = {of.ref.page: _resource(of, tuple(examples.get(of.ref.page, ())), vocabulary) for of in api.resources}
    base, known = _base(api, data), hosts(example for found in examples.values() for example in found)
    data = {page: _settled(row, base, known) for page, row in data.items()}
    bodies = [(one.get("path", ""), one.get("body")) for row in data.values() for one in row["operations"].values()]
    hrefs = find_hrefs(bodies)
    for row in data.values():
        if not any(one.get("path") for one in row["operations"].values()):
            row["path"] = hrefs.get(row["rel"], "")
    return TextView(template="", path=PurePosixPath(vocabulary.package, "sandbox", "samples.json"), text=_text(data))


def _resource(of: Resource, examples: tuple[http.Example, ...], vocabulary: Vocabulary) -> dict[str, Any]:
    messages = [example for example in examples if example.format == "json" and not example.edition]
    return {
        "rel": of.ref.rel,
        "revision": of.ref.revision,
        "link": vocabulary.link_path(of.ref),
        "state": vocabulary.state_path(of.ref) if of.ref.owner.has_state else None,
        "represents": of.ref.represents is not None,
        "events": _priorities(of.events),
        "operations": {operation.method: _operation(operation, messages) for operation in of.operations},
    }


def _priorities(events: Iterable[Event]) -> dict[str, dict[str, str]]:
    """The priority of each event, by its type and its rel."""
    found: dict[str, dict[str, str]] = {}
    for event in events:
        found.setdefault(event.type, {})[event.resource] = event.priority
    return found


def _operation(operation: Operation, messages: Iterable[http.Example]) -> dict[str, Any]:
    mine = [message for message in messages if message.method == operation.method and not message.words]
    request = next((http.split(message.text) for message in mine if message.direction == "request"), None)
    response = next((http.split(message.text) for message in mine if message.direction == "response"), None)
    return {**(_request(request) if request else {}), **(_response(response) if response else {})}


def _request(message: http.Message) -> dict[str, Any]:
    target = urlsplit(requested(message))
    return {"path": target.path, "query": dict(parse_qsl(target.query))}


def _response(message: http.Message) -> dict[str, Any]:
    fields = {name.lower(): value for name, value in message.headers}
    return {
        "status": int(message.start.split()[1]) if message.start else 200,
        "headers": {name: fields[name] for name in KEPT if name in fields},
        "body": _body(message.body),
    }


def _body(text: str) -> Any:
    """A JSON value, or the text of a body that is not JSON."""
    try:
        return load_json(text) if text.strip() else None
    except ValueError:
        return text


def _base(api: Api, data: Mapping[str, Any]) -> BaseUrl | None:
    """The application of the samples: the address at which a documented request reads it."""
    ref = dict(api.roles).get("application")
    request = data[ref.page]["operations"].get("GET", {}) if ref else {}
    return base_url(request.get("path", ""))


def _settled(row: dict[str, Any], base: BaseUrl | None, known: frozenset[str]) -> dict[str, Any]:
    """The row with all addresses in the one application, and without the hosts of the samples."""
    operations = row["operations"] if base is None else rebase(row["operations"], base)
    return {**row, "operations": without_hosts(operations, known)}


def _text(data: Any) -> str:
    """A JSON document: ASCII, sorted, in lines."""
    return json.dumps(data, indent=1, sort_keys=True) + "\n"
