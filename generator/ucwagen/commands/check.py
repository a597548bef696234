"""``ucwagen check``."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ucwagen import pipeline
from ucwagen.building import gathering
from ucwagen.commands.options import Format, Jobs, Quiet, Specs, Templates
from ucwagen.config import Job
from ucwagen.config.choose import Misuse
from ucwagen.diagnostics import Collector
from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import count, progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ucwagen.diagnostics import Diagnostic, Span
    from ucwagen.model.types.api import Api


def check(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Files of specs that changed: warnings are about them alone."),
    ] = None,
    specs: Specs = None,
    job: Jobs = None,
    templates: Templates = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if there are warnings.")] = False,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Look for faults in the specs.

    Faults are what build refuses. Warnings are about what it accepts: placeholders that are still to be replaced,
    documented messages that do not parse or contradict the declared types, events that no client can receive.

    With FILES, the folders of specs that hold them are checked as a whole, since a change in one file can break
    another; folders that hold none of them are left out.
    """
    session: Session = context.obj
    jobs = (session.job(None, specs),) if specs and not job else _distinct(session.jobs(job or (), specs))
    if templates:
        jobs = tuple(replace(job, choices=replace(job.choices, templates=templates)) for job in jobs)
    if files:
        jobs = _holding(jobs, files)
    found, notes = Collector(), list[str]()
    for each in jobs:
        with gathering(found):
            api, warnings = _check(each)
            found.add(_about(warnings, files))
            notes.append(
                f"no faults in {count(len(api.resources), 'resource')} and {count(len(api.enums), 'enumeration')}"
            )
    session.show(tuple(found))
    for line in notes:
        session.note(line)
    errors = any(fault.severity == "error" for fault in found)
    return Exit.FAULTS if errors or (strict and any(found)) else Exit.OK


def _check(job: Job) -> tuple[Api, tuple[Diagnostic, ...]]:
    """The model of the specs of a job, and the warnings about them."""
    with progress() as watch:
        found = pipeline.check(job.specs, watch, job.choices)
    return found.api, found.warnings.diagnostics if found.warnings else ()


def _distinct(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """One job for each folder of specs and what is chosen for it."""
    return tuple({(job.specs.resolve(), job.choices): job for job in jobs}.values())


def _holding(jobs: tuple[Job, ...], files: list[Path]) -> tuple[Job, ...]:
    """The jobs whose specs hold any of the files, or lie in a folder among them. A file elsewhere is wrong usage."""
    places = {job: _folders(job) for job in jobs}
    for file in files:
        if not any(_touch(_real(file), place) for place in chain(*places.values())):
            raise Misuse(f"{file} is in no folder of specs: {', '.join(str(job.specs) for job in jobs)}")
    return tuple(job for job in jobs if any(_touch(_real(file), place) for file in files for place in places[job]))


def _folders(job: Job) -> tuple[Path, ...]:
    """The folders whose files are checked: specs, and templates of the user's own."""
    found = (job.specs, job.choices.templates)
    return tuple(folder.resolve() for folder in found if folder)


def _touch(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _about(warnings: tuple[Diagnostic, ...], files: list[Path] | None) -> Iterable[Diagnostic]:
    """The warnings that have a place in one of the files, or below a folder among them; all where no file is named."""
    if not files:
        return warnings
    wanted = {_real(file) for file in files}
    return (warning for warning in warnings if any(wanted & {file, *file.parents} for file in _places(warning)))


def _places(warning: Diagnostic) -> Iterable[Path]:
    return (_file(span) for span in _spans(warning))


def _spans(warning: Diagnostic) -> tuple[Span, ...]:
    return (warning.span, *(span for span, _ in warning.related))


def _file(span: Span) -> Path:
    return _real(Path(span.source.path))


def _real(file: Path) -> Path:
    """The real path; a link, which the specs may refuse, is itself."""
    return file.parent.resolve() / file.name if file.is_symlink() else file.resolve()
