"""``ucwagen reference``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ucwagen import pipeline
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Check, Force, Format, OneJob, Quiet, Specs
from ucwagen.exits import Exit
from ucwagen.overwriting import Overwriting
from ucwagen.session import Session
from ucwagen.terminal import count, progress


def reference(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", readable=False, help="The folder to write pages into.")
    ] = Path("reference"),
    job: OneJob = None,
    check: Check = False,
    force: Force = False,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Write the reference of the API as Markdown pages.

    A page for each resource and each enumeration, and pages of the errors, for a site of your own.
    """
    session: Session = context.obj
    chosen = session.job(job, specs)
    with progress() as watch:
        if check:
            stale = pipeline.outdated_pages(chosen.specs, out, watch, chosen.choices)
        else:
            changes = pipeline.reference(chosen.specs, out, watch, chosen.choices, overwriting=Overwriting(force))
    if check:
        return out_of_date(session, stale, "ucwagen reference")
    changed = f"{count(len(changes.paths), 'file')} changed in {out}"
    session.note(changed if changes.paths else f"{out} is up to date")
    return Exit.OK
