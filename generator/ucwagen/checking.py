"""Checks as a command: jobs in, their faults and warnings out, all of them at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen import pipeline
from ucwagen.building import gathering
from ucwagen.config.choose import Misuse, job_hint
from ucwagen.config.jobs import Settings
from ucwagen.diagnostics import Collector, nearest
from ucwagen.exits import Exit
from ucwagen.terminal import count, progress

if TYPE_CHECKING:
    from ucwagen.config import Job
    from ucwagen.diagnostics import Diagnostic, Span
    from ucwagen.pipeline.checking import Checked
    from ucwagen.session import Session


def check(session: Session, jobs: Sequence[Job], files: Sequence[Path] = (), *, strict: bool = False) -> Exit:
    """Check the specs of each job once. With files, only the jobs whose specs hold them, and warnings about them."""
    jobs = _holding(_distinct(jobs), files) if files else _distinct(jobs)
    found, notes = Collector(), list[str]()
    found.once(session.warnings)
    for each in jobs:
        with gathering(found):
            checked = _check(session, each)
            found.once(_about(checked.warnings.diagnostics if checked.warnings else (), files))
            number = f"{count(checked.resources, 'resource')} and {count(checked.enumerations, 'enumeration')}"
            notes.append(f"{_named(each, jobs)}no faults in {number}")
    session.show(tuple(found))
    for line in notes:
        session.note(line)
    errors = any(fault.severity == "error" for fault in found)
    return Exit.FAULTS if errors or (strict and any(found)) else Exit.OK


def _named(job: Job, jobs: Sequence[Job]) -> str:
    """The folder of specs, where there are several."""
    return f"{job.specs}: " if len({each.specs.resolve() for each in jobs}) > 1 else ""


def _check(session: Session, job: Job) -> Checked:
    with progress() as watch:
        return pipeline.check(job.specs, watch, job.choices, session.caching)


def _distinct(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """One job for each folder of specs and what is chosen for it."""
    return tuple({(job.specs.resolve(), job.choices): job for job in jobs}.values())


def _holding(jobs: tuple[Job, ...], files: Sequence[Path]) -> tuple[Job, ...]:
    """The jobs whose specs hold any of the files, or lie in a folder among them.

    A file elsewhere is wrong usage, and so is one that is not there.
    """
    places = {job: _folders(job) for job in jobs}
    for file in files:
        hint = job_hint(Settings(jobs), [str(file)])
        if not os.path.lexists(file):
            raise Misuse(f"{file} is not there{hint or _beside(file)}")
        if not any(_touch(_real(file), place) for place in chain(*places.values())):
            raise Misuse(f"{file} is in no folder of specs: {', '.join(str(job.specs) for job in jobs)}{hint}")
    return tuple(job for job in jobs if any(_touch(_real(file), place) for file in files for place in places[job]))


def _beside(file: Path) -> str:
    """The nearest name in its folder."""
    folder = file.parent
    return nearest(str(file), (str(each) for each in folder.iterdir())) if folder.is_dir() else ""


def _folders(job: Job) -> tuple[Path, ...]:
    """The folders whose files are checked: specs, and templates of the user's own."""
    found = (job.specs, job.choices.templates)
    return tuple(folder.resolve() for folder in found if folder)


def _touch(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _about(warnings: tuple[Diagnostic, ...], files: Sequence[Path]) -> Iterable[Diagnostic]:
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
