"""``ucwagen schema``."""

from __future__ import annotations

from typing import Annotated

import typer

from ucwagen import documents, pipeline
from ucwagen.commands.freshness import out_of_date
from ucwagen.commands.options import Check, OneJob, Quiet, Specs
from ucwagen.exits import Exit
from ucwagen.inputs import SCHEMA
from ucwagen.session import Session, put


def schema(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    job: OneJob = None,
    where: Annotated[
        bool, typer.Option("--where", help="Write nothing; print the path of the installed one, beside its README.")
    ] = False,
    check: Check = False,
    quiet: Quiet = False,
) -> int:
    """Write the JSON Schema of the spec format.

    It goes to schema.json in the folder of specs, where editors find it.
    """
    session: Session = context.obj
    if where:
        put(f"{documents.schema_file()}\n")
        return Exit.OK
    folder = session.job(job, specs).specs
    path = folder / SCHEMA
    if check:
        return out_of_date(session, [path] if pipeline.schema_is_outdated(folder) else [], "ucwagen schema")
    session.note(f"{path} {'written' if pipeline.schema(folder) else 'is up to date'}")
    return Exit.OK
