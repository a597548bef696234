"""The commands of ``ucwagen``: their arguments, and what each prints: data on stdout, the rest on stderr."""

from __future__ import annotations

from typing import Annotated

import typer

from ucwagen import __version__
from ucwagen.commands import (
    build,
    capture,
    check,
    counts,
    diff,
    model,
    openapi,
    reference,
    schema,
    templates,
    watch,
)
from ucwagen.commands.options import Format, Quiet
from ucwagen.commands.options import app as app
from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import tell


def _version(wanted: bool) -> None:
    if wanted:
        print(f"ucwagen {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def every_command(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback after an internal error.")] = False,
    quiet: Quiet = False,
    error_format: Format = None,
) -> None:
    session: Session = context.obj
    session.debug = debug
    if context.invoked_subcommand is None:
        tell(context.get_help())
        raise typer.Exit(Exit.USAGE)


COMMANDS = (
    check.check,
    build.build,
    watch.watch,
    model.model,
    openapi.openapi,
    reference.reference,
    schema.schema,
    capture.capture,
    diff.diff,
    counts.counts,
    templates.templates,
)
for command in COMMANDS:
    app.command()(command)
