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
from ucwagen.spec.read import parsed
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
BLANK = "\n\n\n"
SURROGATE = "\ud800"
STEP = 6
PRINTER = environment(PYTHON)
KNOWN = cache(parsed)
"""Reads a file without a fault once: one of those of an API is hostile, the others are as before."""
CLOSED = {"GET", "POST", "PUT", "DELETE", "added", "updated", "deleted", "medium"}
"""Texts that a spec cannot choose."""

REFUSED_BEFORE = {("TooLong", "None")}
"""A text that the model refuses: no subcode is called None."""


@cache
def texts() -> Mapping[str, str]:
    """The tiny API, and a resource that uses all of the format."""
    return spec_texts(BASE) | spec_texts(CASES / "rich")


@cache
def parts(kind: type) -> tuple[str, ...]:
    """The fields that can hold texts of a spec."""
    if not dataclasses.is_dataclass(kind) or kind is Span:
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


def words(value: Any) -> Iterator[str]:
    """Every text in the linked API."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    else:
        for name in parts(type(value)):
            yield from words(getattr(value, name))


def with_word(value: Any, old: str, new: str) -> Any:
    """The API with one text replaced by another everywhere."""
    return with_words(value, {old: new})


def with_words(value: Any, changes: Mapping[str, str]) -> Any:
    """The API with texts replaced by others everywhere."""
    if isinstance(value, str):
        return changes.get(value, value)
    if isinstance(value, tuple):
        return tuple([with_words(item, changes) for item in value])
    before = {name: getattr(value, name) for name in parts(type(value))}
    after = {name: with_words(item, changes) for name, item in before.items()}
    return value if before == after else dataclasses.replace(value, **after)


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
    pieces = text.removesuffix("\n").split(BLANK)
    return not is_finished(text) or all(map(is_printed, pieces)) or style.formatted(text) == text


@cache
def is_printed(piece: str) -> bool:
    """Whether black prints a definition like this. It looks at each of a module by itself; most are in many modules."""
    try:
        return style.formatted(f"{piece}\n") == f"{piece}\n"
    except ValueError:  # it is a part of a text
        return False


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
    check_inert(with_words(api, {word: nasty for word in words(api) if " " in word}))


@pytest.mark.parametrize("nasty", [*VISIBLE, *HIDDEN], ids=ascii)
def test_names_of_the_model_are_refused_or_never_become_code(nasty, request):
    """Every text is in half of the names, and in every name is half of the texts; ``--every-way`` is for all pairs."""
    api, _, _ = harmless()
    names = sorted({word for word in words(api) if " " not in word} - CLOSED)
    start = [*VISIBLE, *HIDDEN].index(nasty) % 2
    for name in names if request.config.getoption("--every-way") else names[start::2]:
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
        views = printed(api_of(files, KNOWN))
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
import importlib, os, pkgutil, sys, traceback
def import_all():
    importlib.invalidate_caches()
    package = importlib.import_module("tiny")
    for module in pkgutil.walk_packages(package.__path__, "tiny."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
sys.path.insert(0, "generated")
import_all()
for name in [name for name in sys.modules if name.partition(".")[0] == "tiny"]:
    del sys.modules[name]
print("ready", flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        try:
            import_all()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        sys.stdout.flush()
        os._exit(0)
    print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""For each line of its input, a new process imports the package; libraries, and most compiled modules, are there."""


@pytest.fixture(scope="module")
def importer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The program, in a folder with the harmless package. It keeps no module that it compiles."""
    place = tmp_path_factory.mktemp("importer")
    disk.write(place / "generated", formatted(shape(harmless()[0]), PYTHON))
    prefix = f"pycache_prefix={place / 'compiled'}"
    compiling = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "generated"]
    subprocess.run([sys.executable, "-X", prefix, *compiling], cwd=place, check=True)
    line = [sys.executable, "-B", "-X", prefix, "-c", IMPORT_ALL]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(line, cwd=place, text=True, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        yield process, place


DANGEROUS = [nasty for nasty in (*VISIBLE, *HIDDEN) if set(nasty) & set("\"'\\") or "coding" in nasty]


@pytest.mark.parametrize("nasty", DANGEROUS, ids=ascii)
def test_importing_what_came_leaves_no_canary(importer: tuple[subprocess.Popen[str], Path], nasty: str) -> None:
    process, place = importer
    api, _, _ = harmless()
    api = with_words(api, {word: nasty for word in words(api) if " " in word or "/" in word})
    changed = disk.write(place / "generated", formatted(shape(api), PYTHON)).paths

    process.stdin.write("import\n")
    process.stdin.flush()

    assert process.stdout.readline() == "ended 0\n"
    assert changed
    assert list(place.rglob("CANARY")) == []


def test_a_canary_would_be_seen(importer: tuple[subprocess.Popen[str], Path]) -> None:
    """What is written is what the program imports."""
    process, place = importer
    module = place / "generated/tiny/enums.py"
    before = module.read_text()
    module.write_text(f"{before}\n{ACT}\n")

    process.stdin.write("import\n")
    process.stdin.flush()

    assert process.stdout.readline() == "ended 0\n"
    module.write_text(before)
    (canary,) = place.rglob("CANARY")
    canary.unlink()
