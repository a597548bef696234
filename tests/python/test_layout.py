"""The layout prints what black prints, except for lines that are too long: those go to black."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import BASE, CASES, ROOT, api_of, grants_of, spec_texts
from ucwagen.emit import render
from ucwagen.python import PYTHON, shape
from ucwagen.python.package.extras import Extras
from ucwagen.python.style import format as style
from ucwagen.python.style.layout import call, listed
from ucwagen.python.text.literals import Braces

NAMES = st.integers(1, 60).map(lambda length: "n" * length)
CLASSES = NAMES.map(str.upper)
STRINGS = st.integers(0, 70).map(lambda length: '"' + "s" * length + '"')
ANNOTATIONS = st.sampled_from(["", ": {}", ": One[{}]", ": EnumProperty[enums.{}]", ": EnumListProperty[enums.{}]"])
PARAMETERS = st.lists(st.tuples(NAMES, NAMES, st.booleans()), max_size=8)
IN_CLASS = "class X:\n    "
IN_METHOD = "class X:\n    def f(self):\n        "

many = settings(max_examples=150)


def check(statement: str, before: str = "", after: str = "") -> None:
    source = f"{before}{statement}{after}\n"
    if style.is_finished(source):
        assert style.formatted(source) == source


@many
@given(st.lists(STRINGS, min_size=1, max_size=12))
def test_list(items):
    check(listed(items, "__all__ = ["))


@many
@given(NAMES, st.lists(NAMES, min_size=1, max_size=12), st.booleans())
def test_import(module, items, guarded):
    head, indent = f"from {module} import ", 4 * guarded
    check(listed(items, head, "", indent), "if x:\n    " if guarded else "")


@many
@given(NAMES, ANNOTATIONS, NAMES, st.lists(STRINGS, min_size=1, max_size=3), st.booleans())
def test_field(name, annotation, factory, items, since):
    items = [*items, *(["since=2"] if since else [])]
    check(call(items, f"{name}{annotation.format('X' * len(factory))} = wire.{factory}(", ")", 4), IN_CLASS)


@many
@given(STRINGS, STRINGS, st.none() | STRINGS)
def test_operation(verb, path, media_type):
    content = [f"content=({media_type},)"] if media_type else []
    check(call([verb, *content, f"returns=wire.representation({path})"], "_GET = Operation("))


@many
@given(st.lists(st.tuples(STRINGS, NAMES), max_size=8), st.booleans(), st.booleans(), st.booleans())
def test_body_of_a_method(pairs, base, content, conditional):
    items = ["_POST", *(["base"] if base else []), Braces.of(f"{wire}: {name}" for wire, name in pairs)]
    items += ["content=content", "content_type=content_type"] if content else []
    items += ["if_none_match=if_none_match"] if conditional else []
    check(call(items, "return self._call(", ")", 8), IN_METHOD)


@many
@given(NAMES, PARAMETERS, st.booleans(), NAMES)
def test_head_of_a_method(name, parameters, base, result):
    rows = sorted(
        ((f"p{at}{text}", kind, given) for at, (text, kind, given) in enumerate(parameters)), key=lambda row: row[2]
    )
    keywords = [f"{text}: {kind}{' | None = None' if given else ''}" for text, kind, given in rows]
    items = ["self", *(["base: Base"] if base else []), *(["*", *keywords] if keywords else [])]
    check(call(items, f"def {name}(", f") -> Call[{result}]:", 4), IN_CLASS, "\n        pass")


@many
@given(NAMES, st.lists(CLASSES, min_size=1, max_size=5), st.none() | STRINGS)
def test_class(name, bases, code):
    items = [*bases, *([f"code={code}"] if code else [])]
    check(call(items, f"class {name}(", "):"), "", '\n    """Text."""')


def test_whole_trees_are_as_black_prints_them():
    own = Extras(grants=grants_of(ROOT))
    for texts, extras in (
        (spec_texts(ROOT), own), (spec_texts(BASE), None), (spec_texts(BASE) | spec_texts(CASES / "rich"), None),
    ):  # fmt: skip
        files = render(shape(api_of(texts), extras), PYTHON)
        made = {
            path: text
            for path, text in files.items()
            if path.suffix == ".py" and not {"_runtime", "sandbox"} & {*path.parts}
        }
        assert made
        assert [path for path, text in made.items() if style.formatted(text) != text] == []


def test_no_module_of_this_repository_needs_black():
    """Importing it and formatting one module takes a third of the time of a build."""
    unfinished: list[str] = []

    def keep(sources: Iterable[str]) -> list[str]:
        texts = list(sources)
        unfinished.extend(text for text in texts if not style.is_finished(text))
        return texts

    render(shape(api_of(spec_texts(ROOT)), Extras(grants=grants_of(ROOT))), replace(PYTHON, formatters={".py": keep}))

    assert unfinished == []


def test_a_line_that_is_too_long_is_given_to_black():
    source = f"x = f({', '.join(['a'] * 60)})\n"

    assert style.format_all([source, "x  =  1\n"]) == [style.formatted(source), "x  =  1\n"]


def test_many_processes_print_what_one_does(monkeypatch):
    sources = [
        f"{path.read_text()}\nx = f({', '.join(['a'] * 60)})\n"
        for path in sorted((ROOT / "generated/ucwa2/resources").glob("a*.py"))
    ]
    alone = [style.formatted(source) for source in sources]

    monkeypatch.setattr(style, "WORTHWHILE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    assert style.format_all(sources) == alone


def test_no_processes_to_be_had(monkeypatch):
    sources = [f"{name} = f({', '.join(['a'] * 60)})\n" for name in "xy"]
    monkeypatch.setattr(style, "WORTHWHILE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)

    def refuse(*_: object, **__: object) -> object:
        raise OSError("no semaphores here")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)

    assert style.format_all(sources) == [style.formatted(source) for source in sources]


ENDLESS = """
import os, sys, time
from pathlib import Path
from ucwagen.python.style import format as style
def endless(source):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(600)
style.formatted, style.WORTHWHILE = endless, 1
os.cpu_count = lambda: 3
style.format_all([f"x{n} = f({', '.join(['a'] * 60)})" for n in range(100)])
"""


def is_running(pid: str) -> bool:
    """Whether there is such a process, and not only its exit code."""
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_when_the_build_is_killed(tmp_path, kill):
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(tmp_path)]) as build:
        assert within(30, lambda: len(list(tmp_path.iterdir())) == 3)
        build.send_signal(kill)

    workers = [path.name for path in tmp_path.iterdir()]
    assert within(10, lambda: not any(map(is_running, workers)))
