"""A report as text for a terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .._runtime.base.registry import index
from .findings import Finding, Severity
from .report import Report

_TITLES = {
    Severity.FAULT: "What does not work",
    Severity.DIFFERENCE: "Where the server differs from the specs",
    Severity.NOTE: "Worth knowing",
}


def text(report: Report) -> str:
    """The report as text."""
    return "\n".join(_text(report)) + "\n"


def markdown(report: Report) -> str:
    """The report as Markdown."""
    return "\n".join(_markdown(report)) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "json": Report.as_json, "markdown": markdown}
"""The forms of a report by name."""


def _head(report: Report) -> str:
    return f"{report.requests} requests in {report.seconds:g} s, {report.began:%Y-%m-%d %H:%M} UTC"


def _of(report: Report, severity: Severity) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity is severity]


def _text(report: Report) -> Iterator[str]:
    yield f"{index().package}: {report.verdict}"
    yield _head(report)
    for severity, title in _TITLES.items():
        found = _of(report, severity)
        if found:
            yield f"\n{title}"
        for one in found:
            yield f"  {one.step}: {one.about}"
            yield f"    expected {one.expected}"
            yield f"    came     {one.came}"
            yield f"    do       {one.advice}"
    if report.never:
        yield "\nDocumented, and never came"
        yield from (f"  {rel}: {', '.join(names)}" for rel, names in report.never.items())
    if report.unreached:
        yield f"\nResources that no link led to\n  {', '.join(report.unreached)}"


def _markdown(report: Report) -> Iterator[str]:
    yield f"# {index().package}: {_cell(report.verdict)}"
    yield f"\n{_head(report)}\n"
    yield "| step | of | came |\n|---|---|---|"
    yield from (f"| {step.step} | {_cell(step.about)} | {_cell(step.came)} |" for step in report.steps)
    for severity, title in _TITLES.items():
        found = _of(report, severity)
        if found:
            yield f"\n## {title}\n\n| step | of | expected | came | what to do |\n|---|---|---|---|---|"
        for one in found:
            yield f"| {' | '.join(map(_cell, (one.step, one.about, one.expected, one.came, one.advice)))} |"
    if report.never:
        yield "\n## Documented, and never came\n"
        yield from (f"- `{rel}`: {', '.join(f'`{name}`' for name in names)}" for rel, names in report.never.items())
    if report.unreached:
        yield f"\n## Resources that no link led to\n\n{', '.join(f'`{rel}`' for rel in report.unreached)}"


def _cell(text: str) -> str:
    """A text that breaks no table and is no markup."""
    return "".join(f"\\{sign}" if sign in "|\\`*_<>[]" else sign for sign in text)
