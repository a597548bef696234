"""What a user can shape: the templates, and the fields of their views."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.choices import Choices

if TYPE_CHECKING:
    from ucwagen.emit.catalog import File, ViewDoc


def templates(choices: Choices) -> tuple[File, ...]:
    """Every file of ours that a user's own can replace, and the user's own."""
    from ucwagen import overrides
    from ucwagen.emit.catalog import files
    from ucwagen.python import PYTHON

    return files(PYTHON, overrides.collect(choices.templates) if choices.templates else overrides.NONE)


def views() -> tuple[ViewDoc, ...]:
    """The views with their fields."""
    from ucwagen.emit.catalog import views
    from ucwagen.python import PYTHON

    return views(PYTHON)


def original(name: str) -> str:
    """The text of a file of ours."""
    from ucwagen.emit.catalog import text

    return text(name)


def blocks(name: str) -> tuple[str, ...]:
    """The blocks of a template of ours."""
    from ucwagen.emit.catalog import blocks

    return blocks(name)


def copy(texts: Mapping[Path, str]) -> None:
    """Write files that are not there yet. If one is there, none is written."""
    from ucwagen.disk.atomic import replace
    from ucwagen.disk.refusal import refuse

    for path in texts:
        if path.exists():
            raise refuse(path, "is there already; move it away, or name another folder")
    for path, text in texts.items():
        replace(path, text)
