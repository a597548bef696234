"""The plugin as users have it: found by pytest in an environment with the wheel, beside other plugins."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from tests.plugin.running import run_pytest, run_suite


@pytest.mark.parametrize(
    ("suite", "options"),
    [
        ("on_anyio", ("-o", "asyncio_mode=strict", "-n", "2")),
        ("on_asyncio_strict", ("-o", "asyncio_mode=strict")),
        ("on_asyncio_auto", ("-o", "asyncio_mode=auto")),
        ("on_asyncio_auto", ("-o", "asyncio_mode=auto", "-o", "asyncio_default_test_loop_scope=session")),
    ],
)
def test_suite_passes(installed, suite, options, tmp_path):
    ran = run_suite(tmp_path, suite, *options, python=installed)

    assert (ran.code, [*ran.counts]) == (0, ["passed"]), ran.said


@pytest.mark.parametrize("workers", ["0", "2"])
def test_two_hundred_tests_pass(installed, workers, tmp_path):
    """Their times are a figure of the bench."""
    ran = run_suite(tmp_path, "many", "-n", workers, python=installed, TIMES=str(tmp_path))

    assert ran.counts == {"passed": 200}, ran.said


def test_lines_that_run_at_import_are_covered(installed, tmp_path):
    """The package is imported after the measurement began."""
    ran = run_suite(tmp_path, "blocking", "--cov=ucwa2", "--cov-report=json", python=installed)

    assert ran.code == 0, ran.said
    files = json.loads((tmp_path / "coverage.json").read_text())["files"]
    (path,) = (path for path in files if Path(path).parts[-2:] == ("ucwa2", "__init__.py"))
    nodes = ast.parse((tmp_path / path).read_text()).body
    imports = {node.lineno for node in nodes if isinstance(node, ast.ImportFrom)}
    assert len(imports) > 5
    assert imports <= {*files[path]["executed_lines"]}


def test_plugin_can_be_turned_off(installed, tmp_path):
    ran = run_suite(tmp_path, "blocking", "-p", "no:ucwa2", "-W", "default", python=installed)

    assert ran.counts.get("passed", 0) == 0
    assert "fixture 'ucwa_sandbox' not found" in ran.said


def test_fixtures_are_listed_with_their_words(installed, tmp_path):
    ran = run_pytest(tmp_path, "--fixtures", python=installed)

    listed = r"ucwa_client -- .*ucwa2_pytest/__init__.py:\d+\n +A client of the first user of the sandbox"
    assert re.search(listed, ran.said), ran.said
    assert "_ucwa_server" not in ran.said
