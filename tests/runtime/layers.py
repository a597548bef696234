"""The imports of the runtime as a graph: at the top of modules, inside functions, and for type checkers only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from support import ROOT

RUNTIME = ROOT / "templates" / "%package%" / "_runtime"


class When(StrEnum):
    """When an import takes place."""

    LOADED = "when the module is loaded"
    CALLED = "when a function is called"
    TYPES = "for type checkers only"


Edge = tuple[str, str, When, int]
"""The importing module, the imported one, when, and the line. Modules are dotted names below the runtime."""


@cache
def modules() -> dict[str, Path]:
    """Every module by its name; a package has the name of its folder, the runtime itself none."""
    return {_name(path.relative_to(RUNTIME)): path for path in sorted(RUNTIME.rglob("*.py"))}


def _name(path: Path) -> str:
    return ".".join(part for part in path.with_suffix("").parts if part != "__init__")


@cache
def edges() -> tuple[Edge, ...]:
    """Every import of one module of the runtime by another."""
    return tuple(
        (name, target, when, line)
        for name, path in modules().items()
        for node, when in _imports(ast.parse(path.read_bytes()), When.LOADED)
        for target in _targets(name, path, node)
        for line in [node.lineno]
    )


def _imports(node: ast.AST, when: When) -> Iterator[tuple[ast.ImportFrom, When]]:
    """The relative imports below a node, with the time at which each takes place."""
    if isinstance(node, ast.ImportFrom) and node.level:
        yield node, when
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and when is When.LOADED:
        when = When.CALLED
    for child in ast.iter_child_nodes(node):
        guarded = isinstance(node, ast.If) and _is_guard(node.test) and child in node.body
        yield from _imports(child, When.TYPES if guarded else when)


def _is_guard(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def _targets(name: str, path: Path, node: ast.ImportFrom) -> Iterator[str]:
    around = name.split(".") if name else []
    if path.name != "__init__.py":
        around = around[:-1]
    base = [*around[: len(around) - node.level + 1], *(node.module.split(".") if node.module else [])]
    for alias in node.names:
        inner = ".".join([*base, alias.name])
        yield inner if inner in modules() else ".".join(base)


def circles(found: set[tuple[str, str]]) -> list[set[str]]:
    """Sets of modules that import each other, directly or through others."""
    reached = {name: _reached(name, found) for name in {name for pair in found for name in pair}}
    rings = {frozenset(other for other in reached[name] if name in reached[other]) for name in reached}
    return [set(ring) for ring in rings if len(ring) > 1]


def _reached(start: str, found: set[tuple[str, str]]) -> set[str]:
    seen: set[str] = set()
    left = [start]
    while left:
        here = left.pop()
        new = {to for frm, to in found if frm == here} - seen
        seen |= new
        left.extend(new)
    return seen
