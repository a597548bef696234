"""What users import has docstrings: public classes, their attributes and their methods, as they stand in the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ucwa2
import ucwa2.sandbox
import ucwa2.testing

MODULES = (ucwa2, ucwa2.sandbox, ucwa2.testing)
CLASSES = sorted(
    {found for module in MODULES for name in module.__all__ if isinstance(found := getattr(module, name), type)},
    key=lambda cls: (cls.__module__, cls.__qualname__),
)
LIMITS = ("seconds", "timeout", "lasts", "pause", "life")
"""Words in names of attributes that are times; their docstrings, or that of the class, say the unit."""


def sources() -> Iterator[tuple[str, ast.ClassDef]]:
    """Each class of the package that is public or from which a public one derives."""
    wanted = {base.__name__ for cls in CLASSES for base in cls.__mro__ if base.__module__.partition(".")[0] == "ucwa2"}
    folder = Path(ucwa2.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        if path.parent.name != "resources":
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.ClassDef) and node.name in wanted and not node.name.startswith("_"):
                    yield f"{path.relative_to(folder).with_suffix('').as_posix()}.{node.name}", node


def members(node: ast.ClassDef) -> Iterator[tuple[str, str | None]]:
    """Public methods and annotated attributes with their docstrings; overloads are left out."""
    for at, item in enumerate(node.body):
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = {ast.unparse(mark).rpartition(".")[2] for mark in item.decorator_list}
            if not item.name.startswith("_") and not marks & {"overload", "setter"}:
                yield item.name, ast.get_docstring(item)
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.target.id[0] != "_":
            after = node.body[at + 1] if at + 1 < len(node.body) else None
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            yield item.target.id, str(after.value.value) if is_text else None


def is_listed(name: str, node: ast.ClassDef) -> bool:
    """Whether the docstring of the class has an entry for an attribute: ``- name: …``, alone or among others."""
    lines = (ast.get_docstring(node) or "").splitlines()
    entries = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    return any(name in entry.partition(": ")[0].split(", ") for entry in entries)


FOUND = dict(sources())


@pytest.mark.parametrize("name", FOUND)
def test_class_and_its_members_have_docstrings(name):
    node = FOUND[name]

    assert ast.get_docstring(node), name
    assert [member for member, text in members(node) if not text and not is_listed(member, node)] == []


@pytest.mark.parametrize("name", FOUND)
def test_times_have_a_unit(name):
    node = FOUND[name]
    about = ast.get_docstring(node) or ""

    times = {member: text for member, text in members(node) if any(word in member for word in LIMITS)}
    assert [member for member, text in times.items() if "second" not in f"{about} {text}".lower()] == []


def test_the_search_finds_members():
    assert len(FOUND) > 40
    assert sum(len([*members(node)]) for node in FOUND.values()) > 150
