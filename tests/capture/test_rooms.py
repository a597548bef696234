"""The rooms of capture in reading order: each may import itself and earlier ones; the modules on top may import all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ucwagen.capture

CAPTURE = Path(ucwagen.capture.__file__).parent
ROOMS = ("read", "infer", "compose", "examples", "compare", "servers")
ON_TOP = ("selection", "drafts", "drifted", "outcome")
"""The modules that tie the rooms together."""
ORDER = (*ROOMS, *ON_TOP)
MODULES = sorted(path for path in CAPTURE.rglob("*.py") if path.parent != CAPTURE or path.stem in ON_TOP)
PREFIX = "ucwagen.capture."


def imported(text: str) -> Iterator[tuple[int, str]]:
    """The parts of capture that a module imports at any level, with the line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name.removeprefix(PREFIX)) for name in names if name.startswith(PREFIX))


def upward(own: str, text: str) -> list[str]:
    """The imports of a module of the part ``own`` that come from a later part."""
    later = ORDER[ORDER.index(own) + 1 :]
    return [
        f"line {line}: `{own}` may not import `{name}`" for line, name in imported(text) if name.split(".")[0] in later
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CAPTURE).as_posix())
def test_no_import_goes_to_a_later_room(path):
    own = path.relative_to(CAPTURE).parts[0].removesuffix(".py")

    assert upward(own, path.read_text("utf-8")) == []


def test_every_module_lies_in_a_room():
    assert {path.name for path in CAPTURE.glob("*.py")} == {"__init__.py", *(f"{name}.py" for name in ON_TOP)}
    assert {path.parent.name for path in CAPTURE.glob("*/*.py")} == set(ROOMS)


def test_an_upward_import_is_seen():
    lines = [
        "from ucwagen.capture.compose import returns",
        "import ucwagen.capture.drafts",
        "from ucwagen.capture.read import pages",
    ]

    assert upward("infer", "\n".join(lines)) == [
        "line 1: `infer` may not import `compose.returns`",
        "line 2: `infer` may not import `drafts`",
    ]


def test_no_class_has_the_name_of_another():
    found: dict[str, str] = {}
    for path in sorted(CAPTURE.parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                place = path.relative_to(CAPTURE.parent).as_posix()
                if CAPTURE.name in place or CAPTURE.name in found.get(node.name, ""):
                    assert node.name not in found, f"{place} and {found[node.name]} both have a class `{node.name}`"
                found[node.name] = place
