"""Example messages: the text of an ``.http`` file in, its sections out, and back again without loss.

A section has a title, ``### POST json request``, lines with mends, ``# supplied: to = 1``, and the message as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

from ucwagen.diagnostics import Collector, Faults, Source, Span
from ucwagen.source.depth import TOO_DEEP, too_deep
from ucwagen.source.text import clean, shown, span_at

Format = Literal["json", "xml"]
Direction = Literal["request", "response", "event"]
MendKind = Literal["broken", "supplied", "placeholder", "moved", "undocumented", "foreign"]

MARK = "### "
EVENT = "event"
TITLE = re.compile(
    rf"(?:(?P<method>[A-Z]+) (?P<format>json|xml) (?P<direction>request|response)|{EVENT})"
    r"(?P<words>(?: [^\s(]\S*)*)(?: \((?P<edition>[^\s()]+)\))?",
    re.ASCII,
)
SECTION = re.compile(rf"{MARK}(.*)$\n?", re.MULTILINE)
MEND = re.compile(rf"# (?P<kind>{'|'.join(get_args(MendKind))}): (?P<text>.+)")
SUPPLIED = re.compile(r"\S+ = .*")
START_LINE = re.compile(r"HTTP/\S+ .*|[A-Z]+ \S.*", re.ASCII)
REQUEST_LINE = re.compile(r"[A-Z]+ \S+(?: .*)?", re.ASCII)
STATUS_LINE = re.compile(r"HTTP/\S+ [1-5]\d\d(?: .*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mend:
    """A change that makes a sample usable: see the README of specs."""

    kind: MendKind
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A section: a documented message, exact to the character. An event is JSON and has the method ``event``."""

    method: str
    format: Format
    direction: Direction
    text: str
    edition: str | None = None
    words: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def title(self) -> str:
        """The line that opens the section, without its mark."""
        head = (EVENT,) if self.direction == EVENT else (self.method, self.format, self.direction)
        return " ".join((*head, *self.words, *((f"({self.edition})",) if self.edition else ())))


@dataclass(frozen=True, slots=True)
class Message:
    """A message in its parts. ``start`` is empty where there is only a body."""

    start: str
    headers: tuple[tuple[str, str], ...]
    body: str


def parse(path: str, text: str) -> tuple[Example, ...]:
    """The sections of a file, in order. Raises all faults together."""
    faults = Collector()
    source = clean(path, text, faults, tabs=True)
    starts = [match for match in SECTION.finditer(source.text) if _begins(source.text, match.start())]
    if not starts or starts[0].start():
        faults.error(Span(source, 1, 1), f"a file of examples begins with a section; write `{MARK}POST json request`")
        starts = []
    ends = (*(match.start() - 1 for match in starts[1:]), len(source.text))
    examples = [_example(source, match, end, faults) for match, end in zip(starts, ends, strict=False)]
    found = [example for example in examples if example]
    _titles_differ(found, faults)
    faults.finish()
    return tuple(found)


def _begins(text: str, start: int) -> bool:
    """Whether a section can begin here: at the start of the file, or after an empty line."""
    return start == 0 or text.startswith("\n\n", start - 2)


def read(path: str, text: str) -> tuple[Example, ...]:
    """As ``parse``, and each request has a start line, as each response has that has more than a body."""
    examples = parse(path, text)
    faults = Collector()
    for example in examples:
        if example.span and (due := _start_due(example)):
            faults.error(example.span, f"the start line of this {example.direction} is not understood; write {due}")
    faults.finish()
    return examples


def render(examples: Iterable[Example]) -> str:
    """The text that ``parse`` reads back as the same examples; ValueError where there is none."""
    wanted = tuple(examples)
    text = "\n".join(map(_section, wanted))
    try:
        same = parse("", text) == wanted
    except Faults:
        same = False
    if not same:
        raise ValueError("these examples cannot be written as a file")
    return text


def split(text: str) -> Message:
    """A message in its start line, headers and body."""
    first, _, rest = text.partition("\n")
    if not START_LINE.fullmatch(first):
        return Message("", (), text)
    head, _, body = f"\n{rest}".partition("\n\n")
    lines = (line.partition(":") for line in head.split("\n") if line)
    return Message(first, tuple((name.strip(), value.strip()) for name, _, value in lines), body)


def _start_due(example: Example) -> str | None:
    """A start line that could stand there, if the one of a message is none."""
    start = split(example.text).start
    if example.direction == "request" and not (REQUEST_LINE.fullmatch(start) and _is_address(start.split()[1])):
        return "one such as `POST /books/7 HTTP/1.1`"
    if example.direction == "response" and start and not STATUS_LINE.fullmatch(start):
        return "one such as `HTTP/1.1 200 OK`"
    return None


def _is_address(text: str) -> bool:
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def _example(source: Source, match: re.Match[str], end: int, faults: Collector) -> Example | None:
    title = TITLE.fullmatch(match[1])
    span = span_at(source, match.start(), len(match[0]) - 1)
    if title is None:
        words = "METHOD json|xml request|response, or event"
        faults.error(span, f"section {shown(match[1])} is not understood; write {words}")
        return None
    start, mends = _mends(source, match.end(), faults)
    format_ = title["format"] or "json"
    if (deep := too_deep(source.text, format_, start, end)) is not None:
        faults.error(span_at(source, deep), f"{TOO_DEEP}; leave out what is inside")
    return Example(
        method=title["method"] or EVENT,
        format=cast(Format, format_),
        direction=cast(Direction, title["direction"] or EVENT),
        text=source.text[start:end].removesuffix("\n"),
        edition=title["edition"],
        words=tuple(title["words"].split(" ")[1:]),
        mends=mends,
        span=span,
    )


def _mends(source: Source, start: int, faults: Collector) -> tuple[int, tuple[Mend, ...]]:
    """The mends from ``start``, and where the message begins."""
    mends = []
    while source.text.startswith("# ", start):
        line = source.text[start:].partition("\n")[0]
        found = MEND.fullmatch(line)
        span = span_at(source, start, len(line))
        if found is None:
            faults.error(span, f"{shown(line)} is no mend; write one of {', '.join(get_args(MendKind))}, then `: …`")
        elif found["kind"] == "supplied" and not SUPPLIED.fullmatch(found["text"]):
            faults.error(span, "what is supplied has a name and a value; write `NAME = VALUE`")
        else:
            mends.append(Mend(cast(MendKind, found["kind"]), found["text"]))
        start += len(line) + 1
    return start, tuple(mends)


def _titles_differ(examples: Iterable[Example], faults: Collector) -> None:
    seen: dict[str, Example] = {}
    for example in examples:
        first = seen.setdefault(example.title, example)
        if first is not example and first.span and example.span:
            message = f"section {shown(example.title)} is given twice; add a word to its title"
            faults.error(example.span, message, (first.span, "the other one"))


def _section(example: Example) -> str:
    mends = (f"# {mend.kind}: {mend.text}\n" for mend in example.mends)
    return f"{MARK}{example.title}\n{''.join(mends)}{example.text}\n"
