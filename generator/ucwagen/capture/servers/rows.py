"""A spec and the rows that it lacks come in; the edits that put them in go out. Whatever stands there stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from ucwagen.capture.compare.edits import Edit, applied, as_loaded, end, ended_as, line_start, line_stop, start
from ucwagen.capture.compare.spec_view import SpecView
from ucwagen.capture.compose.spec_text import scalar
from ucwagen.capture.servers.reports import Proposal
from ucwagen.source.node import Entry, Mapping, Node
from ucwagen.source.node import Sequence as Listed
from ucwagen.spec.placeholders import TODO
from ucwagen.spec.words import NONE

AFTER: Final = {
    "properties": ("links", "embedded", "events", "operations", "corrections"),
    "links": ("embedded", "events", "operations", "corrections"),
    "embedded": ("events", "operations", "corrections"),
    "members": ("corrections",),
}
"""The keys that stand after a table, which a spec may lack."""
BECAUSE: Final = "A server has it."
STEP: Final = "  "


def added(spec: SpecView, rows: Sequence[Proposal], pages: Collection[str]) -> str:
    """The text of the spec with the rows, each with its correction; ``pages`` are those that have specs."""
    root = spec.root
    assert isinstance(root, Mapping)
    text = as_loaded(spec.text)
    edits = [
        edit
        for table in AFTER
        if (own := [row for row in rows if row.table == table])
        for edit in _table(root, text, table, own, pages)
    ]
    return ended_as(spec.text, applied(text, [*edits, _corrections(root, text, rows)]))


def _table(root: Mapping, text: str, table: str, rows: Sequence[Proposal], pages: Collection[str]) -> Iterator[Edit]:
    """The rows at the end of their table, or in a table of their own where there is none."""
    held = root.get(table)
    if held is None:
        lines = [f"{table}:", *(line for row in rows for line in _lines(row, STEP, pages))]
        yield _own_table(root, text, AFTER[table], "".join(f"{line}\n" for line in lines))
    elif isinstance(held.value, Mapping) and held.value.entries and not held.value.flow:
        indent = " " * (held.value.entries[-1].key.span.column - 1)
        place = line_stop(text, end(held.value.entries[-1]))
        yield Edit(place, place, "".join(f"{line}\n" for row in rows for line in _lines(row, indent, pages)))
    elif isinstance(held.value, Mapping):
        kept = [f"{STEP}{text[start(entry.key) : end(entry)]}" for entry in held.value]
        lines = [*kept, *(line for row in rows for line in _lines(row, STEP, pages))]
        yield Edit(held.key.end, held.value.end, ":\n" + "\n".join(lines))


def _own_table(root: Mapping, text: str, later: Collection[str], lines: str) -> Edit:
    following = next((entry for entry in root if entry.key.text in later), None)
    if following is None:
        return Edit(len(text), len(text), f"\n{lines}")
    place = line_start(text, start(following.key))
    return Edit(place, place, f"{lines}\n")


def _keys(row: Proposal, pages: Collection[str]) -> dict[str, str]:
    """What is known of a row."""
    many = {"many": "true"} if row.many else {}
    if row.table == "members":
        return {"summary": TODO}
    if row.type is not None:
        return {"type": row.type, **many, "inferred": "server", "summary": TODO}
    return many if row.name in pages else {"to": NONE, **many, "summary": TODO}


def _lines(row: Proposal, indent: str, pages: Collection[str]) -> Iterator[str]:
    keys = _keys(row, pages)
    if keys.keys() <= {"many"}:
        inner = ", ".join(f"{name}: {value}" for name, value in keys.items())
        yield f"{indent}{scalar(row.name)}: {{{inner}}}"
        return
    yield f"{indent}{scalar(row.name)}:"
    yield from (f"{indent}{STEP}{name}: {value}" for name, value in keys.items())


def _corrections(root: Mapping, text: str, rows: Sequence[Proposal]) -> Edit:
    """Corrections after those that there are: no page has the rows."""
    held: Entry | None = root.get("corrections")
    items: tuple[Node, ...] = held.value.items if held and isinstance(held.value, Listed) else ()
    indent = " " * (items[0].span.column - 3) if items else STEP
    lines = [
        line
        for row in rows
        for line in (
            f"{indent}- at: {scalar(row.at)}", f"{indent}  says: absent", f"{indent}  because: {BECAUSE}",
        )
    ]  # fmt: skip
    block = "".join(f"{line}\n" for line in lines)
    if held is None:
        return Edit(len(text), len(text), f"\ncorrections:\n{block}")
    place = line_stop(text, end(held))
    return Edit(place, place, block)
