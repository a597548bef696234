"""``ucwagen diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ucwagen import pipeline
from ucwagen.building import gathering
from ucwagen.choices import NONE
from ucwagen.commands.comparison import Form, text_of
from ucwagen.commands.options import Format, Jobs, Quiet, Specs
from ucwagen.config.choose import Misuse
from ucwagen.diagnostics import Collector
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress

if TYPE_CHECKING:
    from ucwagen.changes.forms.words import Titled
    from ucwagen.config import Job
    from ucwagen.revisions.choose import Chosen

    Sides = tuple[Chosen, Chosen]

Class = Literal["breaking", "addition", "cosmetic"]


def diff(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="A folder of specs, a revision, or REVISION:FOLDER.")],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The same; the specs on the disk where it is left out.")
    ] = None,
    specs: Specs = None,
    job: Jobs = None,
    form: Annotated[Form, typer.Option("--format", help="How changes are shown.")] = "text",
    fail_on: Annotated[
        Class | None, typer.Option("--fail-on", help="Exit 1 if a change is of this class, or of a graver one.")
    ] = None,
    changelog: Annotated[
        Path | None,
        typer.Option(
            "--changelog", metavar="FILE", help="Put the changes under Unreleased; a second run adds nothing."
        ),
    ] = None,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Say what changed in the API for users of the package, and which version follows.

    Each change is breaking, an addition or cosmetic. A revision stands for the specs of the job in it, as git has
    them; nothing is checked out. ucwagen diff v1 compares with the specs on the disk.
    """
    from ucwagen.revisions.choose import chosen
    from ucwagen.revisions.error import RevisionError

    session: Session = context.obj
    try:
        sides = chosen(old), chosen(new)
        found = _compared(session, sides, _jobs(session, sides, job, specs))
    except RevisionError as error:
        raise Misuse(str(error)) from None
    put(text_of(form, found))
    if changelog:
        changed = pipeline.change_log(changelog, found)
        session.note(f"{changelog}: {'written' if changed else 'is up to date'}")
    return Exit.FAULTS if fail_on and any(pipeline.reaches(one.comparison, fail_on) for one in found) else Exit.OK


def _jobs(session: Session, sides: Sides, names: list[str] | None, specs: Path | None) -> list[Job | None]:
    """The jobs whose specs are compared; none where both sides name their folder."""
    relative = [side for side in sides if side.needs_job]
    if not relative and (names or specs):
        raise Misuse("both sides name their folder; leave out --job and --specs")
    if not relative:
        return [None]
    if len(relative) < len(sides) and names and len(names) > 1:
        raise Misuse("one side names a folder, so that one job is the other; choose one with --job")
    if len(relative) < len(sides) or (specs and not names):
        return [session.job(names[0] if names else None, specs or _folder(session, sides, names))]
    return list(session.jobs(names or (), specs))


def _folder(session: Session, sides: Sides, names: list[str] | None) -> Path | None:
    """The specs that the other side names by their folder, here or in a revision: then no job need be chosen."""
    found = (job.specs for job in session.jobs() for side in sides if side.names(job.specs))
    return None if names else next(found, None)


def _compared(session: Session, sides: Sides, jobs: list[Job | None]) -> list[Titled]:
    """Every comparison. Faults of all of them are raised together."""
    from ucwagen.changes.forms.words import Titled

    faults, found = Collector(), list[Titled]()
    for job in jobs:
        specs = job.specs if job else Path()
        with gathering(faults), progress() as watch:
            old, new = pipeline.read_both(*sides, specs)
            comparison = pipeline.compare(old, new, watch, job.choices if job else NONE)
            name = job.name if job else ""
            found.append(Titled(str(old.root), str(new.root), comparison, name))
    faults.finish()
    return found
