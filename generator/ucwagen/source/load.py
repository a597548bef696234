"""The text of a spec file in, its syntax tree out: every scalar stays text, every part keeps its place.

Only plain YAML is taken: no tags, anchors, aliases or merge keys, each key once, keys that are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.source import indentation
from ucwagen.source.node import Entry, Mapping, Node, Scalar, Sequence
from ucwagen.source.text import MORE, MOST_FAULTS, REFUSED, clean, shown, span_at, why_refused

DEEPEST = 32
PROPERTY = {mark: re.compile(rf"{mark}[^\s,\[\]{{}}]*") for mark in "&!"}
MERGE = "<<"
BLOCK = ("|", ">")
ESCAPING = '"'
"""Quotes in which a character can be written by its code; every other one has been seen in the text of the file."""
QUOTES = ("'", ESCAPING)
COMMENT = re.compile(r" +#")
OTHER = "the other one"
PROBLEMS = {
    "mapping values are not allowed in this context": "a `:` inside a text; put quotes around the text",
    "did not find expected key": "expected a key here; mend the indentation, or put quotes around the text",
    "did not find expected '-' indicator": "expected `-` here; mend the indentation",
    "could not find expected ':'": "a key without `:`; write `key: value`",
    "did not find expected ',' or ']'": "a list that is not closed; add `]`",
    "did not find expected ',' or '}'": "a mapping that is not closed; add `}`",
    "did not find expected node content": "expected a value here; write one, or close the bracket",
    "found character that cannot start any token": "a character that cannot begin a text; put quotes around the text",
    "found unexpected end of stream": "quotes that are not closed; close them",
}
"""The messages of the parser, reworded so that each says what to do."""
OF_INDENTATION = frozenset(
    {
        "mapping values are not allowed in this context",
        "did not find expected key",
        "did not find expected '-' indicator",
    }
)
"""Messages that the parser also gives for a line with a wrong indentation."""


class _StopError(Exception):
    """Reading stops: further faults would follow from this one."""


def load(path: str, text: str) -> Node:
    """The one document of a file; ``path`` is for messages only."""
    faults = Collector()
    source = clean(path, text, faults)
    unclean = any(True for _ in faults)
    try:
        root = _Loader(source, faults).document()
    except _StopError:
        root = None
    except yaml.MarkedYAMLError as fault:
        root = None
        if not unclean:
            _report(source, fault, faults)
    faults.finish()
    assert root is not None
    return root


class _Loader:
    """Turns the events of the C parser into nodes; as deep as the budget allows and no deeper."""

    def __init__(self, source: Source, faults: Collector) -> None:
        self._source = source
        self._faults = faults
        self._left = MOST_FAULTS
        self._said: set[str] = set()
        self._events: Iterator[Any] = yaml.parse(source.text, Loader=yaml.CBaseLoader)

    def document(self) -> Node | None:
        next(self._events)
        if isinstance(next(self._events), StreamEndEvent):
            self._error(Span(self._source, 1, 1), "the file is empty; write a spec, or remove the file")
            return None
        root = self._node(next(self._events), 0)
        next(self._events)
        more = next(self._events)
        if not isinstance(more, StreamEndEvent):
            self._error(self._span(more), "a second document; keep one in a file")
        if not isinstance(root, Mapping):
            self._error(root.span, "a spec is a mapping; write `key: value` lines")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse_properties(event)
        if depth > DEEPEST:
            self._error(self._span(event), f"more than {DEEPEST} levels deep; write it flatter")
            raise _StopError
        match event:
            case ScalarEvent():
                return self._scalar(event)
            case MappingStartEvent():
                return self._mapping(event, depth)
            case SequenceStartEvent():
                return self._sequence(event, depth)
        return Scalar("", self._span(event), event.end_mark.index)

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        flow = bool(start.flow_style)
        return Sequence(tuple(items), self._span(start), flow, _end(event if flow else start, items))

    def _mapping(self, start: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            if key is not None:
                first = entries.setdefault(key.text, Entry(key, value)).key
                if first is not key:
                    self._error(key.span, f"key {shown(key.text)} is given twice; keep one", (first.span, OTHER))
        flow = bool(start.flow_style)
        values = [entry.value for entry in entries.values()]
        return Mapping(tuple(entries.values()), self._span(start), flow, _end(event if flow else start, values))

    def _key(self, event: Any, depth: int) -> Scalar | None:
        key = self._node(event, depth + 1)
        wrong = None
        if isinstance(event, AliasEvent):
            return None
        if not isinstance(key, Scalar):
            wrong = f"a {'list' if isinstance(key, Sequence) else 'mapping'} cannot be a key; write a word"
        elif key.text == MERGE:
            wrong = "merge key `<<`; write the entries out"
        elif not key.text.strip() or "\n" in key.text:
            wrong = "a key is a word on one line; write one before the colon"
        if wrong:
            self._error(key.span, wrong)
        return key if isinstance(key, Scalar) and not wrong else None

    def _scalar(self, event: Any) -> Scalar:
        span = self._span(event)
        if event.style == ESCAPING and not event.value.isprintable():
            for char in dict.fromkeys(REFUSED.findall(event.value)):
                self._error(span, why_refused(char))
        end = event.end_mark.index
        if event.style in BLOCK:
            return Scalar(event.value, span, len(self._source.text[:end].rstrip()))
        return Scalar(event.value, span, end, None if event.style in QUOTES else self._comment(end))

    def _comment(self, end: int) -> Span | None:
        """The place of a comment on the line of a text, behind it."""
        found = COMMENT.match(self._source.text, end)
        return span_at(self._source, end + found[0].index("#"), 1) if found else None

    def _refuse_properties(self, event: Any) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None and isinstance(event, AliasEvent):
            self._once(self._span(event), f"alias `*{anchor}`; write the value out")
        elif anchor is not None:
            self._once(self._property(event, "&")[0], f"anchor `&{anchor}`; remove it")
        if tag is not None:
            span, word = self._property(event, "!")
            self._once(span, f"tag {shown(word)}; remove it, every value is text")

    def _once(self, span: Span, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            self._error(span, message)

    def _property(self, event: Any, mark: str) -> tuple[Span, str]:
        """The anchor or the tag of a node, which begins with either; as written."""
        start = event.start_mark.index
        found = PROPERTY[mark].search(self._source.text, start)
        if found is None or found.start() == start:
            word = found[0] if found else mark
            return replace(self._span(event), end=event.start_mark.column + 1 + len(word)), word
        return span_at(self._source, found.start(), len(found[0])), found[0]

    def _span(self, event: Any) -> Span:
        return _span(self._source, event.start_mark, event.end_mark)

    def _error(self, span: Span, message: str, *related: tuple[Span, str]) -> None:
        self._faults.error(span, message, *related)
        self._left -= 1
        if not self._left:
            self._faults.error(span, MORE)
            raise _StopError


def _report(source: Source, fault: yaml.MarkedYAMLError, faults: Collector) -> None:
    mark: Any = fault.problem_mark
    problem = fault.problem or "not YAML"
    related = []
    if fault.context and fault.context_mark and fault.context_mark.index != mark.index:
        related.append((_span(source, fault.context_mark), fault.context))
    misplaced = problem in OF_INDENTATION and indentation.misplaced(source.text.split("\n"), mark.line + 1)
    if misplaced:
        start = len(source.line(mark.line + 1)) - len(source.line(mark.line + 1).lstrip(" "))
        faults.error(Span(source, mark.line + 1, start + 1), misplaced)
        return
    faults.error(_span(source, mark), PROBLEMS.get(problem, f"{problem}; mend the YAML"), *related)


def _end(event: Any, inside: Iterable[Node]) -> int:
    """Where a collection ends: with its bracket, or else with the last of what is in it."""
    own: int = event.end_mark.index
    return max((own, *(node.end for node in inside)))


def _span(source: Source, start: Any, end: Any = None) -> Span:
    past = end.column + 1 if end is not None and end.line == start.line else 0
    return Span(source, start.line + 1, start.column + 1, past)
