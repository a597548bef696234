"""A documented request in, the values of an operation's parameters out, by wire name as the message has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ucwagen.model.types.api import Operation, Place
from ucwagen.source import http
from ucwagen.source.depth import load_json

Wire = dict[str, Any]


def request_of(operation: Operation, examples: Iterable[http.Example]) -> http.Example | None:
    """The request that shows how the operation is called: in JSON, of the newest edition."""
    mine = (row for row in examples if row.method == operation.method and row.direction == "request")
    return next((row for row in mine if row.format == "json" and not row.edition), None)


def address_of(operation: Operation, message: http.Message) -> str:
    """The address in the request, without what the call adds."""
    split = urlsplit(message.start.split()[1])
    added = {row.name for row in operation.parameters if Place.QUERY in row.places}
    kept = [pair for pair in parse_qsl(split.query, keep_blank_values=True) if pair[0] not in added]
    return urlunsplit(split._replace(query=urlencode(kept)))


def wire_values(operation: Operation, example: http.Example) -> Wire:
    """What the request says of the parameters, and what the specs supply."""
    message = http.split(example.text)
    supplied = (mend.text.partition(" = ") for mend in example.mends if mend.kind == "supplied")
    found = {**{name: value for name, _, value in supplied}, **_query(message), **_body(operation, message)}
    return {row.name: found[row.name] for row in operation.parameters if found.get(row.name) is not None}


def _query(message: http.Message) -> Wire:
    wire: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(message.start.split()[1]).query, keep_blank_values=True):
        wire.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in wire.items()}


def _body(operation: Operation, message: http.Message) -> Wire:
    """The members of the body; of links, the addresses."""
    try:
        tree = load_json(message.body) if message.body.strip() and not operation.content else {}
    except ValueError:
        return {}
    if not isinstance(tree, dict):
        return {}
    links = tree.get("_links")
    found = {rel: _href(link) for rel, link in links.items()} if isinstance(links, dict) else {}
    return {**found, **{name: value for name, value in tree.items() if name != "_links"}}


def _href(link: Any) -> Any:
    if isinstance(link, list):
        return [_href(one) for one in link]
    return link.get("href") if isinstance(link, dict) else None
