"""Results as text, JSON or Markdown. They hold places and types, and no values of the server."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from .comparing import PageDifference
from .results import GuideResult, StepOutcome

FORMATS = ("text", "json", "markdown")
ORDER = (StepOutcome.SAME, StepOutcome.EXCEPTED, StepOutcome.DIFFERS, StepOutcome.OMITTED, StepOutcome.LEFT_OUT)


def totals(results: Iterable[GuideResult]) -> dict[str, int]:
    """The counts over all guides: requests that were sent, and steps by how they ended."""
    found = list(results)
    steps = Counter(step.outcome for one in found for step in one.steps)
    return {
        "guides": len(found),
        "requests": sum(one.sent for one in found),
        "steps": sum(steps.values()),
        **{outcome.value: steps[outcome] for outcome in ORDER},
        "exceptions": sum(len(step.excepted) for one in found for step in one.steps),
    }


def text(results: Iterable[GuideResult]) -> str:
    """One line for each guide, and below it what differs."""
    found = list(results)
    lines = [line for one in found for line in _lines(one)]
    counts = ", ".join(f"{count} {name}" for name, count in totals(found).items())
    return "\n".join([*lines, counts])


def _lines(one: GuideResult) -> list[str]:
    counts = ", ".join(f"{one.count(outcome)} {outcome}" for outcome in ORDER if one.count(outcome))
    lines = [f"{one.name}: {counts} ({one.sent} requests)"]
    for step in one.steps:
        lines += [f"  {step.title}: {step.outcome}, {step.why}"] if step.why else []
        lines += [f"  {step.title}: {found}" for found in step.differences]
        lines += [f"  {step.title}: {found} (excepted: {why})" for found, why in step.excepted]
    return lines + [f"  {row.message}: the exception at `{row.at}` is needed no more" for row in one.stale]


def as_json(results: Iterable[GuideResult]) -> str:
    """A JSON document: totals, and each guide with its steps."""
    found = list(results)
    return json.dumps({"totals": totals(found), "guides": [_row(one) for one in found]}, indent=1)


def _row(one: GuideResult) -> dict[str, Any]:
    steps = [
        {
            "title": step.title,
            "outcome": step.outcome.value,
            "differences": [asdict(found) for found in step.differences],
            "excepted": [{**asdict(found), "reason": why} for found, why in step.excepted],
            "why": step.why,
        }
        for step in one.steps
    ]
    stale = [asdict(row) for row in one.stale]
    return {"name": one.name, "outcome": one.outcome.value, "requests": one.sent, "steps": steps, "stale": stale}


def markdown(results: Iterable[GuideResult]) -> str:
    """A table of guides, and one of what differs."""
    found = list(results)
    head = ["guide", "requests", *(outcome.value for outcome in ORDER)]
    rows = [[one.name, str(one.sent), *(str(one.count(outcome) or "") for outcome in ORDER)] for one in found]
    counts = totals(found)
    rows.append(["all", str(counts["requests"]), *(str(counts[outcome.value] or "") for outcome in ORDER)])
    parts = ["# Guides replayed", _table(head, rows)]
    different = [
        [one.name, step.title, *_cells(row)] for one in found for step in one.steps for row in step.differences
    ]
    if different:
        parts += ["## Differences", _table(["guide", "message", "at", "page", "server"], different)]
    unsent = [[one.name, step.title, step.why] for one in found for step in one.steps if step.why]
    if unsent:
        parts += ["## Not sent", _table(["guide", "message", "why"], unsent)]
    return "\n\n".join(parts)


def _cells(row: PageDifference) -> list[str]:
    return [f"`{row.at}`", row.page, row.server]


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
