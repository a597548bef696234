"""The modules of the suite in reading order: each imports those before it, and of the sandbox none."""

from __future__ import annotations

import ast

from support import ROOT

FOLDER = ROOT / "templates/%package%/conformance"
ORDER = ("__init__", "transcript", "sending", "exchanges", "known", "binding", "comparing", "events", "people",
         "channel", "parts", "xml_tree", "results", "replay", "suite", "report", "__main__")  # fmt: skip


def imported(name: str) -> set[str]:
    """The modules of the suite that a module imports, and the other packages beside it."""
    nodes = [
        node for node in ast.walk(ast.parse((FOLDER / f"{name}.py").read_bytes())) if isinstance(node, ast.ImportFrom)
    ]
    beside = {node.module.partition(".")[0] for node in nodes if node.level == 2 and node.module}
    return {node.module for node in nodes if node.level == 1 and node.module} | {f"..{one}" for one in beside}


def test_later_modules_import_earlier_ones():
    assert {path.stem for path in FOLDER.glob("*.py")} == set(ORDER)
    for at, name in enumerate(ORDER):
        assert {one for one in imported(name) if not one.startswith("..")} <= set(ORDER[:at]), name


def test_sandbox_is_not_imported():
    assert set().union(*map(imported, ORDER)) & {"..sandbox", "..resources"} == set()
