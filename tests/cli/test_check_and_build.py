"""``check`` reports what ``build`` would refuse: the same faults for the same specs, none where a package is made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from support import BASE, CASES, ROOT, checked_and_built
from ucwagen import emit, pipeline

IDEAS = sorted(path.parent for path in (CASES / "faults").glob("*/specs"))
VALUE = """rel: memo
page: none
summary: A memo.
properties:
  {}:
    type: string
    summary: One.
  {}:
    type: string
    summary: Another.
"""
PAIRS = [
    ("30d_active", "b"),
    ("x-y", "x_y"),
    ("orderNumber", "order_number"),
    ("'='", "b"),
    ("_id", "id"),
    ("$ref", "'@odata.type'"),
    ("class", "class_"),
    ("links", "links_"),
    ("a", "b"),
]
MEMBERS = (
    "name: Phase\npage: none\nsummary: Phases.\nmembers:\n  {}:\n    summary: One.\n  {}:\n    summary: Another.\n"
)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below ``folder``, by their paths there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder / "specs")}


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def written(place: Path, files: Mapping[str, bytes]) -> None:
    """A folder of specs with these files; ``NAME.absent`` takes the file of that name out."""
    for path in (path for path in files if not path.endswith(".absent") and f"{path}.absent" not in files):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(files[path])


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_check_and_build_agree_on_every_fault(idea, tmp_path, monkeypatch):
    written(tmp_path, files_of(BASE) | files_of(idea))
    monkeypatch.chdir(tmp_path)

    checked, built = checked_and_built()

    assert checked == built != ""
    assert not Path("generated").exists()


@pytest.mark.parametrize("names", PAIRS, ids=" ".join)
@pytest.mark.parametrize("where", ["properties", "members"])
def test_check_and_build_agree_on_names(where, names, tmp_path, monkeypatch):
    path, text = {"properties": ("resources/memo.yaml", VALUE), "members": ("enums/Phase.yaml", MEMBERS)}[where]
    written(tmp_path, files_of(BASE) | {f"specs/{path}": text.format(*names).encode()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(emit, "render", lambda *_: {})

    checked, built = checked_and_built()

    assert checked == built
    assert bool(checked) == (names != ("a", "b"))


BESIDE = [
    ("sandbox/talk.py", "def hear(:\n", "talk.py:1:10: error: this is no Python: invalid syntax; mend the module"),
    (
        "sandbox/talk.py",
        "return 1\n",
        "talk.py:1:1: error: this is no Python: 'return' outside function; mend",
    ),
    ("sandbox/talk.py", "x = " + "(" * 400 + ")" * 400, "talk.py:1:205: error: this is no Python: too many nested"),
    (
        "examples/nota.http",
        "### GET json response\nHTTP/1.1 204 No Content\n",
        "nota.http:1:1: error: `nota` is no resource; did you mean `note`?; rename the file of examples, or",
    ),
]


@pytest.mark.parametrize(("path", "text", "said"), BESIDE, ids=[f"{path} {text[:8]}" for path, text, _ in BESIDE])
def test_check_and_build_refuse_files_beside_the_specs(path, text, said, tmp_path, monkeypatch):
    written(tmp_path, files_of(BASE) | {f"specs/{path}": text.encode()})
    monkeypatch.chdir(tmp_path)

    checked, built = checked_and_built()

    assert checked == built
    assert said in checked
    assert not Path("generated").exists()


def test_specs_of_this_repository_pass():
    assert pipeline.check(ROOT / "specs").resources > 200
