"""Spec files in, typed specs out; the faults of all files come together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath
from typing import TypeVar

from pydantic import ValidationError

from ucwagen.diagnostics import Collector, Diagnostic, Faults, Source, Span
from ucwagen.inputs import REPLAY, SHORTCUTS
from ucwagen.source import load
from ucwagen.source.node import Node
from ucwagen.source.text import shown
from ucwagen.spec.api import ApiSpec
from ucwagen.spec.base import Spec
from ucwagen.spec.faults import diagnostics, unknown_keys
from ucwagen.spec.guides import GuidesSpec
from ucwagen.spec.shortcuts import ShortcutsSpec
from ucwagen.spec.specs import Specs
from ucwagen.spec.types import EnumSpec, ErrorsSpec, ResourceSpec

S = TypeVar("S", bound=Spec)

API, ERRORS = "api.yaml", "errors.yaml"
SINGLE: Mapping[str, type[Spec]] = {API: ApiSpec, ERRORS: ErrorsSpec}
OPTIONAL: Mapping[str, type[Spec]] = {REPLAY: GuidesSpec, SHORTCUTS: ShortcutsSpec}
FOLDERS: Mapping[str, type[Spec]] = {"resources": ResourceSpec, "enums": EnumSpec}
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}", re.ASCII)
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)
"""Names of devices, which Windows does not allow as file names."""


def read(node: Node, kind: type[S]) -> S:
    """One spec from the tree of its file."""
    try:
        return kind.model_validate(node)
    except ValidationError as error:
        raise Faults(diagnostics(node, error)) from None


def unknown(node: Node, kind: type[Spec]) -> list[Diagnostic]:
    """The keys in the tree of a file that the format does not have."""
    try:
        kind.model_validate(node)
    except ValidationError as error:
        return unknown_keys(error)
    return []


def read_all(files: Mapping[str, str]) -> Specs:
    """The specs of one API from the texts of its files, by path. Raises the faults of all files together."""
    faults = Collector()
    texts = {PurePath(path): files[path] for path in sorted(files)}
    root = _root(texts)
    specs = {path: spec for path, text in texts.items() if (spec := _spec(root, path, text, faults))}
    _check_stems(texts, faults)
    _check_enums(specs, faults)
    _check_presence(root, texts, faults)
    faults.finish()
    return _bundle(specs)


def _root(paths: Iterable[PurePath]) -> PurePath:
    """The folder of specs: the one that is nearest to the top."""
    folders = (path.parent.parent if path.parent.name in FOLDERS else path.parent for path in paths)
    return min(folders, key=lambda folder: len(folder.parts), default=PurePath())


def _kind(root: PurePath, path: PurePath) -> type[Spec] | None:
    """The kind of spec in a file, which follows from its folder."""
    if path.parent == root:
        return {**SINGLE, **OPTIONAL}.get(path.name)
    return FOLDERS.get(path.parent.name) if path.parent.parent == root else None


def _spec(root: PurePath, path: PurePath, text: str, faults: Collector) -> Spec | None:
    kind = _kind(root, path)
    if kind is None:
        faults.error(_top(path), f"{shown(path.name)} is no spec; move it to resources/ or enums/, or remove it")
        return None
    try:
        return read(load(str(path), text), kind)
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


def _check_enums(specs: Mapping[PurePath, Spec], faults: Collector) -> None:
    for path, spec in specs.items():
        if isinstance(spec, EnumSpec) and spec.name != path.stem:
            message = f"enumeration {shown(spec.name)} is in a file called {shown(path.stem)}; make the names equal"
            faults.error(spec.span("name"), message)


def _check_presence(root: PurePath, paths: Collection[PurePath], faults: Collector) -> None:
    for name in SINGLE:
        if root / name not in paths:
            remedy = "add it; the README beside the file that `ucwagen schema --where` names has its keys"
            faults.error(_top(root / name), f"`{name}` is missing; {remedy}")


def _bundle(specs: Mapping[PurePath, Spec]) -> Specs:
    return Specs(
        api=next(spec for spec in specs.values() if isinstance(spec, ApiSpec)),
        errors=next(spec for spec in specs.values() if isinstance(spec, ErrorsSpec)),
        resources={path.stem: spec for path, spec in specs.items() if isinstance(spec, ResourceSpec)},
        enums={path.stem: spec for path, spec in specs.items() if isinstance(spec, EnumSpec)},
        shortcuts=next((spec for spec in specs.values() if isinstance(spec, ShortcutsSpec)), None),
    )


def _top(path: PurePath) -> Span:
    return Span(Source(str(path), ""), 1, 1)
