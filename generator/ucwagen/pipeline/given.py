"""Folders and choices of a job in, everything that decides its package out: each file is read once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ucwagen import inputs, overrides
from ucwagen.choices import Choices
from ucwagen.config.find import OWN, SHARED
from ucwagen.diagnostics import Collector
from ucwagen.hooks.hook import contents
from ucwagen.inputs import Inputs
from ucwagen.overrides import Overrides
from ucwagen.pipeline import legal
from ucwagen.pipeline.watch import Watch


@dataclass(frozen=True, slots=True)
class Given:
    """The specs, what is chosen besides, and the templates and files of the user's own."""

    inputs: Inputs
    place: str
    """The folder of specs, seen from the project."""
    choices: Choices
    own: Overrides = overrides.NONE
    header: str = ""
    license: str | None = None
    """The text of the licence; None for that beside the specs."""

    def files(self) -> Mapping[str, bytes]:
        """The content of every file, and the texts, for the digest of a build."""
        own = {f"//templates/{path}": data for path, data in self.own.files.items()}
        texts = {"//header": self.header.encode(), "//license": repr(self.license).encode()}
        used = {f"//hooks/{number}": data for number, data in enumerate(contents(self.choices.hooks).values())}
        return {**self.inputs.files, **own, **texts, "//place": self.place.encode("utf-8", "surrogatepass"), **used}


def collect(specs: Path, choices: Choices, watch: Watch) -> Given:
    """Read every file that a build depends on, besides those of ucwagen."""
    watch("reading specs")
    found = inputs.collect(specs)
    own = overrides.collect(choices.templates) if choices.templates else overrides.NONE
    faults = Collector()
    header, license = legal.header(choices, faults), legal.license(choices, faults)
    faults.finish()
    return Given(found, place(specs), choices, own, header, license)


def place(specs: Path) -> str:
    """The folder of specs, seen from the nearest folder above it that is a project; its name where there is none."""
    real = Path(os.path.realpath(specs))
    projects = (above for above in real.parents if (above / OWN).is_file() or (above / SHARED).is_file())
    return real.relative_to(next(projects, real.parent)).as_posix()
