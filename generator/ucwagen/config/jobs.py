"""What a configuration says: the jobs, each with the folders that it reads and writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ucwagen.choices import NONE, Choices

ErrorFormat = Literal["text", "json", "github", "sarif", "junit"]
FORMATS: tuple[ErrorFormat, ...] = get_args(ErrorFormat)

SPECS, OUT = Path("specs"), Path("generated")
"""The folders where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Job:
    """One package to be generated: the folder of its specs, and the folder that it goes into."""

    specs: Path = SPECS
    out: Path = OUT
    name: str = ""
    """Its name in the configuration; empty for the only job of a project."""
    choices: Choices = NONE


@dataclass(frozen=True, slots=True)
class Settings:
    """The jobs of a project, in the order of the file, and the form in which faults are shown."""

    jobs: tuple[Job, ...] = (Job(),)
    error_format: ErrorFormat = "text"
    file: Path | None = None
    """The file that says so; None where there is none."""
