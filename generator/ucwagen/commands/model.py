"""``ucwagen model``."""

from __future__ import annotations

import typer

from ucwagen import pipeline
from ucwagen.commands.options import Format, OneJob, Specs
from ucwagen.commands.printing import put_json
from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import progress


def model(context: typer.Context, specs: Specs = None, job: OneJob = None, error_format: Format = None) -> int:
    """Print the linked model as JSON."""
    session: Session = context.obj
    folder = session.job(job, specs).specs
    with progress() as watch:
        data = pipeline.dump(folder, watch)
    put_json(data)
    return Exit.OK
