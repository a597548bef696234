"""The text of a report comes in; what it proposes for each spec goes out, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.source.depth import load_json
from ucwagen.source.text import shown

KIND, VERSION = "doctor", 1
"""What a report says of itself."""
TABLES: Final = ("properties", "links", "embedded")
TYPES: Final = ("string", "boolean", "integer", "number", "datetime", "date", "timespan", "uuid", "object")
NAME: Final = re.compile(r"[@$_A-Za-z][A-Za-z0-9_.:@$-]{0,63}", re.ASCII)
NO_REPORT: Final = "this is no report of a server; make one with `python -m <package>.doctor … --as json`"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row that a spec could have: its spec, by the path below the folder, its table, name and type."""

    spec: str
    table: str
    name: str
    type: str | None
    many: bool
    span: Span

    @property
    def at(self) -> str:
        """The path of the row in its spec."""
        return f"{self.table}.{self.name}"


def proposals(path: str, text: str, faults: Collector) -> tuple[Proposal, ...]:
    """Everything that a report proposes."""
    span = Span(Source(path, text), 1, 1)
    try:
        report = load_json(text)
    except ValueError:
        report = None
    if not isinstance(report, dict) or (report.get("report"), report.get("version")) != (KIND, VERSION):
        faults.error(span, NO_REPORT)
        return ()
    try:
        return tuple(_proposals(report["evidence"], span, faults))
    except (AttributeError, KeyError, TypeError):
        faults.error(span, NO_REPORT)
        return ()


def _proposals(evidence: Mapping[str, Any], span: Span, faults: Collector) -> Iterator[Proposal]:
    for page, tables in evidence["resources"].items():
        for table in TABLES:
            for name, row in tables.get(table, {}).items():
                if _is_name(page, span, faults) and _is_name(name, span, faults):
                    kind = row.get("type") if table == TABLES[0] else None
                    known = kind if kind in TYPES or table != TABLES[0] else TYPES[0]
                    yield Proposal(f"resources/{page}.yaml", table, name, known, row.get("many") is True, span)
    for enumeration, values in evidence["enumerations"].items():
        for value in values:
            if _is_name(enumeration, span, faults) and _is_name(value, span, faults):
                yield Proposal(f"enums/{enumeration}.yaml", "members", value, None, False, span)


def _is_name(name: object, span: Span, faults: Collector) -> bool:
    if isinstance(name, str) and NAME.fullmatch(name):
        return True
    faults.error(span, f"{shown(str(name))} is no name that a spec can have; take it out of the report")
    return False
