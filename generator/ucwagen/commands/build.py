"""``ucwagen build``."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Annotated

import typer

from ucwagen import building, pipeline
from ucwagen.building import gathering
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Check, Format, Jobs, Out, Quiet, Specs
from ucwagen.diagnostics import Collector
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress

if TYPE_CHECKING:
    from ucwagen.config import Job
    from ucwagen.disk.difference import Difference


def build(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    out: Out = None,
    job: Jobs = None,
    check: Check = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the package of other specs in the folder.")] = False,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Generate the package.

    The whole tree is brought up to date in one step; if the specs have faults, nothing changes.
    """
    session: Session = context.obj
    jobs = session.jobs(job or (), specs, out)
    if not (check or diff):
        return building.build(session, jobs, force=force)
    found, codes = Collector(), {Exit.OK}
    for each in jobs:
        with gathering(found):
            codes.add(_compare(session, each, check=check, diff=diff))
    session.show(tuple(found))
    return Exit.FAULTS if any(found) else max(codes)


def _compare(session: Session, job: Job, *, check: bool, diff: bool) -> Exit:
    """Say what a build would change."""
    with progress() as watch:
        changes = pipeline.difference(job.specs, job.out, watch)
    if diff:
        put("".join(_lines(job, changes)))
    if not check:
        return Exit.OK
    code = out_of_date(session, [job.out / change.path for change in changes], "ucwagen build")
    for line in pipeline.other_tools(job.out) if changes else ():
        session.note(line)
    return code


def _lines(job: Job, changes: tuple[Difference, ...]) -> list[str]:
    """A unified diff, in the form that ``patch`` and ``git apply`` take."""
    lines: list[str] = []
    for change in changes:
        path = job.out / change.path
        before = "/dev/null" if change.before is None else f"a/{path}"
        after = "/dev/null" if change.after is None else f"b/{path}"
        old, new = (change.before or "").splitlines(keepends=True), (change.after or "").splitlines(keepends=True)
        lines += (_ended(line) for line in unified_diff(old, new, before, after))
    return lines


def _ended(line: str) -> str:
    """A line of the diff; the last one of a file may have no end."""
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
