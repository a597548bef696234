"""Parsed samples come in; what they show goes out, by resource and by request: values, links, embedded resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from ucwagen.capture.infer.parsed_samples import ParsedSample, events, items, table, tag

DATA = "data:"
_MEMBERS = ("property", "propertyList", "link")
_OWN_KEYS = ("rel", "_links", "_embedded", "etag", "revision")


@dataclass(frozen=True, slots=True)
class SeenValues:
    """What was seen of one property or parameter. JSON alone tells kinds of values, and lists from single values."""

    values: tuple[Any, ...] = ()
    """JSON values; lists stay lists."""
    texts: tuple[str, ...] = ()
    """Values as text, from XML and from queries."""
    data: bool | None = None
    """Whether a list of ``data:`` links of this name was seen; None where none was."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """Everything that was seen under one name."""

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
        """Take in what was seen elsewhere under the same name."""
        for name, values in other.values.items():
            self.values.setdefault(name, []).extend(values)
        for name, texts in other.texts.items():
            self.texts.setdefault(name, []).extend(texts)
        for mine, more in ((self.links, other.links), (self.data, other.data), (self.embedded, other.embedded)):
            for rel, many in more.items():
                mine[rel] = mine.get(rel, False) or many

    def one(self, name: str) -> SeenValues:
        """What was seen of one property or parameter."""
        return SeenValues(tuple(self.values.get(name, ())), tuple(self.texts.get(name, ())), self.data.get(name))


NOTHING = Sightings()


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
        for requests in (self.inputs, self.queries):
            seen.add(requests.get((page, method), NOTHING))
        return seen

    def of(self, *names: str) -> Sightings:
        """Everything that was seen under any of the names."""
        seen = Sightings()
        for name in dict.fromkeys(names):
            seen.add(self.bodies.get(name, NOTHING))
        return seen

    def one(self, name: str, pages: Iterable[str]) -> SeenValues:
        """What was seen of one property under any of the names of pages."""
        seen = [self.bodies[page].one(name) for page in dict.fromkeys(pages) if page in self.bodies]
        lists = [one.data for one in seen if one.data is not None]
        return SeenValues(
            tuple(value for one in seen for value in one.values),
            tuple(text for one in seen for text in one.texts),
            any(lists) if lists else None,
        )

    def add(self, other: Evidence) -> None:
        """Take in what other samples show."""
        _add(self.bodies, other.bodies)
        _add(self.inputs, other.inputs)
        _add(self.queries, other.queries)
        for rel, rels in other.inside.items():
            self.inside.setdefault(rel, set()).update(rels)


def _add(mine: dict[Any, Sightings], more: Mapping[Any, Sightings]) -> None:
    for key, seen in more.items():
        mine.setdefault(key, Sightings()).add(seen)


def together(parts: Iterable[Evidence]) -> Evidence:
    """What all samples show."""
    found = Evidence()
    for part in parts:
        found.add(part)
    return found


def of_messages(page: str, method: str, samples: Iterable[ParsedSample]) -> Evidence:
    """What the samples of one operation show."""
    found = Evidence()
    for parsed in samples:
        if parsed.sample.kind == "request":
            _request(found, (page, method), parsed)
        else:
            _body(found, parsed.tree, page if method == "GET" else None)
    return found


def of_events(samples: Iterable[ParsedSample]) -> Evidence:
    """What the samples of events show."""
    found = Evidence()
    for parsed in samples:
        for event in events(parsed.tree):
            for rel, inside in table(event, "_embedded").items():
                for item in items(inside):
                    _json(found, item, rel)
    return found


def _body(found: Evidence, tree: Any, name: str | None) -> None:
    if isinstance(tree, Mapping):
        _json(found, tree, name)
    elif tree is not None and is_resource(tree):
        _xml(found, tree, name)


def _json(found: Evidence, tree: Mapping[str, Any], name: str | None) -> None:
    seen = _json_members(tree)
    for rel, inside in table(tree, "_embedded").items():
        seen.embedded[rel] = isinstance(inside, list)
        for item in items(inside):
            found.inside.setdefault(rel, set()).add(rel_of(item))
            _json(found, item, rel)
    _keep(found, seen, name, rel_of(tree))


def rel_of(tree: Mapping[str, Any]) -> str | None:
    """The rel that a JSON object bears."""
    rel = tree.get("rel")
    return rel if isinstance(rel, str) else None


def _json_members(tree: Mapping[str, Any]) -> Sightings:
    seen = Sightings(values={name: [value] for name, value in tree.items() if name not in _OWN_KEYS})
    for rel, link in table(tree, "_links").items():
        is_data = any(str(item.get("href", "")).startswith(DATA) for item in items(link))
        (seen.data if is_data else seen.links)[rel] = isinstance(link, list)
    return seen


def _xml(found: Evidence, tree: ElementTree.Element, name: str | None) -> None:
    seen = _xml_members(tree)
    for child in tree:
        if is_resource(child):
            seen.embedded.setdefault(child.get("rel", ""), False)
            _xml(found, child, None)
    _keep(found, seen, name, tree.get("rel"))


def _xml_members(tree: ElementTree.Element) -> Sightings:
    seen = Sightings()
    for child in tree:
        name = child.get("name") or child.get("rel") or ""
        if tag(child) == "property":
            seen.texts.setdefault(name, []).append(child.text or "")
        elif tag(child) == "propertyList":
            seen.texts.setdefault(name, []).extend(item.text or "" for item in child)
        elif tag(child) == "link":
            rels = seen.data if (child.get("href") or "").startswith(DATA) else seen.links
            rels[name] = name in rels
    return seen


def is_resource(element: ElementTree.Element) -> bool:
    """Whether an element is a representation: each API names it in its own way, and it has a rel or an address."""
    return tag(element) not in _MEMBERS and not {"rel", "href"}.isdisjoint(element.attrib)


def _keep(found: Evidence, seen: Sightings, *names: str | None) -> None:
    for name in dict.fromkeys(name for name in names if name):
        found.bodies.setdefault(name, Sightings()).add(seen)


def _request(found: Evidence, key: tuple[str, str], parsed: ParsedSample) -> None:
    found.inputs.setdefault(key, Sightings()).add(members(parsed.tree))
    queries = found.queries.setdefault(key, Sightings())
    for name, value in parsed.query:
        queries.texts.setdefault(name, []).append(value)


def members(tree: Any) -> Sightings:
    """What a JSON object or an XML root holds by itself."""
    if isinstance(tree, Mapping):
        return _json_members(tree)
    return Sightings() if tree is None else _xml_members(tree)
