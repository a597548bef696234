"""What a job says about its package besides the folders. What it leaves out, ``api.yaml`` says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ucwagen.diagnostics import Source, Span
from ucwagen.hooks.hook import Hook


@dataclass(frozen=True, slots=True)
class Word:
    """A text with the place that says it: a key of the configuration, or an option."""

    text: str
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """A field for each such key of the configuration, under its name with ``_`` for ``-``.

    All of it enters the digest of a build by ``repr``.
    """

    package: Word | None = None
    """The import name, in place of ``package.name``."""
    distribution: Word | None = None
    """In place of ``package.distribution``; left out: the import name, where the job has one."""
    templates: Path | None = field(default=None, repr=False)
    """The folder of templates and files of the user's own. Their content enters the digest, not their place."""
    hooks: tuple[Hook, ...] = ()
    """Commands that run in the new tree before it takes its place."""
    header: Word | None = None
    """The text at the head of every module."""
    header_file: Path | None = field(default=None, repr=False)
    """The file that holds it. Its content enters the digest."""
    license_file: Path | None = field(default=None, repr=False)
    """The text of the licence, in place of ``LICENSE`` beside the specs. Its content enters the digest."""


NONE = Choices()


def of_option(option: str, text: str | None) -> Word | None:
    """The word that an option, or an argument of a function, gives; faults about it quote the option."""
    return None if text is None else Word(text, Span(Source(option, text), 1, 1, len(text) + 1))
