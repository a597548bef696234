"""``ucwagen openapi``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ucwagen import pipeline
from ucwagen.choices import of_option
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Check, Format, OneJob, Quiet, Specs
from ucwagen.config.apart import among_specs
from ucwagen.config.choose import Misuse
from ucwagen.exits import Exit
from ucwagen.session import Session, put
from ucwagen.terminal import progress

if TYPE_CHECKING:
    from ucwagen.oas.writing import Form

YAML = (".yaml", ".yml")
"""Endings of the files that hold YAML; others hold JSON."""


def openapi(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    job: OneJob = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="The file to write.", show_default="standard output")
    ] = None,
    form: Annotated[
        Literal["json", "yaml"] | None,
        typer.Option("--format", help="The form of the text.", show_default="by the ending of the file, or json"),
    ] = None,
    server: Annotated[
        str | None,
        typer.Option(
            "--server", metavar="URL", help="The address of a server.", show_default="that of the documented messages"
        ),
    ] = None,
    check: Check = False,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Describe the API as an OpenAPI 3.1 document.

    Paths are those of the documented messages; a client of the API follows links.
    """
    if check and output is None:
        raise typer.BadParameter("--check looks at a file; give --output too")
    session: Session = context.obj
    chosen = session.job(job, specs)
    if output is not None:
        _refuse_among_specs(output, chosen.specs, session)
    with progress() as watch:
        url = of_option("--server", server)
        text = pipeline.openapi_text(chosen.specs, form or _form(output), watch, chosen.choices, server=url)
    if output is None:
        put(text)
        return Exit.OK
    return _written(session, output, text, check=check)


def _written(session: Session, output: Path, text: str, *, check: bool) -> Exit:
    if check:
        return out_of_date(session, [output] if pipeline.openapi_is_outdated(output, text) else [], "ucwagen openapi")
    session.note(f"{output} {'written' if pipeline.write_openapi(output, text) else 'is up to date'}")
    return Exit.OK


def _refuse_among_specs(output: Path, specs: Path, session: Session) -> None:
    """The next command would read the document as a spec; and a folder is no file, wherever it lies."""
    if output.is_dir():
        raise Misuse(f"--output {output} is a folder; name a file, such as {output / 'openapi.json'}")
    for folder in (specs, *(job.specs for job in session.jobs())):
        if why := among_specs(folder, output):
            raise Misuse(f"--output {output} {why}")


def _form(output: Path | None) -> Form:
    return "yaml" if output is not None and output.suffix.lower() in YAML else "json"
