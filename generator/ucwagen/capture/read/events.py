"""Event sections as facts: the rows of their tables, each with the sample that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from ucwagen.capture.read import samples, tables
from ucwagen.capture.read.blocks import CodeBlock, ListItem, Table, TableRow
from ucwagen.capture.read.facts import EventFact, ReasonFact, SampleFact
from ucwagen.capture.read.report import ReadReport
from ucwagen.capture.read.sections import Section, take
from ucwagen.source.depth import load_json

EVENTS = ("Resource", "Priority", "Sender", "Reason")
PRIORITIES = ("Low", "Medium", "High", "Urgent")


def events(section: Section, log: ReadReport) -> tuple[EventFact, ...]:
    """The rows under one event type. A sample belongs to the row that names its resource, the last one otherwise."""
    rows: list[TableRow] = []
    shown: dict[int, SampleFact] = {}
    for block in take(section, log, Table, CodeBlock):
        if isinstance(block, Table):
            rows += tables.rows(block, EVENTS, log)
        elif not rows:
            log.unread(block.line, f"sample before the table under `{section.title}`")
        elif sample := samples.event(block, log):
            _attach(sample, rows, shown, log)
    return tuple(_event(section.title, row, shown.get(row.line), log) for row in rows)


def _attach(sample: SampleFact, rows: Sequence[TableRow], shown: dict[int, SampleFact], log: ReadReport) -> None:
    resource = _resource(sample.text)
    free = [row for row in rows if row.line not in shown]
    named = [row for row in free if row.cells[0].text == resource]
    if not free:
        log.unread(sample.line, "sample of an event that has one already")
        return
    if not named:
        log.note(sample.line, f"sample shows `{resource}`, which no row names")
    shown[(named or free)[-1].line] = sample


def _resource(text: str) -> str:
    """The rel of the first event in a sample."""
    try:
        return str(load_json(text)["sender"][0]["events"][0]["link"]["rel"])
    except (ValueError, LookupError, TypeError):
        return ""


def _event(kind: str, row: TableRow, sample: SampleFact | None, log: ReadReport) -> EventFact:
    resource, priority, sender, text = (cell.text for cell in row.cells)
    if priority not in PRIORITIES:
        log.unread(row.line, f"priority `{priority}`")
    return EventFact(kind, resource, priority, sender, text, row.line, sample)


def reasons(section: Section, log: ReadReport) -> tuple[ReasonFact, ...]:
    """Reason codes: a list item names the code, the table after it the subcodes."""
    found: list[ReasonFact] = []
    code = ""
    empty: dict[str, int] = {}
    for block in take(section, log, ListItem, Table):
        if isinstance(block, ListItem):
            code = block.content.text
            empty[code] = block.line
        elif code:
            found += tables.reasons(block, code, log)
            empty.pop(code, None)
        else:
            log.unread(block.line, "table of subcodes without a code before it")
    for name, line in empty.items():
        log.unread(line, f"code `{name}` without a table of subcodes")
    return tuple(found)
