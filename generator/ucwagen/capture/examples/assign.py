"""The messages of a guide page as examples, each assigned to an operation of a resource.

What a person has to say or to mend is TODO: the resource where nothing tells it, a body that does not parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ucwagen.capture.examples.addresses import Addresses
from ucwagen.capture.examples.page_examples import Supplies, happened, in_title, placeholders
from ucwagen.capture.examples.repairs import RepairedSample, repaired_alone, respelled, status_line
from ucwagen.capture.read.facts import SampleFact
from ucwagen.capture.read.guide_messages import GuideMessage
from ucwagen.source.depth import load_json
from ucwagen.source.http import EVENT, Example, Format, Mend, split
from ucwagen.spec.placeholders import TODO
from ucwagen.spec.words import WITH_BODY

PART = "members without their object"
DONE = {
    "start line given again": "the start line, which the page gives twice, is there once",
    "cookie on two lines": "a cookie on two lines is put on one",
    "elided headers": "dots for headers that the page leaves out are taken out",
    "elided object": "dots for what an object holds are taken out",
    "elided lines": "dots for lines that the page leaves out are taken out",
    "comma before a closing bracket": "a comma before a closing bracket is taken out",
    PART: "the object around the members, which the page leaves out, is put in",
    "no start line": "the status line, which the page leaves out, is put in",
}
_PART = re.compile(r'(?=["{])\{?[^{]*"rel"\s*:')
_JSON_REL = re.compile(r'"rel"\s*:\s*"(\w+)"[^{}]*\}\s*$')
_XML_REL = re.compile(r"<(\w+)\b(?:[^>]*\brel=\"(\w+)\")?[^>]*>")


def is_message(message: GuideMessage) -> bool:
    """Whether a text is a message or a part of one; the others are scripts, commands, sketches."""
    return message.kind != "fragment" or message.format is not None or bool(_PART.match(message.text))


@dataclass(frozen=True, slots=True)
class RequestTarget:
    """An operation of a resource, or of none that is known."""

    method: str
    name: str | None
    format: Format


@dataclass(frozen=True, slots=True)
class Assigner:
    """What is known beside the page itself."""

    page: str
    addresses: Addresses
    events: str
    supplies: Supplies

    def examples(self, messages: Iterable[GuideMessage]) -> Iterator[tuple[GuideMessage, Example]]:
        """Every message with its example, in the order of the page."""
        asked: RequestTarget | None = None
        is_answered = True
        for message in filter(is_message, messages):
            if message.kind == "event":
                yield message, _event(message)
                continue
            if message.kind == "request":
                asked, is_answered = self._request(message), False
                spoken = asked
            else:
                spoken, is_answered = self._response(message, asked, is_answered), True
                asked = spoken if PART in message.notes else asked
            yield message, self._example(message, spoken)

    def _request(self, message: GuideMessage) -> RequestTarget:
        method, address, *_ = f"{message.text} ".split(" ")
        return RequestTarget(method, self.addresses.resource(method, address, self.page), message.format or "json")

    def _response(self, message: GuideMessage, asked: RequestTarget | None, is_answered: bool) -> RequestTarget:
        """The operation of the request before it; of a further response, where its body says so, another resource."""
        form = message.format or (asked.format if asked else "json")
        own = None if asked and not is_answered else self._body(message.text)
        if asked and (own is None or own == asked.name):
            return replace(asked, format=form)
        return RequestTarget("GET", own, form)

    def _body(self, text: str) -> str | None:
        if '"sender"' in text:
            return self.events
        found = _JSON_REL.search(text) or _XML_REL.search(text)
        return self.addresses.known.spelled(found[found.lastindex or 1]) if found else None

    def _example(self, message: GuideMessage, spoken: RequestTarget) -> Example:
        item, more = self._completed(_mended(message, spoken.format, self.supplies.codes), spoken)
        mends = (*item.mends, *([Mend("broken", TODO)] if message.unread else dict.fromkeys(more)))
        return Example(
            spoken.method, spoken.format, item.sample.kind, item.text, None, (in_title(spoken.name),), mends
        )  # fmt: skip

    def _completed(self, item: RepairedSample, spoken: RequestTarget) -> tuple[RepairedSample, Iterable[Mend]]:
        """The message with its members spelt right, and what it leaves out or what in it says nothing."""
        if item.sample.kind == "response":
            return item, placeholders(item)
        if spoken.name is None:
            return item, ()
        spec = self.addresses.known.operation(spoken.name, spoken.method)
        item = respelled(item, spec.get("parameters", ()))
        rules = (self.supplies.missing, _moved, _undocumented)
        return item, tuple(mend for rule in rules for mend in rule(spoken.method, spec, item))


def _moved(method: str, spec: Mapping[str, Any], item: RepairedSample) -> Iterator[Mend]:
    """What a request has in the address, and the method that makes it in the body."""
    rows = spec.get("parameters", {}) if method in WITH_BODY and "request" not in spec else {}
    for name, _ in item.parsed.query:
        if name in rows and rows[name].get("in") != "query":
            yield Mend("moved", name)


def _undocumented(method: str, spec: Mapping[str, Any], item: RepairedSample) -> Iterator[Mend]:
    """What a request sends and the page of the resource does not have; a PUT sends the whole resource."""
    tree = item.parsed.tree
    if method == "POST" and isinstance(tree, Mapping):
        yield from (Mend("undocumented", name) for name in tree if name not in spec.get("parameters", {}))


def _event(message: GuideMessage) -> Example:
    item = _mended(message, "json", {})
    mends = (*item.mends, *([Mend("broken", TODO)] if message.unread else ()))
    words = (TODO,) if message.unread else happened(item.parsed.tree)
    return Example(EVENT, "json", "event", message.text, None, tuple(words), mends)


def _mended(message: GuideMessage, form: Format, codes: Mapping[str, int]) -> RepairedSample:
    kind = "response" if message.kind == "fragment" else message.kind
    text = (
        f"{status_line(message.text, codes)}\n{message.text}" if "no start line" in message.notes else _whole(message)
    )
    item = repaired_alone(SampleFact(kind, form, text, message.raw, message.line, message.notes), codes)
    done = (Mend("broken", DONE[note]) for note in message.notes if note in DONE)
    return replace(item, mends=(*done, *item.mends))


def _whole(message: GuideMessage) -> str:
    """Links alone, or embedded resources alone, where they belong in a representation."""
    if PART not in message.notes or split(message.text).start:
        return message.text
    members = load_json(message.text).values()
    if all(isinstance(member, dict) and not member.keys() - {"href"} for member in members):
        is_links = any(members)
        return f'{{\n"{"_links" if is_links else "_embedded"}": {message.text}\n}}'
    return message.text
