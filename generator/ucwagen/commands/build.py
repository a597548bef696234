"""``ucwagen build``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ucwagen import building, pipeline
from ucwagen.building import gathering
from ucwagen.choices import Choices, of_option
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Check, Format, Jobs, Out, Quiet, Specs, Templates
from ucwagen.commands.patch import patch
from ucwagen.diagnostics import Collector
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress

if TYPE_CHECKING:
    from ucwagen.config import Job


def build(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    out: Out = None,
    job: Jobs = None,
    package: Annotated[
        str | None, typer.Option("--package", metavar="NAME", help="The import name, in place of that of the specs.")
    ] = None,
    templates: Templates = None,
    check: Check = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files that were edited by hand, or the package of other specs.")
    ] = False,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Generate the package.

    The whole tree is brought up to date in one step; if the specs have faults, nothing changes.
    """
    session: Session = context.obj
    jobs = session.jobs(job or (), specs, out, Choices(of_option("--package", package), templates=templates))
    if not (check or diff):
        return building.build(session, jobs, force=force)
    found, codes = Collector(), {Exit.OK}
    for each in jobs:
        with gathering(found):
            codes.add(_compare(session, each, check=check, diff=diff))
    if any(found) or not diff:
        session.show(tuple(found))
    return Exit.FAULTS if any(found) else max(codes)


def _compare(session: Session, job: Job, *, check: bool, diff: bool) -> Exit:
    """Say what a build would change."""
    with progress() as watch:
        changes = pipeline.difference(job.specs, job.out, watch, job.choices)
    if diff:
        put(patch(changes, job.out, session.folder))
    if not check:
        return Exit.OK
    code = out_of_date(session, [job.out / change.path for change in changes], "ucwagen build")
    for line in pipeline.other_tools(job.out) if changes else ():
        session.note(line)
    return code
