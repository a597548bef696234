"""The rooms of the large stages in reading order: each may import itself and earlier ones, also inside functions."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

GENERATOR = ROOT / "generator/ucwagen"
ROOMS = {
    "model": ("types", "words", "resources", "shortcuts", "settings"),
    "python": ("text", "names", "views", "code", "modules", "client", "package", "style"),
    "changes": ("types", "rules", "forms"),
    "oas": ("text", "addresses", "schemas", "samples", "operations", "about"),
}
ON_TOP = {
    "model": ("link", "check", "dump"),
    "python": ("shape", "target", "identifiers"),
    "changes": ("places", "compare"),
    "oas": ("document", "writing"),
}
"""The modules that tie the rooms of a stage together."""
ORDER = {stage: (*ROOMS[stage], *ON_TOP[stage]) for stage in ROOMS}
MODULES = [(stage, path) for stage in ROOMS for path in sorted((GENERATOR / stage).rglob("*.py"))]
MOST_IN_A_ROOM = 20


def named(path: Path) -> str:
    return ".".join(("ucwagen", *path.relative_to(GENERATOR).with_suffix("").parts)).removesuffix(".__init__")


NAMES = {named(path) for _, path in MODULES}


def imported(node: ast.AST, *, for_types: bool = True) -> Iterator[tuple[int, str]]:
    """Modules of the large stages that are imported below a node, with the line."""
    for child in ast.iter_child_nodes(node):
        names: list[str] = []
        if isinstance(child, ast.ImportFrom):
            names = [f"{child.module}.{alias.name}" for alias in child.names]
        elif isinstance(child, ast.Import):
            names = [alias.name for alias in child.names]
        elif for_types or not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from imported(child, for_types=for_types)
        for name in names:
            yield from ((child.lineno, full) for full in (name, name.rpartition(".")[0]) if full in NAMES)


def upward(stage: str, own: str, text: str) -> list[str]:
    """The imports of a module in the part ``own`` of a stage that come from a later part, or from the stage itself."""
    allowed = ORDER[stage][: ORDER[stage].index(own) + 1]
    found = [(line, name.split(".")) for line, name in imported(ast.parse(text))]
    return [
        f"line {line}: `{own}` may not import `{'.'.join(parts[2:])}`"
        for line, parts in found
        if parts[1] == stage and parts[2:] and parts[2] not in allowed
    ]


def in_parts() -> list[tuple[str, Path]]:
    return [(stage, path) for stage, path in MODULES if path != GENERATOR / stage / "__init__.py"]


@pytest.mark.parametrize(("stage", "path"), in_parts(), ids=lambda value: getattr(value, "stem", value))
def test_no_import_goes_to_a_later_room(stage, path):
    own = path.relative_to(GENERATOR / stage).parts[0].removesuffix(".py")

    assert upward(stage, own, path.read_text("utf-8")) == []


def test_an_upward_import_is_seen():
    lines = [
        "import ucwagen.python.shape",
        "from ucwagen.python.code import pieces",
        "from ucwagen.python.text.prose import Prose",
        "def late() -> None:",
        "    from ucwagen.python.package.samples import samples",
    ]

    assert upward("python", "names", "\n".join(lines)) == [
        "line 1: `names` may not import `shape`",
        "line 2: `names` may not import `code.pieces`",
        "line 2: `names` may not import `code`",
        "line 5: `names` may not import `package.samples`",
    ]


def test_no_circle_is_ever_loaded():
    """Circles for type checkers only may exist; the order of the rooms keeps them inside one room."""
    found = {
        named(path): {name for _, name in imported(ast.parse(path.read_bytes()), for_types=False)}
        for _, path in MODULES
    }

    graphlib.TopologicalSorter(found).prepare()


@pytest.mark.parametrize("stage", ROOMS)
def test_every_module_lies_in_a_room(stage):
    folder = GENERATOR / stage

    assert {path.name for path in folder.glob("*.py")} == {"__init__.py", *(f"{name}.py" for name in ON_TOP[stage])}
    assert {path.parent.relative_to(folder).as_posix() for path in folder.rglob("*/*.py")} == set(ROOMS[stage])


@pytest.mark.parametrize(("stage", "room"), [(stage, room) for stage, rooms in ROOMS.items() for room in rooms])
def test_room_is_small_and_imports_nothing_by_itself(stage, room):
    folder = GENERATOR / stage / room

    assert len(list(folder.glob("*.py"))) <= MOST_IN_A_ROOM
    assert len(ast.parse((folder / "__init__.py").read_bytes()).body) == 1, "a docstring and no import"
