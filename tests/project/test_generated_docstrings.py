"""What is made from specs has docstrings: resources, links, methods with their parameters, enumerations and errors."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

import public_source

import ucwa2.errors
from support import ROOT
from ucwa2 import Link, State

PACKAGE = ROOT / "generated" / "ucwa2"
MODULES = [*sorted((PACKAGE / "resources").glob("[!_]*.py")), PACKAGE / "client.py", PACKAGE / "client_settings.py"]
TREES = {path.stem: ast.parse(path.read_text("utf-8")) for path in MODULES}
ENUMS = ast.parse((PACKAGE / "enums.py").read_text("utf-8"))
NUMBER = re.compile(r"\b(int|float)\b")
UNIT = re.compile(r"second|minute|hour|byte|character|how many|decides between|with their units", re.IGNORECASE)
"""The unit of a number, or the word that it counts something or is a priority."""


def classes(*trees: ast.Module) -> Iterator[public_source.Source]:
    for tree in trees:
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                yield public_source.Source(node.name, node, {})


def methods() -> Iterator[tuple[str, str, ast.arg]]:
    """Each parameter of each public method: the name of the method, its docstring, and the parameter."""
    for found in classes(*TREES.values()):
        for name, node in found.methods.items():
            if not name.startswith("_") or name == "__init__":
                for argument in [*node.args.args[1:], *node.args.kwonlyargs]:
                    yield f"{found.name}.{name}", ast.get_docstring(node) or "", argument


def entry(text: str, name: str) -> str:
    """The lines of a docstring about a parameter."""
    found = re.search(rf"^- {name}\b.*?(?=^- |^$|\Z)", text, re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


def test_classes_and_their_members_have_docstrings():
    found = [*classes(*TREES.values(), ENUMS)]
    wrong = [
        (each.name, member.name)
        for each in found
        for member in each.members()
        if not member.text and not hasattr(State, member.name)
    ]

    assert len(found) > 450
    assert [each.name for each in found if not each.about] == []
    assert wrong == []


def test_modules_and_enumerations_name_their_page():
    without = [stem for stem, tree in TREES.items() if "Reference: https://" not in (ast.get_docstring(tree) or "")]

    assert [each.name for each in classes(ENUMS) if "Reference: https://" not in each.about] == []
    assert without == ["start_emergency_call_input", "client", "client_settings"]


def test_parameters_are_documented_by_their_method_or_by_all_links():
    about_links = inspect.getdoc(Link) or ""
    rows = [*methods()]
    missing = [(name, row.arg) for name, text, row in rows if not entry(text, row.arg)]

    assert len(rows) > 500
    assert [(name, argument) for name, argument in missing if f"``{argument}``" not in about_links] == []


def test_numbers_have_a_unit():
    rows = [row for row in methods() if NUMBER.search(ast.unparse(row[2].annotation))]
    numbers = [(name, entry(text, argument.arg)) for name, text, argument in rows]

    assert len(numbers) > 20
    assert [(name, text) for name, text in numbers if not UNIT.search(text)] == []


def test_methods_say_what_they_give_and_raise():
    nodes = [node for each in classes(*TREES.values()) for node in each.methods.values() if node.name[0] != "_"]
    calls = [ast.get_docstring(node) or "" for node in nodes if node.returns and "Call[" in ast.unparse(node.returns)]
    plain = [" ".join(text.split()) for text in calls]

    assert len(plain) > 250
    assert [text for text in plain if "Gives " not in text or "Raises " not in text] == []


def test_errors_have_docstrings():
    assert [name for name in ucwa2.errors.__all__ if not getattr(ucwa2.errors, name).__doc__] == []
