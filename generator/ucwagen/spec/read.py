"""Spec files in, typed specs out; the faults of all files come together.

What reads a file can be given: a cache may know what is in it. Otherwise YAML and pydantic are imported and read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span
from ucwagen.inputs import REPLAY, SHORTCUTS
from ucwagen.source.text import shown
from ucwagen.spec.said import Said
from ucwagen.spec.specs import Specs

if TYPE_CHECKING:
    from ucwagen.source.node import Node
    from ucwagen.spec.base import Spec

S = TypeVar("S", bound="Spec")
Reading = Callable[[str, str, str], Said]
"""Gives the spec that a file holds: from the name of its kind, its path, and its text."""

API, ERRORS = "api.yaml", "errors.yaml"
SINGLE = {API: "ApiSpec", ERRORS: "ErrorsSpec"}
NEEDED = {
    API: "add it, with `package`, `reference` and `media_types`; the guide Writing specs has an example",
    ERRORS: "add it; `errors: {}` will do",
}
"""What to do where one of them is missing."""
GUIDES = "GuidesSpec"
SHORTCUTS_KIND = "ShortcutsSpec"
OPTIONAL = {REPLAY: GUIDES, SHORTCUTS: SHORTCUTS_KIND}
ENUM, RESOURCE = "EnumSpec", "ResourceSpec"
FOLDERS = {"resources": RESOURCE, "enums": ENUM}
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}", re.ASCII)
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)
"""Names of devices, which Windows does not allow as file names."""


def read(node: Node, kind: type[S]) -> S:
    """One spec from the tree of its file."""
    from pydantic import ValidationError

    from ucwagen.spec.faults import diagnostics

    try:
        return kind.model_validate(node)
    except ValidationError as error:
        raise Faults(diagnostics(node, error)) from None


def parsed(kind: str, path: str, text: str) -> Spec:
    """The spec in a text."""
    from ucwagen.source import load
    from ucwagen.spec.fields import kinds

    return read(load(path, text), kinds()[kind])


def unknown(node: Node, kind: type[Spec]) -> list[Diagnostic]:
    """The keys in the tree of a file that the format does not have."""
    from pydantic import ValidationError

    from ucwagen.spec.faults import unknown_keys

    try:
        kind.model_validate(node)
    except ValidationError as error:
        return unknown_keys(error)
    return []


def read_all(files: Mapping[str, str], reading: Reading = parsed, root: PurePath | None = None) -> Specs:
    """The specs of one API from the texts of its files, by path. Raises the faults of all files together.

    ``root`` is the folder of specs, or one above it; left out, it is the folder that is nearest to the top.
    """
    faults = Collector()
    texts = {PurePath(path): files[path] for path in sorted(files)}
    if root is None or (root / API not in texts and any(path.name == API for path in texts)):
        root = _root(texts)
    elif root.name in FOLDERS and root / API not in texts:
        raise Faults(
            [Diagnostic(_top(root), f"is a folder inside one of specs; name the one around it, {root.parent}")]
        )
    specs = {path: spec for path, text in texts.items() if (spec := _spec(root, path, text, reading, faults))}
    _check_stems(texts, faults)
    _check_enums(specs, faults)
    _check_presence(root, texts, faults)
    faults.finish()
    return _bundle(specs)


def _root(paths: Iterable[PurePath]) -> PurePath:
    """The folder of specs: the one that is nearest to the top."""
    folders = (path.parent.parent if path.parent.name in FOLDERS else path.parent for path in paths)
    return min(folders, key=lambda folder: len(folder.parts), default=PurePath())


def _kind(root: PurePath, path: PurePath) -> str | None:
    """The kind of spec in a file, which follows from its folder."""
    if path.parent == root:
        return {**SINGLE, **OPTIONAL}.get(path.name)
    return FOLDERS.get(path.parent.name) if path.parent.parent == root else None


def _spec(root: PurePath, path: PurePath, text: str, reading: Reading, faults: Collector) -> Said | None:
    kind = _kind(root, path)
    if kind is None:
        faults.error(_top(path), f"{shown(path.name)} is no spec; move it to resources/ or enums/, or remove it")
        return None
    try:
        return reading(kind, str(path), text)
    except Faults as found:
        faults.extend(found)
        return None


def _check_stems(paths: Iterable[PurePath], faults: Collector) -> None:
    seen: dict[tuple[PurePath, str], PurePath] = {}
    for path in paths:
        if path.parent.name in FOLDERS and (not NAME.fullmatch(path.stem) or RESERVED.fullmatch(path.stem)):
            message = f"{shown(path.stem)} is no name that every file system takes; use letters and digits"
            faults.error(_top(path), message)
        other = seen.setdefault((path.parent, path.name.casefold()), path)
        if other is not path:
            message = f"{shown(path.stem)} and {shown(other.stem)} differ only by case; rename one"
            faults.error(_top(path), message, (_top(other), "the other one"))


def _check_enums(specs: Mapping[PurePath, Any], faults: Collector) -> None:
    for path, spec in specs.items():
        if spec.kind == ENUM and spec.name != path.stem:
            message = f"enumeration {shown(spec.name)} is in a file called {shown(path.stem)}; make the names equal"
            faults.error(spec.span("name"), message)


def _check_presence(root: PurePath, paths: Collection[PurePath], faults: Collector) -> None:
    for name in SINGLE:
        if root / name not in paths:
            faults.error(_top(root / name), f"`{name}` is missing; {NEEDED[name]}")


def _bundle(specs: Mapping[PurePath, Any]) -> Specs:
    return Specs(
        api=next(spec for spec in specs.values() if spec.kind == SINGLE[API]),
        errors=next(spec for spec in specs.values() if spec.kind == SINGLE[ERRORS]),
        resources={path.stem: spec for path, spec in specs.items() if spec.kind == RESOURCE},
        enums={path.stem: spec for path, spec in specs.items() if spec.kind == ENUM},
        shortcuts=next((spec for spec in specs.values() if spec.kind == SHORTCUTS_KIND), None),
    )


def _top(path: PurePath) -> Span:
    return Span(Source(str(path), ""), 1, 1)
