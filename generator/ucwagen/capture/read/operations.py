"""Operations of a page: a verb's section and the sections up to the next verb."""

from __future__ import annotations

from collections.abc import Sequence

from ucwagen.capture.read import boilerplate, events, samples, tables
from ucwagen.capture.read.blocks import Inline, Paragraph, Table, TableRow
from ucwagen.capture.read.facts import ErrorFact, OperationFact, ParameterFact, ReasonFact, ResponseFact, SampleFact
from ucwagen.capture.read.report import ReadReport
from ucwagen.capture.read.sections import Section, describe, refuse, take

ITEMS = ("Item", "Description")
_EXPECTED = {
    "request": "Request body",
    "response": "Response body",
    "errors": "Synchronous errors",
    "sample": "JSON Request",
}


def operation(verb: Section, parts: Sequence[Section], log: ReadReport) -> OperationFact:
    """One operation; ``parts`` are the sections under the verb."""
    query: list[ParameterFact] = []
    body: list[ParameterFact] = []
    errors: list[ErrorFact] = []
    reasons: list[ReasonFact] = []
    shown: list[SampleFact] = []
    answer: ResponseFact | None = None
    for part in parts:
        if part.kind == "query":
            query += tables.parameters(part, log)
        elif part.kind == "request":
            body += tables.parameters(part, log)
        elif part.kind == "response":
            answer = answer or response(part, log)
        elif part.kind == "errors":
            errors += tables.errors(part, log)
        elif part.kind == "reasons":
            reasons += events.reasons(part, log)
        elif part.kind == "sample":
            shown += samples.samples(part, log)
        else:
            refuse(part, log)
    log.repeats((part.title, "", part.line) for part in parts)
    _missing(verb, parts, log)
    return OperationFact(
        verb.title.upper(), prose(verb, log), tuple(query), tuple(body), answer,
        tuple(errors), tuple(reasons), tuple(shown), verb.line,
    )  # fmt: skip


def prose(section: Section, log: ReadReport) -> str:
    """The paragraphs of a section of description."""
    return "\n\n".join(block.content.text for block in take(section, log, Paragraph))


def response(section: Section, log: ReadReport) -> ResponseFact | None:
    """What the response holds: the items of a table, the resource itself, or nothing."""
    found: list[TableRow] = []
    whole: int | None = None
    for block in take(section, log, Table, Paragraph):
        if isinstance(block, Table):
            found += tables.rows(block, ITEMS, log)
        elif block.content.text == boilerplate.REPRESENTATION:
            whole = block.line
        else:
            log.unread(block.line, f"{describe(block)} under `{section.title}`")
    if found:
        items = tuple(item for row in found for item in _items(row.cells[0], row.line, log))
        return ResponseFact("items", items, found[0].line, tuple(row.cells[0].text for row in found))
    if whole:
        return ResponseFact("representation", (), whole)
    return _nothing(section, log)


def _nothing(section: Section, log: ReadReport) -> ResponseFact | None:
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.content.text == boilerplate.NONE:
            return ResponseFact("none", (), block.line)
    log.unread(section.line, "response that is neither the resource nor none nor an item")
    return None


def _items(cell: Inline, line: int, log: ReadReport) -> tuple[str, ...]:
    """The names that an item can mean: the page that it links to, or its words where both differ in case alone."""
    named = tables.pages(cell)
    if not named:
        return (cell.text,)
    if named[0] != cell.text:
        log.note(line, f"item `{cell.text}` links to `{named[0]}`")
    return (cell.text,) if named[0].casefold() == cell.text.casefold() else named


def _missing(verb: Section, parts: Sequence[Section], log: ReadReport) -> None:
    present = {part.kind for part in parts}
    missing = [f"`{title}`" for kind, title in _EXPECTED.items() if kind not in present]
    if missing:
        log.note(verb.line, f"`{verb.title.upper()}` has no section {', '.join(missing)}")
