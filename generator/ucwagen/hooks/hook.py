"""A command as the configuration says it comes in; its words go out, and the files that decide what it does."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ucwagen.diagnostics import Span

PROJECT = "{project}"
"""Stands for the folder of the configuration in a word of a command."""
SETTINGS = ("pyproject.toml", "ruff.toml", ".ruff.toml", ".editorconfig", "setup.cfg")
"""Files of a project by which formatters are configured: their content decides whether a tree is up to date."""
SHELL = frozenset({"&&", "||", "|", ";", "&", ">", ">>", "<"})
"""Words that mean something to a shell; in a list of words they are plain arguments."""
LARGEST = 4_000_000
"""Bytes of a file that a command names and that is looked at: larger ones are programs."""
BUILDING = "UCWAGEN_OUT"
"""The variable of the environment that names the folder that is built."""


@dataclass(frozen=True, slots=True)
class Hook:
    """The words of a command, the place that says it, and the folder of the project."""

    words: tuple[str, ...]
    span: Span = field(repr=False, compare=False)
    project: Path = field(default_factory=Path, repr=False)

    def __str__(self) -> str:
        from shlex import join

        return join(self.words)

    def command(self) -> list[str]:
        """The words, with the folder of the project in its place."""
        return [word.replace(PROJECT, os.path.realpath(self.project)) for word in self.words]


def hook(said: object, span: Span, project: Path) -> Hook:
    """A command from a text, split as a shell does, or from a list of words. Raises ``ValueError``."""
    from shlex import split

    try:
        words = split(said) if isinstance(said, str) else said
    except ValueError as fault:
        raise ValueError(f"`{said}` is no command: {str(fault).lower()}") from None
    told = (
        next((word for word in words if word in SHELL), "") if isinstance(said, str) and isinstance(words, list) else ""
    )
    if told:
        raise ValueError(f"`{told}` is for a shell, and none runs; write several commands, or a script")
    if not isinstance(words, list) or not all(isinstance(word, str) and word.isprintable() for word in words):
        raise ValueError("each command must be a text, or a list of texts, without control characters")
    if not (words and words[0]):
        raise ValueError("a command must not be empty")
    return Hook(tuple(words), span, project)


def contents(hooks: Iterable[Hook]) -> dict[str, bytes]:
    """Files that decide what the commands do: those that they name, and settings of the project."""
    found: dict[str, bytes] = {}
    for each in hooks:
        named = [Path(word) for word in each.command() if os.path.isabs(word)]  # noqa: PTH117
        for path in (*named, *(each.project / name for name in SETTINGS)):
            if path.is_file() and path.stat().st_size <= LARGEST:
                found[str(path)] = path.read_bytes()
    return found


def refuse_nested(out: Path) -> str:
    """Why a build cannot run: it is one of the commands of a build into the same folder. Otherwise nothing."""
    same = os.environ.get(BUILDING) == os.path.realpath(out)
    return "is being built: one of its hooks builds it again; remove that command from `hooks`" if same else ""
