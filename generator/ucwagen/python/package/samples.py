"""Documented messages in, the data of the sandbox out: what each resource responds with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ucwagen.model.types.api import Api, Event, Resource
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.extras import Examples
from ucwagen.source import http
from ucwagen.source.addresses import BaseUrl, base_url, find_hrefs, hosts, rebase, requested, without_hosts
from ucwagen.source.depth import load_json
from ucwagen.target import TextView

KEPT = ("location", "etag", "content-type")


@dataclass(frozen=True, slots=True)
class Outline:
    """What is said of a resource beside its messages: its classes, its methods, and its events."""

    page: str
    rel: str
    revision: int
    link: str
    state: str | None
    represents: bool
    events: tuple[Event, ...]
    methods: tuple[str, ...]


def outlines(api: Api, vocabulary: Vocabulary) -> tuple[Outline, ...]:
    """Every resource, without what its samples do not depend on."""
    return tuple(_outline(of, vocabulary) for of in api.resources)


def samples(resources: tuple[Outline, ...], application: str | None, examples: Examples, package: str) -> TextView:
    """For each resource its addresses, its classes, its events, and the documented response of each operation.

    ``application`` is the page with this role.
    """
    data = {of.page: _resource(of, tuple(examples.get(of.page, ()))) for of in resources}
    base, known = _base(application, data), hosts(example for found in examples.values() for example in found)
    data = {page: _settled(row, base, known) for page, row in data.items()}
    bodies = [(one.get("path", ""), one.get("body")) for row in data.values() for one in row["operations"].values()]
    hrefs = find_hrefs(bodies)
    for row in data.values():
        if not any(one.get("path") for one in row["operations"].values()):
            row["path"] = hrefs.get(row["rel"], "")
    return TextView(template="", path=PurePosixPath(package, "sandbox", "samples.json"), text=_text(data))


def _outline(of: Resource, vocabulary: Vocabulary) -> Outline:
    return Outline(
        page=of.ref.page,
        rel=of.ref.rel,
        revision=of.ref.revision,
        link=vocabulary.link_path(of.ref),
        state=vocabulary.state_path(of.ref) if of.ref.owner.has_state else None,
        represents=of.ref.represents is not None,
        events=tuple(replace(event, summary="") for event in of.events),
        methods=tuple(operation.method for operation in of.operations),
    )


def _resource(of: Outline, examples: tuple[http.Example, ...]) -> dict[str, Any]:
    messages = [example for example in examples if example.format == "json" and not example.edition]
    return {
        "rel": of.rel,
        "revision": of.revision,
        "link": of.link,
        "state": of.state,
        "represents": of.represents,
        "events": _priorities(of.events),
        "operations": {method: _operation(method, messages) for method in of.methods},
    }


def _priorities(events: Iterable[Event]) -> dict[str, dict[str, str]]:
    """The priority of each event, by its type and its rel."""
    found: dict[str, dict[str, str]] = {}
    for event in events:
        found.setdefault(event.type, {})[event.resource] = event.priority
    return found


def _operation(method: str, messages: Iterable[http.Example]) -> dict[str, Any]:
    mine = [message for message in messages if message.method == method and not message.words]
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


def _base(application: str | None, data: Mapping[str, Any]) -> BaseUrl | None:
    """The application of the samples: the address at which a documented request reads it."""
    request = data[application]["operations"].get("GET", {}) if application else {}
    return base_url(request.get("path", ""))


def _settled(row: dict[str, Any], base: BaseUrl | None, known: frozenset[str]) -> dict[str, Any]:
    """The row with all addresses in the one application, and without the hosts of the samples."""
    operations = row["operations"] if base is None else rebase(row["operations"], base)
    return {**row, "operations": without_hosts(operations, known)}


def _text(data: Any) -> str:
    """A JSON document: ASCII, sorted, in lines."""
    return json.dumps(data, indent=1, sort_keys=True) + "\n"
