"""Reports and the specs that exist come in; the specs with what servers have besides go out, or faults that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ucwagen.capture.compare.spec_view import SpecView, view
from ucwagen.capture.servers.reports import Proposal, proposals
from ucwagen.capture.servers.rows import added
from ucwagen.diagnostics import Collector, Faults, Span, nearest
from ucwagen.source.text import shown
from ucwagen.spec.fields import kinds
from ucwagen.spec.read import FOLDERS, read


@dataclass(frozen=True, slots=True)
class Learned:
    """The texts of specs that are to be written, by path, and what they lack, where nothing is to be written."""

    texts: Mapping[str, str]
    lacking: Faults | None


def learned(reports: Mapping[str, str], folder: PurePath, specs: Mapping[str, str], *, writes: bool) -> Learned:
    """Hold reports against specs; both are texts by path. Raises the faults of reports that are none."""
    faults = Collector()
    found = [row for path, text in reports.items() for row in proposals(path, text, faults)]
    by_spec = _by_spec(found, folder, specs, faults)
    faults.finish()
    views = {path: view(path, specs[path]) for path in by_spec}
    missing = {path: list(_missing(views[path], rows)) for path, rows in by_spec.items()}
    missing = {path: rows for path, rows in missing.items() if rows}
    if not writes:
        lacking = Collector()
        for path, rows in missing.items():
            for row in rows:
                _name(views[path], row, lacking)
        return Learned({}, Faults(lacking) if list(lacking) else None)
    pages = {PurePath(path).stem for path in specs if PurePath(path).parent.name == "resources"}
    return Learned({path: _checked(path, added(views[path], rows, pages)) for path, rows in missing.items()}, None)


def _by_spec(
    found: list[Proposal], folder: PurePath, specs: Mapping[str, str], faults: Collector
) -> dict[str, list[Proposal]]:
    by_spec: dict[str, list[Proposal]] = {}
    known = {PurePath(path).stem for path in specs if PurePath(path).parent.name in FOLDERS}
    for row in found:
        path = str(folder / row.spec)
        if path in specs:
            by_spec.setdefault(path, []).append(row)
        else:
            name = PurePath(row.spec).stem
            message = f"the report is of another package: there is no spec {shown(row.spec)}{nearest(name, known)}"
            faults.error(row.span, message)
    return by_spec


def _missing(spec: SpecView, rows: list[Proposal]) -> Iterator[Proposal]:
    """The rows that the spec lacks, each once: the first report that has one decides."""
    seen: set[str] = set()
    for row in rows:
        is_there = any(at == row.at or at.startswith(f"{row.at}.") for at in spec.facts)
        if not is_there and row.at not in seen:
            seen.add(row.at)
            yield row


def _name(spec: SpecView, row: Proposal, faults: Collector) -> None:
    """Say that a spec lacks a row, at the table where it belongs."""
    inside = [fact.span for at, fact in spec.facts.items() if at.startswith(f"{row.table}.")]
    span: Span = inside[0] if inside else spec.root.span
    kind = f" of type {row.type}" if row.type else ""
    message = (
        f"a server has `{row.at}`{kind}, which is missing here; add it with `ucwagen capture {row.span.source.path}`"
    )
    faults.error(span, message)


def _checked(path: str, text: str) -> str:
    """The text, which must still be a spec."""
    read(view(path, text).root, kinds()[FOLDERS[PurePath(path).parent.name]])
    return text
