"""Builds as a command: jobs in, a line about what changed for each of them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ucwagen import pipeline
from ucwagen.diagnostics import Collector, Faults
from ucwagen.exits import Exit
from ucwagen.overwriting import REFUSED, Overwriting
from ucwagen.terminal import count, progress

if TYPE_CHECKING:
    from ucwagen.config import Job
    from ucwagen.diagnostics import Diagnostic
    from ucwagen.session import Session

NAMED = 10
"""How many overwritten files are named: after a pull there may be hundreds."""


def build(session: Session, jobs: Sequence[Job], overwriting: Overwriting = REFUSED) -> Exit:
    """Bring the tree of each job up to date, and say so. Faults of one job do not keep the others from being built."""
    found = Collector()
    for job in jobs:
        with gathering(found):
            found.once(_build(session, job, overwriting))
    session.show(tuple(found))
    return Exit.FAULTS if any(fault.severity == "error" for fault in found) else Exit.OK


@contextmanager
def gathering(found: Collector) -> Iterator[None]:
    """Faults that are raised inside are noted, so that the next job can run: once, where jobs have the same specs."""
    try:
        yield
    except Faults as faults:
        found.once(faults.diagnostics)


def _build(session: Session, job: Job, overwriting: Overwriting) -> tuple[Diagnostic, ...]:
    """Build, say what changed, and return the warnings."""
    with progress() as watch:
        changes = pipeline.build(
            job.specs, job.out, watch, job.choices, overwriting=overwriting, caching=session.caching
        )
    for path in changes.edited[:NAMED]:
        now = "the change is overwritten" if path in changes.lost else "git keeps what it was"
        session.note(f"{job.out / path}: was not as the last build left it; {now}")
    if len(changes.edited) > NAMED:
        session.note(f"… and {count(len(changes.edited) - NAMED, 'more file')} that the last build did not leave so")
    changed = f"{count(len(changes.paths), 'file')} changed in {job.out}"
    session.note(changed if changes.paths else f"{job.out} is up to date")
    return changes.warnings
