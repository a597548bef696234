"""The rules of the architecture that can be checked by machine; each message names the line and the rule."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pydantic
import pytest

import ucwagen
from support import BASE, ROOT, render
from ucwagen.inputs import GRANTS

GENERATOR = ROOT / "generator/ucwagen"
TEMPLATES = ROOT / "templates"
MODULES = sorted(GENERATOR.rglob("*.py"))
RUNTIME = sorted(TEMPLATES.rglob("*.py"))
MADE_BY_HAND = [*MODULES, *RUNTIME]

STAGES = ("source", "spec", "model", "python", "emit")
MAY_IMPORT = {stage: {*STAGES[:index], stage} for index, stage in enumerate(STAGES)} | {
    "emit": {"emit"},
    "oas": {"oas", "source", "spec", "model"},
    "disk": {"disk"},
    "capture": {"capture", "source", "spec"},
    "counts": {"counts", "capture", "source", "spec", "model"},
    "lint": {"lint", "source", "spec", "model"},
    "reference": {"reference", "source", "model", "python"},
    "changes": {"changes", "source", "spec", "model"},
    "revisions": {"revisions"},
    "diagnostics": set(),
    "config": {"config"},
    "report": {"report"},
    "cache": {"cache"},
    "watching": {"watching", "pipeline", "cache", "config", "building", "exits", "freshness", "session", "terminal"},
}
SHARED = (
    "calls",
    "choices",
    "diagnostics",
    "hooks",
    "inputs",
    "overrides",
    "overwriting",
    "target",
    "templates",
    "__version__",
)
"""Modules without a stage, which every stage may import."""
BESIDES = ("oas", "reference", "disk", "capture", "counts", "lint", "changes", "revisions")
"""Packages beside the stages, whose types are frozen too."""
OF_A_TARGET = ("black", "python", "%package%", '".py"')
"""Names that only the package of a target language may use: a second one would be a sibling of ``python/``."""

ONLY_IN = {
    "yaml": {"source/load.py", "oas/writing.py"},
    "jinja2": {"emit/environment.py"},
    "black": {"python/style/format.py"},
}

LONGEST_FUNCTION = 40
LONGEST_FILE = 250
LONGEST_DOCSTRING = 3
"""Lines of a module's docstring, all paragraphs together."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


@cache
def imported(path: Path) -> tuple[tuple[int, str], ...]:
    """Modules that a file imports at any level, with the line."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)}:{node.lineno}: the generator imports by full name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ((node.lineno, name) for name in names)


def stage_of(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", [path for path in MODULES if stage_of(path) in MAY_IMPORT], ids=shown)
def test_imports_go_one_way(path):
    own = stage_of(path)
    for line, name in imported(path):
        parts = name.split(".")
        if parts[0] == "ucwagen" and parts[1] not in SHARED:
            assert parts[1] in MAY_IMPORT[own], f"{shown(path)}:{line}: `{own}` may not import `{parts[1]}`"


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_knows_the_cache(stage):
    """A stage is told how to call its functions; the pipeline alone decides whether a cache stands in between."""
    for path in sorted((GENERATOR / stage).rglob("*.py")):
        names = [name for _, name in imported(path)]
        assert not [name for name in names if name.startswith(("ucwagen.cache", "ucwagen.disk"))], shown(path)


def test_specs_are_linked_and_printed_without_what_reads_them():
    """A build that restores its specs need not import pydantic."""
    code = "import sys, ucwagen.model, ucwagen.python, ucwagen.emit, ucwagen.spec.restored; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"pydantic", "black"} & set(done.stdout.split())


def test_only_the_pipeline_sees_every_stage():
    for path in MODULES:
        if path.parent == GENERATOR:
            stages = {name.split(".")[1] for _, name in imported(path) if name.startswith("ucwagen.")}
            assert not stages & {*STAGES, *BESIDES} - {"revisions"}, shown(path)


@pytest.mark.parametrize("word", OF_A_TARGET)
def test_emit_serves_any_target_language(word):
    """Its printer is passed in: neither its code nor its texts name a language."""
    for path in [*sorted((GENERATOR / "emit").rglob("*.py")), GENERATOR / "target.py", GENERATOR / "templates.py"]:
        named = [line for line in path.read_text("utf-8").splitlines() if word in line.casefold()]
        assert named == [], shown(path)


@pytest.mark.parametrize(("library", "where"), ONLY_IN.items())
def test_library_is_imported_in_few_modules(library, where):
    importers = {
        path.relative_to(GENERATOR).as_posix()
        for path in MODULES
        for _, name in imported(path)
        if name.split(".")[0] == library
    }

    assert importers == where


WRITING_METHODS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rmdir",
    "symlink_to",
    "hardlink_to",
    "touch",
    "chmod",
}
WRITING_MODULES = {"shutil", "tempfile"}
READING = {"shutil.which"}
"""Names of those modules that change nothing."""
WRITING_OS = {"remove", "rename", "replace", "link", "symlink", "makedirs", "truncate", "removedirs", "renames"}


def writes(path: Path) -> Iterator[int]:
    """Lines that change the disk, or may do so."""
    found = ((line, name) for line, name in imported(path) if name not in READING)
    yield from (line for line, name in found if name.split(".")[0] in WRITING_MODULES)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and _writes(node):
            yield node.lineno


def _writes(call: ast.Call) -> bool:
    function = call.func
    name = (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )
    if name == "open":
        texts = [*call.args, *(keyword.value for keyword in call.keywords)]
        return any(isinstance(text, ast.Constant) and set(str(text.value)) & set("wax+") for text in texts)
    of_os = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "os"
    return name in WRITING_METHODS or (of_os and name in WRITING_OS)


def test_disk_is_written_in_one_place():
    found = {f"{shown(path)}:{line}" for path in MODULES for line in writes(path)}

    assert {place for place in found if not place.startswith("generator/ucwagen/disk/")} == set()
    assert found, "the search finds nothing at all"


CONTROL_FLOW = (
    ast.For, ast.While, ast.Try, ast.With, ast.Match, ast.Lambda, ast.IfExp, ast.BoolOp, ast.Raise, ast.Assert,
    ast.comprehension, ast.Yield, ast.Await, ast.AsyncFunctionDef, ast.Global, ast.Nonlocal, ast.NamedExpr, ast.Delete,
)  # fmt: skip


def control_flow(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        for_types = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        if isinstance(node, CONTROL_FLOW) or (isinstance(node, ast.If) and not for_types):
            yield node.lineno


def generated() -> dict[str, str]:
    """Modules that templates make, from the tiny API and from the specs of this repository."""
    specs = [BASE, *([ROOT] if (ROOT / "specs/api.yaml").exists() else [])]
    files = {str(path): text for folder in specs for path, text in render(folder).items()}
    by_hand = {GRANTS} | {path.relative_to(TEMPLATES).as_posix().partition("/")[2] for path in RUNTIME}
    return {
        path: text for path, text in files.items() if path.endswith(".py") and path.partition("/")[2] not in by_hand
    }


def test_generated_modules_have_no_control_flow():
    for path, source in generated().items():
        assert list(control_flow(source)) == [], path


def test_generated_methods_are_one_statement():
    for path, source in generated().items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                assert len(node.body) == 2, f"{path}:{node.lineno}: a docstring and a return"


def classes() -> Iterator[type]:
    """Classes of the stages and of the types between them."""
    for module in pkgutil.walk_packages(ucwagen.__path__, "ucwagen."):
        if module.name.split(".")[1] in (*STAGES, *SHARED, *BESIDES):
            for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if cls.__module__ == module.name:
                    yield cls


def test_types_between_stages_are_frozen():
    for cls in classes():
        if dataclasses.is_dataclass(cls):
            assert cls.__dataclass_params__.frozen, cls
        elif issubclass(cls, pydantic.BaseModel):
            assert cls.model_config.get("frozen"), cls


@pytest.mark.parametrize("path", MADE_BY_HAND, ids=shown)
def test_module_opens_with_a_short_docstring(path):
    docstring = ast.get_docstring(tree(path))

    assert docstring, "says nothing of what comes in, what goes out and why"
    assert len([line for line in docstring.splitlines() if line]) <= LONGEST_DOCSTRING


@pytest.mark.parametrize("path", MADE_BY_HAND, ids=shown)
def test_file_and_functions_are_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{shown(path)}:{node.lineno}: `{node.name}`"
