"""What both backends do: run the jobs of a project before its files are collected."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from ucwagen import pipeline
from ucwagen.building import gathering
from ucwagen.config import Job, Settings, read
from ucwagen.config.choose import Misuse, choose
from ucwagen.config.find import of_folder
from ucwagen.diagnostics import Collector, Diagnostic, Faults, visible

HERE = Path()
"""Backends run in the folder of the project."""


FORCE = "--force"
"""The option of the command, which backends do not have."""


def generate(
    root: Path = HERE, names: Sequence[str] = (), *, force: bool = False, forcing: str = FORCE
) -> tuple[Job, ...]:
    """Bring the packages of the jobs up to date; all jobs where none is named. Returns the jobs.

    A fault ends the build with the text that the command shows, without a traceback. Specs that are absent, as in an
    sdist without them, are passed over where the package is there. ``force`` overwrites files that were edited, and
    ``forcing`` says to a user how a build of this backend is told so.
    """
    found = Collector()
    jobs: tuple[Job, ...] = ()
    with gathering(found):
        source = of_folder(root)
        jobs = _chosen(read(source) if source else Settings((Job(root / "specs", root / "generated"),)), names)
    for job in jobs:
        if job.specs.exists() or not job.out.exists():
            with gathering(found):
                _build(job, force, forcing)
    if any(found):
        end(Faults(tuple(_told(fault, forcing) for fault in found)).render())
    return jobs


def _chosen(settings: Settings, names: Sequence[str]) -> tuple[Job, ...]:
    try:
        return choose(settings, names)
    except Misuse as fault:
        end(f"ucwagen: {fault}")


def _told(fault: Diagnostic, forcing: str) -> Diagnostic:
    return replace(fault, message=fault.message.replace(FORCE, forcing))


def _build(job: Job, force: bool, forcing: str) -> None:
    try:
        pipeline.build(job.specs, job.out, choices=job.choices, force=force)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        end(f"ucwagen: {where}{str(fault.strerror or fault).replace(FORCE, forcing)}")


def end(text: str) -> NoReturn:
    """End the build with a text for the user."""
    print(visible(text), file=sys.stderr, flush=True)
    raise SystemExit(1)
