"""Views in, the text of every file out: templates are rendered, the target formats, hand-written files are copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ucwagen.emit.copies import copies
from ucwagen.target import CopyView, Target, TextView, View
from ucwagen.templates import folder

if TYPE_CHECKING:
    from jinja2 import Environment


class Rendered(str):
    """A text as a template printed it, not formatted yet."""

    __slots__ = ()


def render(views: Iterable[View], target: Target) -> dict[PurePosixPath, str]:
    """Every file of the generated tree by its path, sorted."""
    templates = cache(lambda: environment(target))  # a library that is slow to import, and not always needed
    files: dict[PurePosixPath, str] = {}
    for view in views:
        for path, text in _files(view, templates):
            if path in files:
                raise ValueError(f"two views make {path}")
            files[path] = text
    for suffix, format_all in target.formatters.items():
        raw = {path: text for path, text in files.items() if path.suffix == suffix and isinstance(text, Rendered)}
        files.update(zip(raw, format_all(raw.values()), strict=True))
    return dict(sorted(files.items(), key=lambda item: item[0].parts))


def environment(target: Target) -> Environment:
    """Templates print what they are given and nothing else: an unknown name is an error, and nothing is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    found = Environment(
        loader=FileSystemLoader(folder(), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(target.filters)
    return found


def _files(view: View, templates: Callable[[], Environment]) -> Iterator[tuple[PurePosixPath, str]]:
    if isinstance(view, CopyView):
        yield from copies(view)
    elif isinstance(view, TextView):
        yield view.path, view.text
    else:
        names = {field.name: getattr(view, field.name) for field in fields(view)}
        yield view.path, Rendered(templates().get_template(view.template).render(names))
