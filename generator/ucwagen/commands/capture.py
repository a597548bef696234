"""``ucwagen capture``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ucwagen import pipeline
from ucwagen.commands.comparison import Form, text_of
from ucwagen.commands.options import Format, Quiet
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress

AsChanges = Annotated[
    Form | None,
    typer.Option("--format", help="With --check: print drift as changes for users of the package, by class."),
]
REPORT = ".json"
"""The ending of the report of a server."""


def capture(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    pages: Annotated[
        list[Path],
        typer.Argument(
            metavar="PAGES...", help="Folders of pages, each named by its edition; pages; JSON of the doctor."
        ),
    ],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", help="The folder of specs.", show_default="specs")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 on undeclared drift.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Change the facts of specs to those of the pages.")] = False,
    summaries: Annotated[
        Path | None,
        typer.Option("--summaries", metavar="FILE", help="Sentences for TODO: YAML by path of spec, then of fact."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 if anything on a page was not understood.")] = False,
    form: AsChanges = None,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Hold reference pages against the specs.

    Writes specs for pages that have none, with TODO where people are to write, and reports where pages and specs have
    drifted apart. With --update the facts of specs become those of the pages; summaries, corrections and comments stay.
    From reports of servers it adds to the specs what these servers have besides.
    """
    if form and not check:
        raise typer.BadParameter("--format shows what --check finds; give both")
    session: Session = context.obj
    folder, task = session.job(None, into).specs, _task(check, update, summaries)
    with progress() as watch:
        if _are_reports(pages, alone=not (update or summaries or form)):
            found = pipeline.learn(pages, folder, task, watch)
        else:
            found = pipeline.capture(pages, folder, task, summaries, watch, classes=form is not None)
    _show(session, found, form)
    return Exit.FAULTS if (found.drift and (check or update)) or (found.unread and strict) else Exit.OK


def _task(check: bool, update: bool, summaries: Path | None) -> pipeline.Task:
    if check and (update or summaries):
        raise typer.BadParameter(f"--check writes nothing and {'--update' if update else '--summaries'} does")
    return "check" if check else "update" if update else "write"


def _are_reports(pages: list[Path], alone: bool) -> bool:
    """Whether reports of servers are given, in place of pages."""
    reports = [path for path in pages if path.suffix == REPORT]
    if reports and (len(reports) < len(pages) or not alone):
        raise typer.BadParameter("reports of servers are held against specs alone; give them without pages and options")
    return bool(reports)


def _show(session: Session, found: pipeline.Captured, form: Form | None) -> None:
    for path in found.written:
        session.note(f"{path}: written")
    for path in found.updated:
        session.note(f"{path}: updated")
    for line in found.unread:
        session.note(f"{line}: not understood")
    if form and found.classed:
        put(text_of(form, [found.classed]))
    else:
        session.show(found.drift.diagnostics if found.drift else ())
