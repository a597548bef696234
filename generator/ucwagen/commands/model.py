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
    chosen = session.job(job, specs)
    with progress() as watch:
        data = pipeline.dump(chosen.specs, watch, chosen.choices)
    put_json(data)
    return Exit.OK
