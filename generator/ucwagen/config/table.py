"""The keys that a configuration may have: the name of each, the type of its value, and whether each job has its own.

To add one of a job: a row here, and a field in ``Job`` or in ``Choices``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ucwagen.choices import Word
from ucwagen.config.jobs import FORMATS
from ucwagen.diagnostics import Span, nearest, visible
from ucwagen.hooks.hook import Hook, hook


@dataclass(frozen=True, slots=True)
class Given:
    """A value, the place of its key, and the folder of the configuration, from which paths count."""

    value: object
    place: Span
    folder: Path


Type = Callable[[Given], Any]
"""Turns what is given into a value, or raises ``ValueError`` with what is wrong."""


def text(given: Given) -> str:
    """One line."""
    if not isinstance(given.value, str):
        raise ValueError("must be a text in quotes")
    if not (given.value and given.value.isprintable()):
        raise ValueError("must be a text that is not empty and has no control characters")
    return given.value


def path(given: Given) -> Path:
    """A file or a folder; it need not be there."""
    return given.folder / text(given)


def word(given: Given) -> Word:
    """A line that is checked later, when it is used."""
    return Word(text(given), given.place)


def lines(given: Given) -> Word:
    """One line or several."""
    if not isinstance(given.value, str):
        raise ValueError("must be a text in quotes")
    return Word(given.value, given.place)


def commands(given: Given) -> tuple[Hook, ...]:
    """Commands, each a text or a list of words."""
    if not isinstance(given.value, list):
        raise ValueError('must be a list of commands: ["ruff format ."]')
    return tuple(hook(said, given.place, given.folder) for said in given.value)


def one_of(*words: str) -> Type:
    """One of a few words."""

    def chosen(given: Given) -> str:
        said = text(given)
        if said not in words:
            choices = ", ".join(f"`{known}`" for known in words)
            raise ValueError(f"must be one of {choices}, not `{visible(said)}`{nearest(said, words)}")
        return said

    return chosen


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key. Above the jobs, a key of a job is the default for all of them."""

    name: str
    type: Type
    of_job: bool = True

    @property
    def field(self) -> str:
        """The name of the field that holds the value."""
        return self.name.replace("-", "_")


KEYS = (
    KnownKey("specs", path),
    KnownKey("out", path),
    KnownKey("package", word),
    KnownKey("distribution", word),
    KnownKey("templates", path),
    KnownKey("hooks", commands),
    KnownKey("header", lines),
    KnownKey("header-file", path),
    KnownKey("license-file", path),
    KnownKey("error-format", one_of(*FORMATS), of_job=False),
)
