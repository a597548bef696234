"""Rounds of ``ucwagen watch``: all jobs are built, a line says what changed, and faults are shown in place."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ucwagen import freshness, pipeline
from ucwagen.building import gathering
from ucwagen.config.choose import Misuse
from ucwagen.diagnostics import Collector, Diagnostic, Faults
from ucwagen.exits import Exit
from ucwagen.overwriting import Overwriting
from ucwagen.terminal import count, tell
from ucwagen.watching.memory import Memory
from ucwagen.watching.notice import configuration, notices, surroundings

if TYPE_CHECKING:
    from ucwagen.config import Job
    from ucwagen.session import Session

SETTLING = 0.05
"""Seconds after which specs with faults are read again: an editor may be in the middle of a save."""
OVERWRITING = Overwriting(how="`ucwagen build --force`")
REPLACED = "ucwagen itself has changed; start `ucwagen watch` again"


def watch(sessions: Callable[[], Session], choose: Callable[[Session], Sequence[Job]]) -> Exit:
    """Build again and again, until the user interrupts, or ucwagen itself is replaced.

    ``sessions`` makes one that reads the configuration again; ``choose`` picks the jobs.
    """
    generator, rounds = freshness.generator(), _Rounds()
    jobs = choose(sessions())  # wrong usage ends the command here, and only here
    tell(f"watching {', '.join(dict.fromkeys(str(job.specs) for job in jobs))}; Ctrl-C ends")
    while True:
        configured, session = configuration(), sessions()  # in this order: a later change is not missed
        with rounds.showing(session):
            jobs = choose(session)
        specs = [job.specs for job in jobs]
        before = surroundings(configured, specs)
        rounds.build(session, jobs)
        for happened in _with_a_first_look(notices(specs, before)):
            if freshness.generator() != generator:
                tell(REPLACED)
                return Exit.FAULTS
            if happened:
                rounds.build(session, jobs)


def _with_a_first_look(events: Iterator[bool]) -> Iterator[bool]:
    """What changed before the system began to tell is not missed."""
    for number, happened in enumerate(events):
        yield happened or number == 0


class _Rounds:
    """What was shown last, so that nothing is shown twice."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._shown: tuple[Diagnostic, ...] = ()
        self._said: set[str] = set()
        self._good: set[Job] = set()

    def build(self, session: Session, jobs: Sequence[Job]) -> None:
        """Build all jobs. Specs with faults change nothing, and are looked at twice."""
        for is_last in (False, True):
            found = Collector()
            found.once(session.warnings)
            for job in jobs:
                with gathering(found), self._saying(job):
                    found.once(self._build(session, job))
            if is_last or not any(fault.severity == "error" for fault in found):
                break
            time.sleep(SETTLING)
        self._show(session, tuple(found))
        gc.collect()

    @contextmanager
    def showing(self, session: Session) -> Iterator[None]:
        """Show the faults of the configuration, and go on with the jobs of before."""
        found = Collector()
        try:
            with gathering(found):
                yield
        except (Misuse, OSError) as fault:
            tell(f"ucwagen: {fault}")
        if any(found):
            self._show(session, tuple(found))

    def _build(self, session: Session, job: Job) -> tuple[Diagnostic, ...]:
        """Build, say what changed, and return the warnings."""
        start = time.perf_counter()
        try:
            changes = pipeline.build(
                job.specs, job.out, choices=job.choices, overwriting=OVERWRITING, caching=self._memory
            )
        except Faults:
            self._good.discard(job)
            raise
        for path in changes.edited:
            session.note(f"{job.out / path}: had changed since the last build; the change is overwritten")
        if changes.paths or job not in self._good:
            what = f"{count(len(changes.paths), 'file')} changed" if changes.paths else "up to date"
            session.note(f"{time.strftime('%H:%M:%S')} {job.out}: {what} ({time.perf_counter() - start:.2f} s)")
        self._good.add(job)
        return changes.warnings

    @contextmanager
    def _saying(self, job: Job) -> Iterator[None]:
        """A folder that is missing may come back: this is said once."""
        try:
            yield
            self._said.clear()
        except OSError as fault:
            self._good.discard(job)
            words = f"ucwagen: {fault.filename}: {fault.strerror}" if fault.filename else f"ucwagen: {fault}"
            if words not in self._said:
                tell(words)
            self._said.add(words)

    def _show(self, session: Session, found: tuple[Diagnostic, ...]) -> None:
        if found != self._shown:
            session.show(found)
        self._shown = found
