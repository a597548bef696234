"""What the samples of all pages show of each resource and of each request: values, links, embedded resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

from ucwagen.capture.infer.reference import Reference
from ucwagen.capture.read.facts import SampleFact
from ucwagen.source.depth import load_json, too_deep
from ucwagen.source.http import Message, split

DATA = "data:"
_MEMBERS = ("property", "propertyList", "link")
_OWN_KEYS = ("rel", "_links", "_embedded", "etag", "revision")


@dataclass(frozen=True, slots=True)
class Sightings:
    """Everything that was seen under one name. JSON alone tells kinds of values, and lists from single things."""

    values: dict[str, list[Any]] = field(default_factory=dict)
    """JSON values by property; lists stay lists."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """Values as text, from XML and from queries."""
    links: dict[str, bool] = field(default_factory=dict)
    """Whether a list of links was seen, by rel."""
    data: dict[str, bool] = field(default_factory=dict)
    """The same of links whose address is a ``data:`` URI."""
    embedded: dict[str, bool] = field(default_factory=dict)
    """Whether a list was seen, by rel."""

    def add(self, other: Sightings) -> None:
        for name, values in other.values.items():
            self.values.setdefault(name, []).extend(values)
        for name, texts in other.texts.items():
            self.texts.setdefault(name, []).extend(texts)
        for mine, more in ((self.links, other.links), (self.data, other.data), (self.embedded, other.embedded)):
            for rel, many in more.items():
                mine[rel] = mine.get(rel, False) or many


@dataclass(frozen=True, slots=True)
class ResponseEvidence:
    """What the samples of a response show as a whole."""

    has_body: bool
    has_location: bool
    rels: frozenset[str | None]
    """The rels of the bodies; None for a body without one."""
    is_resource: bool
    """Whether a body is a representation at all."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sightings by rel of a body or of the place where it is embedded; of requests by page and method."""

    bodies: dict[str, Sightings] = field(default_factory=dict)
    inputs: dict[tuple[str, str], Sightings] = field(default_factory=dict)
    queries: dict[tuple[str, str], Sightings] = field(default_factory=dict)
    inside: dict[str, set[str | None]] = field(default_factory=dict)
    """The rels that embedded JSON bodies bear, by the rel under which they stand."""

    def sent(self, page: str, method: str) -> Sightings:
        """Everything that requests send, in the body or in the query."""
        seen = Sightings()
        for table in (self.inputs, self.queries):
            seen.add(table.get((page, method), Sightings()))
        return seen

    def of(self, *names: str) -> Sightings:
        """Everything that was seen under any of the names."""
        seen = Sightings()
        for name in dict.fromkeys(names):
            seen.add(self.bodies.get(name, Sightings()))
        return seen


def evidence(reference: Reference) -> Evidence:
    """The samples of all operations and events."""
    found = Evidence()
    for name, operation in reference.all_operations():
        for sample in operation.samples:
            if sample.kind == "request":
                _request(found, (name, operation.method), sample)
            else:
                _body(found, sample, name if operation.method == "GET" else None)
    for name in reference.resources():
        for page in reference.in_order(name):
            for event in page.events:
                _event(found, event.sample)
    return found


def answer(samples: Iterable[SampleFact]) -> ResponseEvidence:
    """The responses among the samples, taken together."""
    messages = [(sample, split(sample.text)) for sample in samples if sample.kind == "response"]
    bodies = [(sample.format, message.body) for sample, message in messages if message.body.strip()]
    roots = [root for form, body in bodies if (root := _root(form, body)) is not None]
    return ResponseEvidence(
        has_body=bool(bodies),
        has_location=any(name.lower() == "location" for _, message in messages for name, _ in message.headers),
        rels=frozenset(rel for _, rel in roots),
        is_resource=any(resource for resource, _ in roots),
    )


def media_types(samples: Iterable[SampleFact], kind: str) -> tuple[str, ...]:
    """The content types of the requests or responses, without parameters."""
    found = [
        value.partition(";")[0].strip()
        for sample in samples
        if sample.kind == kind
        for name, value in split(sample.text).headers
        if name.lower() == "content-type"
    ]
    return tuple(dict.fromkeys(found))


def parsed(sample: SampleFact) -> tuple[Message, Any]:
    """The message, and its JSON object or XML root; None where it has neither."""
    message = split(sample.text)
    return message, _parse(sample.format, message.body)


def _parse(form: str, body: str) -> Any:
    text = body.strip()
    try:
        if form == "json" and text.startswith("{"):
            return load_json(text)
        if form == "xml" and text.startswith("<") and too_deep(text, form) is None:
            return ElementTree.fromstring(text)
    except (ValueError, ElementTree.ParseError):
        return None
    return None


def _root(form: str, body: str) -> tuple[bool, str | None] | None:
    """Whether a body is a representation, and its rel."""
    tree = _parse(form, body)
    if isinstance(tree, Mapping):
        return bool({"rel", "_links"} & set(tree)), tree.get("rel")
    if tree is not None:
        return _is_resource(tree), tree.get("rel")
    return None


def _body(found: Evidence, sample: SampleFact, name: str | None) -> None:
    _, tree = parsed(sample)
    if isinstance(tree, Mapping):
        _json(found, tree, name)
    elif tree is not None and _is_resource(tree):
        _xml(found, tree, name)


def _event(found: Evidence, sample: SampleFact | None) -> None:
    tree = _parse("json", sample.text) if sample else None
    for sender in (tree or {}).get("sender", ()):
        for event in sender.get("events", ()):
            for rel, inside in (event.get("_embedded") or {}).items():
                for item in _items(inside):
                    _json(found, item, rel)


def _json(found: Evidence, tree: Mapping[str, Any], name: str | None) -> None:
    seen = _json_members(tree)
    for rel, inside in (tree.get("_embedded") or {}).items():
        seen.embedded[rel] = isinstance(inside, list)
        for item in _items(inside):
            found.inside.setdefault(rel, set()).add(item.get("rel"))
            _json(found, item, rel)
    _keep(found, seen, name, tree.get("rel"))


def _json_members(tree: Mapping[str, Any]) -> Sightings:
    seen = Sightings(values={name: [value] for name, value in tree.items() if name not in _OWN_KEYS})
    for rel, link in (tree.get("_links") or {}).items():
        is_data = any(str(item.get("href", "")).startswith(DATA) for item in _items(link))
        (seen.data if is_data else seen.links)[rel] = isinstance(link, list)
    return seen


def _items(thing: Any) -> Iterator[Mapping[str, Any]]:
    yield from thing if isinstance(thing, list) else (thing,)


def _xml(found: Evidence, tree: ElementTree.Element, name: str | None) -> None:
    seen = _xml_members(tree)
    for child in tree:
        if _is_resource(child):
            seen.embedded.setdefault(child.get("rel", ""), False)
            _xml(found, child, None)
    _keep(found, seen, name, tree.get("rel"))


def _xml_members(tree: ElementTree.Element) -> Sightings:
    seen = Sightings()
    for child in tree:
        name = child.get("name") or child.get("rel") or ""
        if _tag(child) == "property":
            seen.texts.setdefault(name, []).append(child.text or "")
        elif _tag(child) == "propertyList":
            seen.texts.setdefault(name, []).extend(item.text or "" for item in child)
        elif _tag(child) == "link":
            rels = seen.data if (child.get("href") or "").startswith(DATA) else seen.links
            rels[name] = name in rels
    return seen


def _is_resource(element: ElementTree.Element) -> bool:
    """Whether an element is a representation: each API names it in its own way, and it has a rel or an address."""
    return _tag(element) not in _MEMBERS and not {"rel", "href"}.isdisjoint(element.attrib)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _keep(found: Evidence, seen: Sightings, *names: str | None) -> None:
    for name in dict.fromkeys(name for name in names if name):
        found.bodies.setdefault(name, Sightings()).add(seen)


def _request(found: Evidence, key: tuple[str, str], sample: SampleFact) -> None:
    message, tree = parsed(sample)
    found.inputs.setdefault(key, Sightings()).add(members(tree))
    queries = found.queries.setdefault(key, Sightings())
    for name, value in query(message):
        queries.texts.setdefault(name, []).append(value)


def query(message: Message) -> list[tuple[str, str]]:
    """The parameters in the address of a request."""
    address = f"{message.start}  ".split(" ")[1]
    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


def members(tree: Any) -> Sightings:
    """What a body holds by itself, of which ``parsed`` made a JSON object or an XML root."""
    if isinstance(tree, Mapping):
        return _json_members(tree)
    return Sightings() if tree is None else _xml_members(tree)
