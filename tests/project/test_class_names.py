"""No class name has two meanings in a generated package: one of a hand-written module is not one of a spec."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from support import ROOT

PACKAGE = ROOT / "generated" / "ucwa2"
WRITTEN = ("_runtime", "doctor", "sandbox", "testing")
"""Folders of the package whose modules come from hand-written files; the others come from specs."""


def classes(written: bool) -> dict[str, set[str]]:
    """The modules of each class name, of hand-written modules or of generated ones."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE)
        if (module.parts[0] in WRITTEN) is written:
            for name in defined(path):
                found[name].add(module.as_posix())
    return found


def defined(path: Path) -> set[str]:
    """The names of the classes of a module that are not private."""
    nodes = ast.walk(ast.parse(path.read_bytes()))
    return {node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")}


def test_written_classes_are_not_called_as_generated_ones():
    written, generated = classes(written=True), classes(written=False)

    assert {name: (written[name], generated[name]) for name in written.keys() & generated.keys()} == {}


def test_written_classes_have_one_module_each():
    assert {name: modules for name, modules in classes(written=True).items() if len(modules) > 1} == {}
