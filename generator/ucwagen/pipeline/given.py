"""Folders and choices of a job in, everything that decides its package out: each file is read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ucwagen import inputs, overrides
from ucwagen.choices import Choices
from ucwagen.inputs import Inputs
from ucwagen.overrides import Overrides
from ucwagen.pipeline.watch import Watch


@dataclass(frozen=True, slots=True)
class Given:
    """The specs, what is chosen besides, and the templates and files of the user's own."""

    inputs: Inputs
    choices: Choices
    own: Overrides = overrides.NONE

    def files(self) -> Mapping[str, bytes]:
        """The content of every file, for the digest of a build."""
        return {**self.inputs.files, **{f"//templates/{path}": data for path, data in self.own.files.items()}}


def collect(specs: Path, choices: Choices, watch: Watch) -> Given:
    """Read every file that a build depends on, besides those of ucwagen."""
    watch("reading specs")
    found = inputs.collect(specs)
    own = overrides.collect(choices.templates) if choices.templates else overrides.NONE
    return Given(found, choices, own)
