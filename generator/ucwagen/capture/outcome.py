"""Drafts and the files that exist come in; what is to be written, and where pages and files are apart, goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ucwagen.capture.compare.example_drift import example_drift
from ucwagen.capture.compare.fill_summaries import filled
from ucwagen.capture.compare.spec_view import view
from ucwagen.capture.compare.update import held, updated
from ucwagen.capture.drafts import Drafts, HeldSpecs
from ucwagen.capture.selection import Selection
from ucwagen.diagnostics import Collector, Faults

Task = Literal["check", "write", "update"]
"""What ``capture`` is to do: report alone, write missing specs as well, bring those that exist up to date as well."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The texts of the files that are to be written, by path, and undeclared drift."""

    texts: Mapping[str, str]
    drift: Faults | None


def unread(selection: Selection, drafts: Drafts) -> tuple[str, ...]:
    """What on the pages was not understood, each with its place."""
    rows = ((page.path, row.line, row.what) for page in selection.pages for row in page.unread)
    misses = ((miss.path, miss.line, miss.what) for miss in drafts.misses)
    samples = ((text.path, text.line, f"a sample {why}, left out") for text, why in selection.left_out())
    return tuple(f"{path}:{line}: {what}" for path, line, what in (*rows, *misses, *samples))


def outcome(drafts: Drafts, known: HeldSpecs, task: Task, summaries: tuple[str, str] | None) -> Outcome:
    """Hold every draft against its file. ``summaries`` is the path and the text of a file of sentences."""
    drafted = {str(known.folder / path): text for path, text in drafts.texts.items()}
    faults = Collector()
    hold = updated if task == "update" else held
    made: dict[str, str] = {}
    for path, text in drafted.items():
        if path in known.texts:
            made[path] = hold(known.view(path), view(path, text), faults, drafts.index)
        elif path in known.examples:
            example_drift(path, known.examples[path], text, faults, known.editions)
        elif task != "check":
            made[path] = text
    if summaries:
        made |= filled(*summaries, known.folder, {**known.texts, **made})
    changed = {path: text for path, text in made.items() if text != known.texts.get(path)}
    return Outcome(changed, Faults(faults) if list(faults) else None)
