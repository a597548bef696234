"""The configuration that applies to a folder: the nearest one, in the folder itself or in one above it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ucwagen.config import near
from ucwagen.diagnostics import Diagnostic, Faults, Source, Span, naming

OWN, SHARED = "ucwagen.toml", "pyproject.toml"
"""The file that is the table, and the file that has it under ``[tool.ucwagen]``."""


@dataclass(frozen=True, slots=True)
class Found:
    """The configuration, if there is one, and warnings about files that were looked at for it."""

    source: Source | None
    warnings: tuple[Diagnostic, ...] = ()


def find(folder: Path) -> Found:
    """The nearest configuration, its path as seen from ``folder``. Two in one folder are a fault."""
    warnings = list[Diagnostic]()
    for place in _upwards(folder):
        found = of_folder(place)
        warnings += found.warnings
        if found.source:
            return Found(found.source, tuple(warnings))
    return Found(None, tuple(warnings))


def of_folder(folder: Path) -> Found:
    """The configuration in a folder itself. Two are a fault."""
    own, shared = _text(folder / OWN), _text(folder / SHARED)
    warnings = tuple(near.warnings(shared)) if shared else ()
    if shared is not None and not has_table(shared.text):
        shared = None
    if own and shared:
        why = f"the folder has a configuration in `{SHARED}` too; keep one of the two"
        raise Faults([Diagnostic(Span(own, 1, 1), why)])
    return Found(own or shared, warnings)


def has_table(text: str) -> bool:
    """Return whether a ``pyproject.toml`` has the table. One that cannot be parsed may be meant."""
    import tomllib

    if "ucwagen" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError):
        return True
    return isinstance(tool, dict) and "ucwagen" in tool


def _upwards(folder: Path) -> Iterator[Path]:
    """The folder and those above it, as a user in it would type them."""
    here = Path(os.path.realpath(folder))
    above = Path()
    for _ in (here, *here.parents):
        yield folder / above
        above /= ".."


def _text(path: Path) -> Source | None:
    if not path.is_file():
        return None
    with naming(path):
        data = path.read_bytes()
    try:
        return Source(str(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line, begin = data.count(b"\n", 0, fault.start) + 1, data.rfind(b"\n", 0, fault.start) + 1
        column = len(data[begin : fault.start].decode("utf-8-sig" if line == 1 else "utf-8")) + 1
        raise Faults([Diagnostic(Span(Source(str(path), ""), line, column), "is no UTF-8; save it as UTF-8")]) from None
