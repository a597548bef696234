"""``ucwagen check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ucwagen import checking
from ucwagen.choices import Choices, of_option
from ucwagen.commands.options import Cache, Format, Jobs, Package, Quiet, Specs, Templates
from ucwagen.session import Session


def check(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Files of specs that changed: warnings are about them alone."),
    ] = None,
    specs: Specs = None,
    job: Jobs = None,
    package: Package = None,
    templates: Templates = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if there are warnings.")] = False,
    cache: Cache = True,
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
    choices = Choices(of_option("--package", package), templates=templates)
    jobs = (session.job(None, specs, choices),) if specs and not job else session.jobs(job or (), specs, None, choices)
    return checking.check(session, jobs, files or (), strict=strict)
