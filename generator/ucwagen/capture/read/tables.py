"""Rows of the pages' tables as facts. A row that does not fit its table is reported, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ucwagen.capture.read import boilerplate
from ucwagen.capture.read.blocks import Inline, Table, TableRow
from ucwagen.capture.read.facts import (
    ErrorFact,
    LinkFact,
    MemberFact,
    ParameterFact,
    PropertyFact,
    ReasonFact,
    ScopeFact,
)
from ucwagen.capture.read.report import ReadReport
from ucwagen.capture.read.sections import Section, describe, take

NAMED = ("Name", "Description")
LINKS = ("Link", "Description")
SCOPES = ("Scope", "Permission", "Description")
PARAMETERS = ("Name", "Description", "Required?")
ERRORS = ("Error", "Code", "Subcode", "Description")
REASONS = ("Subcode", "Reason")
_PAGE = re.compile(r"([^/#]+)_ref\.md(#.*)?", re.IGNORECASE)
_NAME = re.compile(r"\S+")
"""A wire name can have any sign: a spec says what Python calls it."""


def rows(table: Table, header: tuple[str, ...], log: ReadReport) -> Iterator[TableRow]:
    """The rows that have a cell for every column of ``header``, which the table must have."""
    if table.header != header:
        log.unread(table.line, f"{describe(table)}, not of {', '.join(header)}")
        return
    for row in table.rows:
        text = " ".join(cell.text for cell in row.cells).strip()
        if not text:
            log.note(row.line, "stray line in a table")
        elif not row.piped and boilerplate.known(text):
            log.note(row.line, "text runs into the table")
        elif len(row.cells) != len(header) or not row.piped:
            log.unread(row.line, f"row `{text}`, not of {len(header)} cells")
        else:
            _tags(row, log)
            yield row


def _tags(row: TableRow, log: ReadReport) -> None:
    for tag in (tag for cell in row.cells for tag in cell.tags):
        if boilerplate.residue(tag):
            log.note(row.line, f"markup `{tag}` in a cell")
        else:
            log.unread(row.line, f"markup `{tag}`")


def named(section: Section, header: tuple[str, ...], log: ReadReport) -> Iterator[TableRow]:
    """The rows of a section that holds tables alone, the name in the first cell."""
    for table in take(section, log, Table):
        for row in rows(table, header, log):
            if _NAME.fullmatch(row.cells[0].text):
                yield row
            else:
                log.unread(row.line, f"row with the name `{row.cells[0].text}`")


def pages(cell: Inline) -> tuple[str, ...]:
    """The names that the links of a cell can mean: of each the page that it leads to, then the word that it shows."""
    found: list[str] = []
    for link in cell.links:
        page = _PAGE.fullmatch(link.target)
        found += [page[1]] if page else []
        if _NAME.fullmatch(link.words) and not (page and page[1].casefold() == link.words.casefold()):
            found.append(link.words)
    return tuple(found)


def attributes(section: Section, log: ReadReport) -> tuple[PropertyFact, ...]:
    """What a link to the resource carries besides what every link carries."""
    found = properties(section, log)
    return tuple(fact for fact in found if (fact.name, fact.text) not in boilerplate.WEB_LINK_ROWS)


def properties(section: Section, log: ReadReport) -> tuple[PropertyFact, ...]:
    found = tuple(
        PropertyFact(row.cells[0].text, row.cells[1].text, row.line, pages(row.cells[1]))
        for row in named(section, NAMED, log)
    )
    log.repeats((fact.name, fact.text, fact.line) for fact in found)
    return found


def links(section: Section, log: ReadReport) -> tuple[LinkFact, ...]:
    found = tuple(
        LinkFact(row.cells[0].text, row.cells[1].text, row.line, pages(row.cells[1]))
        for row in named(section, LINKS, log)
    )
    log.repeats((fact.rel, fact.text, fact.line) for fact in found)
    return found


def scopes(section: Section, log: ReadReport) -> tuple[ScopeFact, ...]:
    found = tuple(ScopeFact(row.cells[0].text, row.line) for row in named(section, SCOPES, log))
    log.repeats((fact.name, "", fact.line) for fact in found)
    return found


def members(section: Section, log: ReadReport) -> tuple[MemberFact, ...]:
    found = tuple(MemberFact(row.cells[0].text, row.cells[1].text, row.line) for row in named(section, NAMED, log))
    log.repeats((fact.name, fact.text, fact.line) for fact in found)
    return found


def parameters(section: Section, log: ReadReport) -> tuple[ParameterFact, ...]:
    found = tuple(fact for row in named(section, PARAMETERS, log) if (fact := _parameter(row, log)))
    log.repeats((fact.name, fact.text, fact.line) for fact in found)
    return found


def _parameter(row: TableRow, log: ReadReport) -> ParameterFact | None:
    name, text, required = row.cells
    if required.text not in ("Yes", "No"):
        log.unread(row.line, f"`{required.text}` under `Required?`")
        return None
    return ParameterFact(name.text, text.text, required.text == "Yes", row.line, pages(text))


def errors(section: Section, log: ReadReport) -> tuple[ErrorFact, ...]:
    found = tuple(fact for row in named(section, ERRORS, log) if (fact := _error(row, log)))
    rows_again = ((f"{fact.error} {fact.code} {fact.subcode}: {fact.text}", "", fact.line) for fact in found)
    log.repeats(rows_again)
    return found


def _error(row: TableRow, log: ReadReport) -> ErrorFact | None:
    error, code, subcode, text = (cell.text for cell in row.cells)
    if not re.fullmatch(r"[1-5][0-9]{2}", code):
        log.unread(row.line, f"`{code}` under `Code`")
        return None
    return ErrorFact(error, int(code), _subcode(subcode), text, row.line)


def reasons(table: Table, code: str, log: ReadReport) -> Iterator[ReasonFact]:
    """The rows of one table of reasons, under the code that stands before it."""
    for row in rows(table, REASONS, log):
        yield ReasonFact(code, _subcode(row.cells[0].text), row.cells[1].text, row.line)


def _subcode(text: str) -> str | None:
    return None if text in ("", boilerplate.NONE) else text
