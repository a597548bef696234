"""The modules of the doctor in reading order: each imports earlier ones alone, and none names a resource."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from support import ROOT

DOCTOR = ROOT / "templates/%package%/doctor"
ORDER = (
    "findings", "advice", "shapes", "facts", "journal", "options", "certificates", "reach", "protection", "differences",
    "evidence", "answers", "settings", "watching", "sending", "walk", "listening", "stages", "report", "examination",
    "printing", "command_line", "__init__", "__main__",
)  # fmt: skip
"""What is said, what is looked at, who looks, the steps, the report, the command."""


def imported(path: Path):
    """The modules of the doctor that a module imports, wherever."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            yield from [node.module] if node.module else [alias.name for alias in node.names]


def test_every_module_has_its_place():
    assert {path.stem for path in DOCTOR.glob("*.py")} == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_modules_import_earlier_ones(name):
    later = ORDER[ORDER.index(name) :]

    assert [other for other in imported(DOCTOR / f"{name}.py") if other in later] == []
