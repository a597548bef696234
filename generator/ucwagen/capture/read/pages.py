"""A page's text as its facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath, PurePosixPath
from typing import Literal, TypeVar

from ucwagen.capture.read import events, operations, tables
from ucwagen.capture.read.facts import (
    EventFact,
    LinkFact,
    MemberFact,
    OperationFact,
    PageFacts,
    PropertyFact,
    ReasonFact,
    ScopeFact,
)
from ucwagen.capture.read.markdown import blocks
from ucwagen.capture.read.report import ReadReport
from ucwagen.capture.read.sections import Section, SectionKind, refuse, sections

_T = TypeVar("_T")
_STEM = re.compile(r"_ref$", re.IGNORECASE)
_ADDED_TO_TITLE = re.compile(r" *(\([A-Z]{2,}\)|\breference( for [A-Z][\w .]*)?) *$")
_OF_OPERATION = ("query", "request", "response", "errors", "examples", "sample", "reasons")


def page(text: str, path: str, edition: str = "") -> PageFacts:
    """Everything that the page at ``path`` says. What it says otherwise than usual is noted, what is unclear unread."""
    log = ReadReport()
    found = sections(blocks(text), log)
    name = _STEM.sub("", PurePosixPath(path).stem)
    _title(found[0], name, log)
    own, calls = _divide(found)
    kind: Literal["resource", "enum"] = "enum" if any(part.kind == "members" for part in own) else "resource"
    properties: tuple[PropertyFact, ...] = _read(own, "properties", tables.properties, log)
    links: tuple[LinkFact, ...] = _read(own, "links", tables.links, log)
    scopes: tuple[ScopeFact, ...] = _read(own, "scopes", tables.scopes, log)
    happenings: tuple[EventFact, ...] = _read(own, "event", events.events, log)
    members: tuple[MemberFact, ...] = _read(own, "members", tables.members, log)
    attributes: tuple[PropertyFact, ...] = _read(own, "web link", tables.attributes, log)
    reasons: tuple[ReasonFact, ...] = _read(own, "reasons", events.reasons, log)
    done: tuple[OperationFact, ...] = tuple(operations.operation(verb, parts, log) for verb, parts in calls)
    log.repeats((verb.title, "", verb.line) for verb, _ in calls)
    description = _description(own, log)
    _rest(own, log)
    return PageFacts(
        name, edition, path, kind, found[0].title, description,
        properties, links, scopes, happenings, done, members, log.misses, reasons, log.notes, attributes,
    )  # fmt: skip


def _title(first: Section, name: str, log: ReadReport) -> None:
    title = _ADDED_TO_TITLE.sub("", first.title)
    if not title:
        log.unread(first.line, "no title")
    elif title != name:
        log.note(first.line, f"title `{first.title}` on the page of `{name}`")


def _divide(found: Iterable[Section]) -> tuple[list[Section], list[tuple[Section, list[Section]]]]:
    """The page's own sections, and each verb with its own."""
    own: list[Section] = []
    calls: list[tuple[Section, list[Section]]] = []
    inside = False
    for section in found:
        if section.kind == "operation":
            calls.append((section, []))
        elif inside and section.kind in _OF_OPERATION:
            calls[-1][1].append(section)
        else:
            own.append(section)
        inside = section.kind == "operation" or (inside and section.kind in (*_OF_OPERATION, "unknown"))
    return own, calls


def _read(
    own: Iterable[Section], kind: SectionKind, read: Callable[[Section, ReadReport], tuple[_T, ...]], log: ReadReport
) -> tuple[_T, ...]:
    return tuple(fact for section in own if section.kind == kind for fact in read(section, log))


def _description(own: Iterable[Section], log: ReadReport) -> str:
    texts = [operations.prose(section, log) for section in own if section.kind in ("title", "description")]
    return "\n\n".join(text for text in texts if text)


def _rest(own: Iterable[Section], log: ReadReport) -> None:
    """Sections that hold nothing but boilerplate and further sections, and those out of place."""
    for section in own:
        if section.kind in ("events", "operations", "unknown"):
            refuse(section, log)
        elif section.kind in _OF_OPERATION and section.kind != "reasons":
            log.unread(section.line, f"`{section.title}` under no operation")
            refuse(section, log)


def is_reference(path: PurePath | str) -> bool:
    """Whether a page is about a resource or an enumeration; the others are guides."""
    return PurePath(path).name.lower().endswith("_ref.md")
