"""``ucwagen counts``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ucwagen import pipeline
from ucwagen.commands.options import OneJob, Specs
from ucwagen.commands.printing import put_json
from ucwagen.diagnostics import visible
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress, table


def counts(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    pages: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER]...", help="Folders of pages, each named by its edition.")
    ] = None,
    specs: Specs = None,
    job: OneJob = None,
    mends: Annotated[bool, typer.Option("--mends", help="List what was mended in the examples instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> int:
    """Count the facts of the specs, and explain them by the pages.

    The rows of the newest edition, and those that only an older one has, without those given twice; rels that are both
    link and embedded; what has no page; corrections: that makes the specs. Exit 1 where the sum does not hold.
    """
    session: Session = context.obj
    folder = session.job(job, specs).specs
    if mends:
        return _list_mends(pages, folder, as_json)
    with progress() as watch:
        found = pipeline.counts(pages or (), folder, watch)
    if as_json:
        put_json(found.as_data())
    else:
        put(table(*found.as_table()))
    for words in found.stray():
        session.note(words)
    return Exit.OK if found.holds else Exit.FAULTS


def _list_mends(pages: list[Path] | None, specs: Path, as_json: bool) -> Exit:
    if pages:
        raise typer.BadParameter("--mends is about specs alone; leave out the folders")
    found = pipeline.mends(specs)
    if as_json:
        put_json(found.as_data())
    else:
        put("".join(f"{visible(line)}\n" for line in found.as_lines()))
    return Exit.OK
