"""``ucwagen build``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ucwagen import building, pipeline
from ucwagen.building import gathering
from ucwagen.choices import Choices, of_option
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Cache, Check, Force, Format, Jobs, Out, Package, Quiet, Specs, Templates
from ucwagen.commands.patch import patch
from ucwagen.diagnostics import Collector
from ucwagen.exits import Exit
from ucwagen.overwriting import Overwriting
from ucwagen.session import Session, put
from ucwagen.terminal import progress

if TYPE_CHECKING:
    from ucwagen.config import Job
    from ucwagen.diagnostics import Diagnostic
    from ucwagen.disk.difference import Difference


def build(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    out: Out = None,
    job: Jobs = None,
    package: Package = None,
    templates: Templates = None,
    check: Check = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
    force: Force = False,
    cache: Cache = True,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Generate the package.

    The whole tree is brought up to date in one step; if the specs have faults, nothing changes.
    """
    session: Session = context.obj
    jobs = session.jobs(job or (), specs, out, Choices(of_option("--package", package), templates=templates))
    if not (check or diff):
        return building.build(session, jobs, Overwriting(force))
    found, codes, shown = Collector(), {Exit.OK}, list[bytes]()
    for each in jobs:
        with gathering(found):
            changes = _changes(each)
            shown.append(patch(changes, each.out, session.folder) if diff else b"")
            codes.add(_say(session, each, changes) if check else Exit.OK)
    return _show(session, b"".join(shown), tuple(found), diff=diff) or max(codes)


def _show(session: Session, patches: bytes, found: Sequence[Diagnostic], *, diff: bool) -> Exit:
    """Print the patch, and the faults. Standard output holds one of the two, so that a program can read it."""
    if patches and found and session.for_machines:
        session.note("the patch is left out, because standard output holds the report of faults")
    elif diff:
        put(patches)
    if found or not diff:
        session.show(found)
    return Exit.FAULTS if found else Exit.OK


def _changes(job: Job) -> tuple[Difference, ...]:
    with progress() as watch:
        return pipeline.difference(job.specs, job.out, watch, job.choices)


def _say(session: Session, job: Job, changes: tuple[Difference, ...]) -> Exit:
    """Name the files that are out of date."""
    code = out_of_date(session, [job.out / change.path for change in changes], "ucwagen build")
    if changes and job.choices.hooks and pipeline.is_stamped(job.specs, job.out, job.choices):
        stamp = job.out / ".ucwagen/stamp"
        session.note(
            f"the hooks leave other files than at the last build of the same inputs; delete {stamp}, and build"
        )
    for line in pipeline.other_tools(job.out) if changes else ():
        session.note(line)
    return code
