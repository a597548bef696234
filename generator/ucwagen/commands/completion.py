"""What a shell offers for the values of options and arguments: names of jobs, and of templates."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from ucwagen import pipeline
from ucwagen.choices import NONE
from ucwagen.diagnostics import Faults
from ucwagen.session import Session


def jobs(incomplete: str) -> list[str]:
    """The jobs of the configuration. One that cannot be read has none, and commands say why."""
    with suppress(Faults, OSError):
        return _begun(incomplete, (job.name for job in Session().settings.jobs if job.name))
    return []


def templates(incomplete: str) -> list[str]:
    """The templates and files of ucwagen."""
    return _begun(incomplete, (file.path for file in pipeline.templates(NONE)))


def _begun(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
