"""What both backends do: run the jobs of a project before its files are collected."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from ucwagen import pipeline
from ucwagen.backends import contents
from ucwagen.building import gathering
from ucwagen.config import Job, Settings, read
from ucwagen.config.choose import Misuse, choose
from ucwagen.config.find import of_folder
from ucwagen.diagnostics import Collector, Diagnostic, Faults, visible
from ucwagen.disk.atomic import discard
from ucwagen.overwriting import REFUSED, Overwriting

HERE = Path()
"""Backends run in the folder of the project."""


def generate(root: Path = HERE, names: Sequence[str] = (), overwriting: Overwriting = REFUSED) -> tuple[Job, ...]:
    """Bring the packages of the jobs up to date; all jobs where none is named. Returns the jobs.

    A fault ends the build with the text that the command shows, without a traceback; warnings are shown. Specs that
    are absent, as in an sdist without them, are passed over where the package is there.
    """
    found = Collector()
    jobs: tuple[Job, ...] = ()
    with gathering(found):
        looked = of_folder(root)
        found.once(looked.warnings)
        default = Settings((Job(root / "specs", root / "generated"),))
        jobs = _chosen(read(looked.source) if looked.source else default, names)
    for job in jobs:
        if job.specs.exists() or not job.out.exists():
            with gathering(found):
                found.once(_build(job, overwriting))
    told = Faults(found).render()
    if any(fault.severity == "error" for fault in found):
        end(told)
    print(visible(told), end="\n" * bool(told), file=sys.stderr, flush=True)
    return jobs


def _chosen(settings: Settings, names: Sequence[str]) -> tuple[Job, ...]:
    try:
        return choose(settings, names)
    except Misuse as fault:
        end(f"ucwagen: {fault}")


def _build(job: Job, overwriting: Overwriting) -> tuple[Diagnostic, ...]:
    """Build, and return the warnings."""
    try:
        return pipeline.build(job.specs, job.out, choices=job.choices, overwriting=overwriting).warnings
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        end(f"ucwagen: {where}{fault.strerror or fault}")


def require_packages(built: Path, jobs: Sequence[Job], remedy: str, root: Path = HERE) -> None:
    """End the build where what it built lacks a generated package, and remove the file, which has no use without it.

    ``remedy`` says how to name a package to the build tool, with ``{package}`` and ``{out}`` for the folders.
    """
    look = contents.of_sdist if built.suffix == ".gz" else contents.of_wheel
    lacks = tuple(look(built, jobs, root))
    if lacks:
        discard(built)
        told = (remedy.format(package=lack.package, out=lack.package.parent) for lack in lacks)
        end("\n".join(f"ucwagen: {built.name} {lack.why}; {how}" for lack, how in zip(lacks, told, strict=True)))


def end(text: str) -> NoReturn:
    """End the build with a text for the user."""
    print(visible(text), file=sys.stderr, flush=True)
    raise SystemExit(1)
