"""What a target language gives to ``emit``: a view for each file, and how its templates and its texts are printed.

``emit`` sees these types alone, so it serves any target language.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import ClassVar

Content = str | bytes
"""What a file holds: a text, or bytes that are none."""
VERSION = re.compile(r"^Version: (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class View:
    """One file to be. Its fields are the names that its template sees."""

    templates: ClassVar[tuple[str, ...]] = ()
    """The templates that receive views of this class."""

    template: str
    """The path of the template below `templates/`."""
    path: PurePosixPath
    """The path of the file below the output folder."""


@dataclass(frozen=True, slots=True)
class TextView(View):
    """A file whose text is complete: it needs no template."""

    text: str
    """The text."""


@dataclass(frozen=True, slots=True)
class CopyView(View):
    """A hand-written file, or a folder of them without its templates: copied byte for byte."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not of its language: line and column from 1."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Target:
    """The filters that templates may use, and what formats the rendered files of a suffix, all of them at once."""

    filters: Mapping[str, Callable[..., str]]
    formatters: Mapping[str, Callable[[Iterable[str]], list[str]]]
    tools: tuple[str, ...] = ()
    """The distributions whose version the formatted text can depend on."""
    views: tuple[type[View], ...] = ()
    """The views that have templates. The last one is of the whole package: templates that a user adds receive it."""
    restyle: Mapping[str, Callable[[Iterable[str]], list[str]]] = field(default_factory=dict)
    """What formats files of a suffix whose templates are a user's own, whatever their style."""
    headers: Mapping[str, Callable[[str, str], str]] = field(default_factory=dict)
    """What puts the header of the user's, the first text, above a file of a suffix."""
    checkers: Mapping[str, Callable[[str], Problem | None]] = field(default_factory=dict)
    """What looks for a fault in a file of a suffix whose origin is a user's own."""

    def versions(self) -> dict[str, str]:
        """The installed version of each tool."""
        return {name: _version(name) for name in self.tools}


def _version(name: str) -> str:
    """The installed version of a distribution, as its record says it: importing what knows all records is slow."""
    for place in sys.path:
        for record in Path(place).glob(f"{name}-*.dist-info/METADATA"):
            found = VERSION.search(record.read_text("utf-8", "replace"))
            if found:
                return found[1]
    from importlib.metadata import version

    return version(name)
