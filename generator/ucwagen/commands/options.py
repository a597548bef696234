"""The application, and the options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ucwagen.commands import completion
from ucwagen.config.jobs import ErrorFormat
from ucwagen.exits import MEANING
from ucwagen.session import Session

HELP = "Generate a typed Python client package from YAML specs of a REST API."
EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {words}" for code, words in MEANING.items())

app = typer.Typer(
    name="ucwagen",
    help=HELP,
    epilog=EXIT_CODES,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _quiet(context: typer.Context, wanted: bool) -> None:
    session: Session = context.find_root().obj
    session.quiet = session.quiet or wanted


def _caches(context: typer.Context, wanted: bool) -> None:
    session: Session = context.find_root().obj
    session.caches = session.caches and wanted


def _error_format(context: typer.Context, name: ErrorFormat | None) -> None:
    session: Session = context.find_root().obj
    session.error_format = name or session.error_format


Specs = Annotated[
    Path | None,
    typer.Option("--specs", metavar="DIR", readable=False, help="The folder of specs.", show_default="specs"),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", readable=False, help="The folder to generate into.", show_default="generated"),
]
Jobs = Annotated[
    list[str] | None,
    typer.Option(
        "--job",
        metavar="NAME",
        help="A job of the configuration; may be repeated.",
        show_default="all jobs",
        autocompletion=completion.jobs,
    ),
]
OneJob = Annotated[
    str | None,
    typer.Option("--job", metavar="NAME", help="A job of the configuration.", autocompletion=completion.jobs),
]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar="DIR", readable=False, help="Templates and files of your own, in place of ours."
    ),
]
Package = Annotated[
    str | None, typer.Option("--package", metavar="NAME", help="The import name, in place of that of the specs.")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something is out of date.")]
Force = Annotated[
    bool, typer.Option("--force", help="Overwrite files that were edited by hand, or the package of other specs.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", callback=_quiet, help="Print faults and data, but no notes.")]
Cache = Annotated[
    bool, typer.Option("--cache/--no-cache", callback=_caches, help="Remember what earlier runs read and rendered.")
]
Format = Annotated[
    ErrorFormat | None,
    typer.Option(
        "--error-format",
        callback=_error_format,
        help="How faults are shown; the forms for machines go to standard output.",
        show_default="text",
    ),
]
"""The callbacks of the last three note the value in the session; the commands do not look at their arguments."""
