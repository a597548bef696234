"""The rooms of the sandbox: imports go one way, and behaviour modules see the extension points alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

SANDBOX = ROOT / "templates/%package%/sandbox"
BEHAVIOUR = ROOT / "specs/sandbox"
ROOMS = ("http", "pages", "state", "handlers", "roles", "server")
"""In reading order: a room imports itself and those before it."""
SEES_BEHAVIOUR = {"server/dispatch.py", "__init__.py"}
LIBRARIES = {"__future__", "collections", "dataclasses", "msgspec", "re", "time", "typing", "urllib", "uuid"}
"""What behaviour modules import besides: no socket, no thread, no file."""


ROLES = {"application", "applications", "batch", "events"}
WORDS = {"accept", "location", "message", "reason", "redirect"}
"""Headers, members of errors, and kinds of faults."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The level and the module of each import, wherever in a file."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.level, node.module or alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_of_rooms_go_one_way(room):
    allowed = {"_runtime", *ROOMS[: ROOMS.index(room)]}
    for path in sorted((SANDBOX / room).glob("*.py")):
        found = {name.partition(".")[0] for level, name in imports(path) if level > 1}
        if shown(path).endswith(tuple(SEES_BEHAVIOUR)):
            found.discard("behaviour")
        assert found <= allowed, shown(path)


def test_every_module_lies_in_a_room():
    outside = {path.name for path in SANDBOX.glob("*.py")}
    folders = {path.name for path in SANDBOX.iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert (outside, folders) == ({"__init__.py", "__main__.py", "extension.py"}, {*ROOMS, "behaviour", "page"})


@pytest.mark.parametrize("path", sorted(BEHAVIOUR.glob("*.py")), ids=lambda path: path.stem)
def test_behaviour_imports_the_extension_points_alone(path):
    own = {found.stem for found in BEHAVIOUR.glob("*.py")}
    for level, name in imports(path):
        allowed = LIBRARIES if level == 0 else own if level == 1 else {"extension"}
        assert name.partition(".")[0] in allowed, f"{shown(path)}: {name}"


def test_class_names_have_one_meaning_in_the_sandbox_and_its_runtime():
    names: dict[str, list[str]] = {}
    for folder in (SANDBOX, BEHAVIOUR, ROOT / "templates/%package%/_runtime"):
        for path in sorted(folder.rglob("*.py")):
            for node in ast.parse(path.read_bytes()).body:
                if isinstance(node, ast.ClassDef):
                    names.setdefault(node.name, []).append(shown(path))
    of_sandbox = {
        name: where for name, where in names.items() if len(where) > 1 and any("/sandbox/" in path for path in where)
    }

    assert of_sandbox == {}


def test_core_names_no_resource():
    """No string of the core is a rel of these specs, but for the names of roles and words of HTTP and of errors."""
    specs = (ROOT / "specs/resources").glob("*.yaml")
    rels = {line.removeprefix("rel: ").strip() for path in specs for line in path.read_text("utf-8").splitlines()[:3]}
    strings = {
        (shown(path), node.value)
        for path in sorted(SANDBOX.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    found = sorted((path, value) for path, value in strings if value in rels and value not in ROLES | WORDS)

    assert "me" in rels
    assert found == []
