"""Folders that must not overlap: a tree is replaced as a whole, and what lies among specs is read as specs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ucwagen.config.jobs import Job


@dataclass(frozen=True, slots=True)
class Overlap:
    """The folder that a job writes into, and one of another job, or of itself, that it overlaps."""

    job: Job
    why: str
    other: Job
    key: str
    """The key of the other folder, ``out`` or ``specs``."""


def overlaps(jobs: Sequence[Job]) -> Iterator[Overlap]:
    """Each overlap of two folders of the jobs, where a build would write."""
    for index, job in enumerate(jobs):
        for other in jobs[:index]:
            if _within(job.out, other.out) is not None or _within(other.out, job.out) is not None:
                why = f"`{job.name}` writes into {job.out}; give each job a folder of its own"
                yield Overlap(job, why, other, "out")
    for job in jobs:
        yield from with_specs(job, jobs)


def with_specs(job: Job, jobs: Iterable[Job]) -> Iterator[Overlap]:
    """Each job whose specs lie in the folder that this job writes into, or around it."""
    seen = set[Path]()
    for other in jobs:
        if other.specs not in seen and (why := specs_overlap(other.specs, job.out)):
            seen.add(other.specs)
            yield Overlap(job, f"{_named(job)}writes into {job.out}, which {why}", other, "specs")


def specs_overlap(specs: Path, out: Path) -> str:
    """Return why a tree must not stand there, or nothing."""
    if why := among_specs(specs, out):
        return why
    if _within(specs, out) is not None:
        return f"holds the folder of specs {specs}, and is replaced as a whole; give another folder"
    return ""


def among_specs(specs: Path, out: Path) -> str:
    """Return why a file or a tree must not lie there, or nothing. Names that begin with a dot are not read as specs."""
    below = _within(out, specs)
    if below is not None and not any(name.startswith(".") for name in below.parts):
        return f"lies in the folder of specs {specs}, where it would be read as specs; give another folder"
    return ""


def _within(inner: Path, outer: Path) -> Path | None:
    """The path from the outer folder to the inner one; None where it lies elsewhere."""
    real, around = Path(os.path.realpath(inner)), Path(os.path.realpath(outer))
    return real.relative_to(around) if real.is_relative_to(around) else None


def _named(job: Job) -> str:
    return f"`{job.name}` " if job.name else ""
