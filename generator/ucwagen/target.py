"""What a target language gives to ``emit``: a view for each file, and how its templates and its texts are printed.

``emit`` sees these types alone, so it serves any target language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class View:
    """One file to be: the path of its template below ``templates/``, and its own below the output folder."""

    template: str
    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class TextView(View):
    """A file whose text is complete: it needs no template."""

    text: str


@dataclass(frozen=True, slots=True)
class CopyView(View):
    """A hand-written file, or a folder of them without its templates: copied byte for byte."""


@dataclass(frozen=True, slots=True)
class Target:
    """The filters that templates may use, and what formats the rendered files of a suffix, all of them at once."""

    filters: Mapping[str, Callable[..., str]]
    formatters: Mapping[str, Callable[[Iterable[str]], list[str]]]
    tools: tuple[str, ...] = ()
    """The distributions whose version the formatted text can depend on."""

    def versions(self) -> dict[str, str]:
        """The installed version of each tool."""
        from importlib.metadata import version

        return {name: version(name) for name in self.tools}
