"""Builds with a cache and builds without one, side by side over random edits: the same trees, and the same faults."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ucwagen.templates
from support import BASE, CASES, ROOT
from ucwagen import pipeline
from ucwagen.cache.place import folder, place
from ucwagen.diagnostics import Faults
from ucwagen.pipeline.caching import Caching, on_disk, uncached
from ucwagen.watching.memory import Memory

MORE = "rel: more\npage: none\nsummary: {}\n"

WORDS = st.sampled_from(["One.", "Two words.", "Three `x` words: é."])
TYPES = st.sampled_from(["string", "integer", "Importance", "nothing"])
FILES = ("resources/note.yaml", "resources/rich.yaml", "resources/alias.yaml", "enums/Importance.yaml", "errors.yaml")
MESSAGE = "### GET json response\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{}\n"
BROKEN = ("\nx: [", "\nrel: twice\n", "\nunknown: 1\n", "\n\tx: 1\n", "\nlinks:\n  nowhere: {to: missing}\n")

Edit = Callable[[Path], None]


def _replaced(name: str, old: str, new: str) -> Edit:
    def edit(specs: Path) -> None:
        path = specs / name
        if path.exists():
            path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    return edit


def _added(name: str, text: str) -> Edit:
    def edit(specs: Path) -> None:
        path = specs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    return edit


def _removed(name: str) -> Edit:
    return lambda specs: (specs / name).unlink(missing_ok=True)


def _renamed(old: str, new: str) -> Edit:
    def edit(specs: Path) -> None:
        if (specs / old).exists():
            (specs / old).replace(specs / new)

    return edit


def _hurt(name: str, more: str) -> Edit:
    def edit(specs: Path) -> None:
        if (specs / name).exists():
            with (specs / name).open("a", encoding="utf-8") as file:
                file.write(more)

    return edit


def _mended(specs: Path) -> None:
    """All files as they were at first."""
    shutil.rmtree(specs)
    _fresh(specs)


def _fresh(specs: Path) -> None:
    """The specs, and templates without the files that are only copied."""
    shutil.copytree(ROOT / "templates", specs.parent / "templates", ignore=_copied, dirs_exist_ok=True)
    for case in (BASE, CASES / "rich"):
        shutil.copytree(case / "specs", specs, dirs_exist_ok=True)


def _copied(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".jinja") and (Path(folder) / name).is_file()]


def _template(specs: Path) -> None:
    with (specs.parent / "templates/%package%/resources/%resource%.py.jinja").open("a", encoding="utf-8") as file:
        file.write("\n# more\n")


def _cache_cut(specs: Path) -> None:
    file = place(specs)
    if file.is_file():
        file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])


def _cache_mixed(specs: Path) -> None:
    """Each record under the key of the one before it."""
    file = place(specs)
    if file.is_file():
        rows = [line.split(b" ", 1) for line in file.read_bytes().split(b"\n") if b" " in line]
        keys = [key for key, _ in rows]
        file.write_bytes(b"\n".join(b" ".join(row) for row in zip(keys, [rest for _, rest in rows][1:], strict=False)))


def _cache_blocked(specs: Path) -> None:
    """A folder where the file should be."""
    if not place(specs).is_dir():
        place(specs).unlink(missing_ok=True)
        place(specs).mkdir(parents=True)


EDITS = st.one_of(
    st.builds(_replaced, st.sampled_from(FILES), st.just("summary: "), WORDS.map(lambda word: f"summary: {word} ")),
    st.builds(lambda kind: _replaced("resources/note.yaml", "type: string", f"type: {kind}"), TYPES),
    st.builds(_replaced, st.just("api.yaml"), st.just("version: 1"), st.just("version: 2")),
    st.builds(_replaced, st.just("api.yaml"), st.just("[IP]"), st.sampled_from(["[]", "[IP, HTTP]"])),
    st.builds(_replaced, st.just("errors.yaml"), st.just("code: 404"), st.sampled_from(["code: 410", "code: 99"])),
    st.builds(_added, st.just("resources/more.yaml"), WORDS.map(MORE.format)),
    st.builds(_added, st.sampled_from(["examples/note.http", "examples/no.http"]), st.sampled_from([MESSAGE, "no"])),
    st.builds(_added, st.just("sandbox/own.py"), st.sampled_from(["x = 1\n", "x = (\n"])),
    st.builds(_added, st.just("LICENSE"), WORDS),
    st.builds(_removed, st.sampled_from([*FILES, "examples/note.http", "sandbox/own.py", "resources/more.yaml"])),
    st.builds(_renamed, st.just("resources/note.yaml"), st.sampled_from(["resources/other.yaml", "enums/note.yaml"])),
    st.builds(_hurt, st.sampled_from(FILES), st.sampled_from(BROKEN)),
    st.sampled_from([_mended, _mended, _template, _cache_cut, _cache_mixed, _cache_blocked]),
)


def built(specs: Path, out: Path, caching: Caching) -> object:
    """The whole tree, or the faults as they are shown."""
    try:
        pipeline.build(specs, out, caching=caching)
    except Faults as faults:
        return faults.render()
    except OSError as fault:
        return str(fault)
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "stamp")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def checked(specs: Path, caching: Caching) -> str:
    try:
        found = pipeline.check(specs, caching=caching)
    except Faults as faults:
        return faults.render()
    warned = found.warnings.render() if found.warnings else ""
    return f"{found.resources} {found.enumerations} {warned}"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Templates of its own, and a cache of its own; faults are shown with short paths."""
    monkeypatch.setattr(ucwagen.templates, "__file__", str(tmp_path / "templates.py"))
    monkeypatch.setenv("UCWAGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert folder() == tmp_path / "cache"
    return tmp_path


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_cache_changes_no_byte_and_no_fault(work, edits):
    for entry in work.iterdir():
        shutil.rmtree(entry)
    specs, memory = Path("specs"), Memory()
    _fresh(specs)
    for edit in (lambda _: None, *edits):
        edit(work / specs)
        expected = built(specs, Path("plain"), uncached)

        assert built(specs, Path("cached"), on_disk) == expected
        assert built(specs, Path("watched"), memory) == expected
        assert checked(specs, on_disk) == checked(specs, on_disk) == checked(specs, uncached)


def test_cache_is_used(work, monkeypatch):
    """The test above could pass without any: here nothing can be read or rendered but by way of the cache."""
    _fresh(work / "specs")
    before = built(Path("specs"), Path("one"), on_disk)
    monkeypatch.setattr(sys.modules["ucwagen.spec.read"], "parsed", None)
    monkeypatch.setattr(sys.modules["ucwagen.emit.render"], "names", None)

    assert built(Path("specs"), Path("two"), on_disk) == before
    assert list((work / "cache").iterdir()) == [place(Path("specs"))]


def test_cache_of_other_tools_is_not_used(work, monkeypatch):
    _fresh(work / "specs")
    built(Path("specs"), Path("one"), on_disk)
    monkeypatch.setattr("ucwagen.freshness._libraries", lambda *_: iter(["pydantic-99.dist-info"]))
    monkeypatch.setattr(sys.modules["ucwagen.spec.read"], "parsed", None)

    with pytest.raises(TypeError, match="not callable"):
        built(Path("specs"), Path("two"), on_disk)
