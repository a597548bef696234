"""No text of a spec becomes code: hostile specs are refused, or give modules with the expected definitions only."""

from __future__ import annotations

import ast
import dataclasses
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from support import BASE, CASES, api_of, checked_and_built, spec_texts
from ucwagen import emit
from ucwagen.diagnostics import Faults, Span
from ucwagen.disk import write as disk
from ucwagen.emit import render as formatted
from ucwagen.emit.environment import environment
from ucwagen.python import PYTHON, shape
from ucwagen.python.style import format as style
from ucwagen.python.style.format import is_finished
from ucwagen.target import CopyView, TextView

ACT = "__import__('pathlib').Path('CANARY').touch()"
VISIBLE = (
    '"',
    '"""',
    "'''",
    "\\",
    '\\"""',
    "x\\",
    f'"""\n{ACT}\n"""',
    f'"); {ACT}; ("',
    f"'); {ACT}; ('",
    f"]; {ACT}; [",
    f"x\n{ACT}",
    f"x\n    {ACT}\n",
    f"# x\n{ACT}",
    f"{{{{ {ACT} }}}}",
    "{{ cycler.__init__.__globals__ }}",
    f"{{% set x = {ACT} %}}",
    "{# x",
    f"{{{ACT}}}",
    "%s %(x)s {0.__class__}",
    "\\N{QUOTATION MARK}\\x22\\u0022\\042",
    "-*- coding: utf-7 -*-",
    "coding:utf-7",
    "vim: set fileencoding=utf-7 :",
    "+ACIAIgAi-",
    '"\n[tool.hatch.build.hooks.custom]\n',
    "../../../CANARY",
    "/CANARY",
    "__init__",
    "__class__",
    "__mangled",
    "class",
    "None",
    "print",
    "wire",
    "enums",
    "self",
    "State",
    "ApiError",
    "CON",
    "é",
    "ﬁ",
    "𝐱",
    "½",
    "-",
    ".",
    " ",
    "*",
    "x" * 300,
)
HIDDEN = (
    f"x\r{ACT}",
    f"x\u2028{ACT}",
    f"x\x85{ACT}",
    f"x\x0c{ACT}",
    "\u202e\u2066x\u2069",
    "\ufeffx",
    "x\x00",
    "\x1b[2J",
    "\u200b",
    "",
)
SURROGATE = "\ud800"
STEP = 6
PRINTER = environment(PYTHON)
CLOSED = {"GET", "POST", "PUT", "DELETE", "added", "updated", "deleted", "medium"}
"""Texts that a spec cannot choose."""

REFUSED_BEFORE = {("TooLong", "None")}
"""A text that the model refuses: no subcode is called None."""


@cache
def texts() -> Mapping[str, str]:
    """The tiny API, and a resource that uses all of the format."""
    return spec_texts(BASE) | spec_texts(CASES / "rich")


def words(value: Any) -> Iterator[str]:
    """Every text in the linked API."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Span):
        for field in dataclasses.fields(value):
            yield from words(getattr(value, field.name))


def with_word(value: Any, old: str, new: str) -> Any:
    """The API with one text replaced by another everywhere."""
    if value == old and isinstance(value, str):
        return new
    if isinstance(value, tuple):
        return tuple(with_word(item, old, new) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, Span):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{name: with_word(getattr(value, name), old, new) for name in names})
    return value


@cache
def skeleton(source: str) -> str:
    """What a module does, without its names and texts."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg", "name", "asname", "module"):
            if isinstance(getattr(node, field, None), str):
                setattr(node, field, "name")
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = "text"
    return ast.dump(tree)


def printed(api: Any) -> dict[PurePosixPath, str]:
    """Generated files before they are formatted, by template and number."""
    views = [view for view in shape(api) if not isinstance(view, CopyView)]
    files = {}
    for view in views:
        names = {field.name: getattr(view, field.name) for field in dataclasses.fields(view)}
        is_text = isinstance(view, TextView)
        files[view.path] = view.text if is_text else PRINTER.get_template(view.template).render(names)
    return files


def skeletons(files: Mapping[PurePosixPath, str]) -> list[str]:
    """What all modules do, in an order that does not depend on their names."""
    return sorted(skeleton(text) for path, text in files.items() if path.suffix == ".py")


@cache
def harmless() -> tuple[Any, list[str], Any]:
    api = api_of(texts())
    files = printed(api)
    return api, skeletons(files), keys_of_project(files[PurePosixPath("pyproject.toml")])


def keys(value: Any) -> Any:
    return {name: keys(item) for name, item in value.items()} if isinstance(value, dict) else type(value)


def keys_of_project(text: str) -> Any:
    """The keys of a ``pyproject.toml``. The plugin is registered under the name of the package, whatever that is."""
    found = keys(tomllib.loads(text))
    plugins = found["project"].get("entry-points", {}).get("pytest11", {})
    assert len(plugins) <= 1
    if plugins:
        plugins["name"] = plugins.popitem()[1]
    return found


@cache
def is_plain_module(text: str) -> bool:
    """Nothing is hidden, the encoding is plain, and it is as black prints it, if it says so."""
    assert text.replace("\n", "").isprintable()
    assert not any("coding" in line for line in text.splitlines()[:2] if line.startswith("#"))
    return not is_finished(text) or style.formatted(text) == text


def check_inert(api: Any) -> None:
    _, expected, project = harmless()
    files = printed(api)
    assert skeletons(files) == expected
    assert keys_of_project(files[PurePosixPath("pyproject.toml")]) == project
    for path, text in files.items():
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert "CANARY" not in str(path)
        assert path.suffix != ".py" or is_plain_module(text)


@pytest.mark.parametrize("nasty", [*VISIBLE, *HIDDEN], ids=ascii)
def test_sentences_of_the_model_never_become_code(nasty):
    api, _, _ = harmless()
    for sentence in {word for word in words(api) if " " in word}:
        api = with_word(api, sentence, nasty)

    check_inert(api)


@pytest.mark.parametrize("nasty", [*VISIBLE, *HIDDEN], ids=ascii)
def test_names_of_the_model_are_refused_or_never_become_code(nasty):
    api, _, _ = harmless()
    names = {word for word in words(api) if " " not in word} - CLOSED
    for name in sorted(names):
        if (name, nasty) not in REFUSED_BEFORE:
            with suppress(Faults):
                check_inert(with_word(api, name, nasty))


def in_yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=True)


POSITIONS = {
    "summary of a resource": ("resources/rich.yaml", "All that a resource can have."),
    "scope": ("resources/rich.yaml", "Some.Scope"),
    "property": ("resources/rich.yaml", "data"),
    "link": ("resources/rich.yaml", "other"),
    "embedded": ("resources/rich.yaml", "who"),
    "parameter": ("resources/rich.yaml", "when"),
    "format": ("resources/rich.yaml", "phone number"),
    "media type": ("resources/rich.yaml", "text/plain"),
    "rel": ("resources/note.yaml", "note"),
    "page": ("resources/note.yaml", "note_ref"),
    "reason": ("resources/rich.yaml", "Ended"),
    "enumeration": ("enums/Importance.yaml", "Importance"),
    "member": ("enums/Importance.yaml", "Urgent"),
    "subcode": ("enums/ErrorSubcode.yaml", "TooLong"),
    "error": ("errors.yaml", "Conflict"),
    "group": ("errors.yaml", "conflict"),
    "package": ("api.yaml", "tiny"),
    "version": ("api.yaml", "1.0.0"),
    "summary of the package": ("api.yaml", "A client for an API of two resources."),
    "reference": ("api.yaml", "https://example.com/{page}"),
    "namespace": ("api.yaml", "http://example.com/tiny"),
    "header": ("api.yaml", "X-Minimum-Version"),
    "acronym": ("api.yaml", "IP"),
    "operation id": ("api.yaml", "operationId"),
}


def hostile(position: str, nasty: str) -> dict[str, str]:
    """Specs with the text in one position; other occurrences of the same word change with it."""
    name, old = POSITIONS[position]
    files = dict(texts())
    lines = files[f"specs/{name}"].split("\n")
    files[f"specs/{name}"] = "\n".join(_replaced(line, old, in_yaml(nasty)) for line in lines)
    return files


def _replaced(line: str, old: str, new: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    key, colon, value = line.strip().partition(":")
    if key == old:
        return f"{indent}{new}{colon}{value}"
    if value.strip() in (old, f"[{old}]"):
        return f"{indent}{key}: {value.strip().replace(old, new)}"
    return line


def check_refused_or_inert(files: Mapping[str, str]) -> None:
    """Every fault has its place in one of the files; every module is one that harmless specs could have made."""
    places: list[str] = []
    views: Mapping[PurePosixPath, str] = {}
    try:
        views = printed(api_of(files))
    except Faults as faults:
        places = [fault.span.source.path for fault in faults.diagnostics]

    assert set(places) <= set(files)
    assert set(skeletons(views)) <= set(harmless()[1])


@pytest.mark.parametrize("position", POSITIONS)
def test_text_of_a_spec_is_refused_or_inert(position):
    name, _ = POSITIONS[position]
    for nasty in (*VISIBLE, *HIDDEN, SURROGATE):
        files = hostile(position, nasty)
        assert files[f"specs/{name}"] != texts()[f"specs/{name}"]
        check_refused_or_inert(files)


@pytest.mark.parametrize("position", POSITIONS)
def test_check_refuses_what_build_refuses(position, tmp_path, monkeypatch):
    """Over all positions, every hostile text has its turn."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(emit, "render", lambda *_: {})
    for nasty in [*VISIBLE, *HIDDEN][list(POSITIONS).index(position) % STEP :: STEP]:
        for path, text in hostile(position, nasty).items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(text.encode())

        checked, built = checked_and_built()

        assert checked == built


@pytest.mark.parametrize("folder", ["resources", "enums"])
@pytest.mark.parametrize(
    "name", ["__init__", "../x", "a b", "1", "coding:utf-7", "x'y", '"', "é", "con", "None", "", "x\n"]
)
def test_file_name_is_refused_or_inert(folder, name):
    old = "note" if folder == "resources" else "Importance"
    files = dict(texts())
    text = files.pop(f"specs/{folder}/{old}.yaml").replace("name: Importance", f"name: {in_yaml(name)}")
    files = {path: text.replace(f"to: {old}", f"to: {in_yaml(name)}") for path, text in files.items()}
    files[f"specs/{folder}/{name}.yaml"] = text.replace(f"returns: {old}", f"returns: {in_yaml(name)}")
    check_refused_or_inert(files)


IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, "generated")
package = importlib.import_module("tiny")
for module in pkgutil.walk_packages(package.__path__, "tiny."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


DANGEROUS = [nasty for nasty in (*VISIBLE, *HIDDEN) if set(nasty) & set("\"'\\") or "coding" in nasty]


@pytest.mark.parametrize("nasty", DANGEROUS, ids=ascii)
def test_importing_what_came_leaves_no_canary(tmp_path: Path, nasty: str):
    if not ((BASE.parents[2] / "templates/%package%/_runtime/wire.py").exists()):
        pytest.skip("there is no runtime")
    api, _, _ = harmless()
    free = [word for word in words(api) if " " in word or "/" in word]
    for word in free:
        api = with_word(api, word, nasty)
    disk.write(tmp_path / "generated", formatted(shape(api), PYTHON))

    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert list(tmp_path.rglob("CANARY")) == []
