"""A documented message comes in; its parts go out, parsed once for all rooms that look into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit
from xml.etree import ElementTree

from ucwagen.capture.read.facts import SampleFact
from ucwagen.source.depth import load_json, too_deep
from ucwagen.source.http import Message, split


@dataclass(frozen=True, slots=True)
class ParsedSample:
    """A sample, its message in parts, and its JSON object or XML root; ``tree`` is None where it has neither."""

    sample: SampleFact
    message: Message
    tree: Any

    @property
    def query(self) -> list[tuple[str, str]]:
        """The parameters in the address of a request."""
        address = f"{self.message.start}  ".split(" ")[1]
        return parse_qsl(split_address(address).query, keep_blank_values=True)

    @property
    def media_type(self) -> str:
        """The content type without parameters; empty where no header states it."""
        found = (value for name, value in self.message.headers if name.lower() == "content-type")
        return next(found, "").partition(";")[0].strip()

    def has_header(self, wanted: str) -> bool:
        """Whether the message has a header of this name, given in lower case."""
        return any(name.lower() == wanted for name, _ in self.message.headers)


def parse(sample: SampleFact) -> ParsedSample:
    """The sample with its parts."""
    message = split(sample.text)
    return ParsedSample(sample, message, _tree(sample.format, message.body))


def _tree(form: str, body: str) -> Any:
    text = body.strip()
    try:
        if form == "json" and text.startswith("{"):
            return load_json(text)
        if form == "xml" and text.startswith("<") and too_deep(text, form) is None:
            return ElementTree.fromstring(text)
    except (ValueError, ElementTree.ParseError):
        return None
    return None


def split_address(address: str) -> SplitResult:
    """An address in its parts; one that is malformed is a path."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", address, "", "")


def table(tree: Any, name: str) -> Mapping[str, Any]:
    """The object that a JSON object holds under a name; empty where it holds something else."""
    found = tree.get(name) if isinstance(tree, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def items(thing: Any) -> Iterator[Mapping[str, Any]]:
    """The JSON objects of a list, or the one object that stands in place of a list."""
    for item in thing if isinstance(thing, list) else (thing,):
        if isinstance(item, Mapping):
            yield item


def events(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The events that the JSON body of an event channel holds."""
    for sender in items(tree.get("sender") if isinstance(tree, Mapping) else None):
        yield from items(sender.get("events"))


def tag(element: ElementTree.Element) -> str:
    """The name of an XML element without its namespace."""
    return element.tag.rpartition("}")[2]
