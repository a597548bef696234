"""The jobs that a command runs: those of the configuration, unless its options say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ucwagen.config.jobs import Job, Settings
from ucwagen.diagnostics import nearest


class Misuse(Exception):
    """Options that contradict one another or the configuration."""


def choose(
    settings: Settings, names: Sequence[str] = (), specs: Path | None = None, out: Path | None = None
) -> tuple[Job, ...]:
    """The jobs of these names, or all of them; folders given as options take the place of theirs."""
    if specs and out and not names:
        return (Job(specs, out),)
    jobs = tuple(_named(settings, name) for name in dict.fromkeys(names)) or settings.jobs
    if (specs or out) and len(jobs) > 1:
        option = "--specs" if specs else "--out"
        raise Misuse(
            f"{option} is for one job, and {len(jobs)} are to run; choose one with --job, or give both folders"
        )
    return tuple(replace(job, specs=specs or job.specs, out=out or job.out) for job in jobs)


def only(settings: Settings, name: str | None, specs: Path | None) -> Job:
    """The one job of a command that works on one folder of specs."""
    if specs and not name:
        return Job(specs)
    found = choose(settings, (name,) if name else (), specs)
    if len(found) > 1:
        names = ", ".join(f"`{job.name}`" for job in found)
        raise Misuse(f"this command is for one folder of specs; choose a job with --job: {names}")
    return found[0]


def _named(settings: Settings, name: str) -> Job:
    jobs = {job.name: job for job in settings.jobs if job.name}
    if name not in jobs:
        known = nearest(name, jobs) or (f"; there are {', '.join(f'`{known}`' for known in jobs)}" if jobs else "")
        where = settings.file or "a configuration"
        raise Misuse(f"no job `{name}` in {where}{known}")
    return jobs[name]
