"""Samples of a section as facts: kind and format from what they hold, the heading where they do not tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ucwagen.capture.read import messages
from ucwagen.capture.read.blocks import CodeBlock
from ucwagen.capture.read.facts import SampleFact
from ucwagen.capture.read.limits import why_left_out
from ucwagen.capture.read.report import ReadReport
from ucwagen.capture.read.sections import Section, take

_FORMATS: dict[str, Literal["json", "xml"]] = {"json": "json", "xml": "xml"}
_KINDS: dict[str, Literal["request", "response"]] = {"request": "request", "response": "response"}
_LABELS = ("json", "xml")


def samples(section: Section, log: ReadReport) -> tuple[SampleFact, ...]:
    """The samples under a heading such as ``JSON Request``; one is expected."""
    found = tuple(_sample(code, section.title, log) for code in take(section, log, CodeBlock))
    if not found:
        log.unread(section.line, f"no sample under `{section.title}`")
    for sample in found[1:]:
        log.note(sample.line, f"another sample under `{section.title}`")
    return found


def _sample(code: CodeBlock, title: str, log: ReadReport) -> SampleFact:
    message = messages.read(code.text)
    form, named = title.split()
    kind = _KINDS.get(message.kind, _KINDS[named])
    notes = [*code.notes, *message.notes, *_label(code, message)]
    if why := why_left_out(message.text, message.format):
        log.unread(code.line, f"a sample {why}, left out")
    if message.format and message.format != form:
        notes.append(f"`{message.format}` under `{title}`")
    if message.kind == "fragment":
        notes.append("no status line" if kind == "response" else "no request line")
    elif message.kind == "event":
        log.unread(code.line, f"event under `{title}`")
    elif kind != named:
        notes.append(f"`{kind}` under `{title}`")
    return SampleFact(kind, message.format or _FORMATS[form], message.text, code.text, code.line, tuple(notes))


def _label(code: CodeBlock, message: messages.DecodedMessage) -> Iterator[str]:
    label = code.label.casefold()
    if label in _LABELS and message.format and message.format != label:
        yield f"fence labelled `{code.label}`"


def event(code: CodeBlock, log: ReadReport) -> SampleFact | None:
    """The sample of an event: JSON, bare, fenced or indented."""
    message = messages.read(code.text)
    if message.kind != "event":
        log.unread(code.line, f"{message.kind} in place of an event")
        return None
    if why := why_left_out(message.text, "json"):
        log.unread(code.line, f"a sample {why}, left out")
    return SampleFact("event", "json", message.text, code.text, code.line, (*code.notes, *message.notes))
