"""The templates and what each receives, as data: read from the types of the views and from their sources."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from ucwagen.emit.copies import IGNORED
from ucwagen.overrides import NONE, PART, Overrides
from ucwagen.target import Target, View
from ucwagen.templates import PAGES, SUFFIX, folder

BLOCK = re.compile(r"{% block (\w+)")


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """A field of a view: its name in templates, its type, and what it holds."""

    name: str
    type: str
    summary: str


@dataclass(frozen=True, slots=True)
class ViewDoc:
    """A view, the templates that receive it, and its fields. One without templates is a part of others."""

    name: str
    summary: str
    templates: tuple[str, ...]
    fields: tuple[FieldDoc, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file that makes one of the package: its path, its view, and what a user's own file does to it."""

    path: str
    view: str
    """Empty for a file that is copied."""
    state: str
    """``ours``, ``replaced``, ``added`` or ``included`` by others."""


def files(target: Target, own: Overrides = NONE) -> tuple[File, ...]:
    """Our files, and the user's own."""
    receives = {template: view.__name__ for view in target.views for template in view.templates}
    replaced = {name.removesuffix(SUFFIX) for name in own.made()}
    known = {name: receives.get(name, "") for name in _names()}
    plain = {name.removesuffix(SUFFIX) for name in known}
    states = {name: "replaced" if name.removesuffix(SUFFIX) in replaced else "ours" for name in known}
    found = [File(name, view, states[name]) for name, view in known.items()]
    last = target.views[-1].__name__
    for name in own.files:
        if name.startswith(PART):
            found.append(File(name, "", "included"))
        elif name.removesuffix(SUFFIX) not in plain:
            found.append(File(name, last if name.endswith(SUFFIX) else "", "added"))
    return tuple(sorted(found, key=lambda file: file.path))


def text(name: str) -> str:
    """The text of one of our files."""
    return (folder() / name).read_text("utf-8")


def blocks(name: str) -> tuple[str, ...]:
    """The blocks of a template of ours, each of which a user's own can change alone."""
    return tuple(BLOCK.findall(text(name)))


def views(target: Target) -> tuple[ViewDoc, ...]:
    """The views that templates receive, then the views that these hold."""
    seen: dict[str, type] = {view.__name__: view for view in target.views}
    waiting = list(target.views)
    while waiting:
        for held in _held(waiting.pop(0)):
            if held.__name__ not in seen:
                seen[held.__name__] = held
                waiting.append(held)
    return tuple(_doc(view) for view in seen.values())


def _names() -> Iterator[str]:
    root = folder()
    for path in sorted(root.rglob("*")):
        if path.is_file() and not set(path.relative_to(root).parts) & {*IGNORED, PAGES}:
            yield path.relative_to(root).as_posix()


def _held(view: type) -> Iterator[type]:
    """The views that stand in the annotations of a view."""
    names = vars(sys.modules[view.__module__])
    for field in fields(view):
        for node in ast.walk(ast.parse(str(field.type), mode="eval")):
            found = names.get(node.id) if isinstance(node, ast.Name) else None
            if isinstance(found, type) and is_dataclass(found):
                yield found


def _doc(view: type[Any]) -> ViewDoc:
    said = _docstrings(view)
    templates = view.templates if issubclass(view, View) else ()
    rows = tuple(FieldDoc(field.name, str(field.type), said.get(field.name, "")) for field in fields(view))
    return ViewDoc(view.__name__, _one_line(view.__doc__ or ""), templates, rows)


def _docstrings(view: type) -> dict[str, str]:
    """The text below each field, also of the classes that it derives from."""
    found: dict[str, str] = {}
    for cls in reversed([cls for cls in view.__mro__ if is_dataclass(cls)]):
        name = ""
        for node in ast.parse(inspect.cleandoc(inspect.getsource(cls))).body[0].body:  # type: ignore[attr-defined]
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name = node.target.id
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
                found[name] = _one_line(str(node.value.value))
    return found


def _one_line(words: str) -> str:
    return " ".join(words.split()).replace("``", "`")
