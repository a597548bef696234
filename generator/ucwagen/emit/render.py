"""Views in, the text of every file out: templates print, black formats, hand-written files are copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ucwagen.emit.format import format_all
from ucwagen.emit.layout import folded
from ucwagen.emit.static import copies
from ucwagen.python.package_views import CopiesView, TextView
from ucwagen.python.views import View
from ucwagen.templates import folder


class Drawn(str):
    """Python source as a template printed it, which has still to be formatted."""

    __slots__ = ()


def render(views: Iterable[View]) -> dict[PurePosixPath, str]:
    """Every file of the generated tree by its path, sorted."""
    templates = environment()
    files: dict[PurePosixPath, str] = {}
    for view in views:
        for path, text in _files(view, templates):
            if path in files:
                raise ValueError(f"two views make {path}")
            files[path] = text
    drawn = {path: text for path, text in files.items() if isinstance(text, Drawn)}
    files.update(zip(drawn, format_all(drawn.values()), strict=True))
    return dict(sorted(files.items()))


def environment() -> Environment:
    """Templates print what they are given and nothing else: an unknown name is an error, and nothing is escaped."""
    found = Environment(
        loader=FileSystemLoader(folder(), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["folded"] = folded
    return found


def _files(view: View, templates: Environment) -> Iterator[tuple[PurePosixPath, str]]:
    if isinstance(view, CopiesView):
        yield from copies(view.package)
    elif isinstance(view, TextView):
        yield view.path, view.text
    else:
        names = {field.name: getattr(view, field.name) for field in fields(view)}
        text = templates.get_template(view.template).render(names)
        yield view.path, Drawn(text) if view.path.suffix == ".py" else text
