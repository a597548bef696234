"""The plainest forms of the most frequent commands. They are parsed here, because importing typer is slow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FOLDERS = {"build": ("--specs", "--out"), "check": ("--specs",)}
FLAGS = {"build": ("--quiet", "--no-cache"), "check": ("--quiet", "--no-cache", "--strict")}
TAKES_FILES = ("check",)


@dataclass(frozen=True, slots=True)
class Plain:
    """A command with its folders by option, its flags, and its files."""

    command: str
    folders: dict[str, Path] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    files: tuple[Path, ...] = ()


def plain(arguments: Sequence[str]) -> Plain | None:
    """The command, if it is one of these in a form that leaves no question; else typer parses it."""
    command, left = next(iter(arguments), ""), list(arguments[1:])
    folders, flags, files = dict[str, Path](), set[str](), list[Path]()
    while left and command in FOLDERS:
        word = left.pop(0)
        if word in FOLDERS[command] and left and left[0] and not left[0].startswith("-"):
            folders[word] = Path(left.pop(0))
        elif word in FLAGS[command]:
            flags.add(word)
        elif word and not word.startswith("-") and command in TAKES_FILES:
            files.append(Path(word))
        else:
            return None
    return Plain(command, folders, frozenset(flags), tuple(files)) if command in FOLDERS else None
