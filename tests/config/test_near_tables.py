"""Tables of a pyproject.toml that are nearly ours are warned of, in every command and form, and others are not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import BASE
from ucwagen.backends.generate import generate
from ucwagen.cli import main
from ucwagen.config.near import warnings
from ucwagen.diagnostics import Source
from ucwagen.exits import Exit

NEAR = ["[ucwagen]", "[tool.Ucwagen]", "[tool.ucwagn]", "[tool.ucwa-gen]", "[tools.ucwagen]", "[Tool.ucwagen]"]
OTHERS = [
    "[tool.ucwagen]",
    "[tool.ucwagen.jobs.ucwagn]",
    "[tool.hatch.build.hooks.ucwagen]",
    "[tool.uv.sources]\nucwagen = 3",
    '[project.optional-dependencies]\nucwagen = ["x"]',
    "[tool.oxygen]",
    "[tool.codegen]",
    "[tool.ucwagen-plugin]",
    'text = """\n[ucwagen]\n"""',
    "[ucwagen",
]


def said(text: str) -> list[tuple[int, int, str]]:
    found = warnings(Source("pyproject.toml", text))
    return [(one.span.line, one.span.column, one.message) for one in found]


@pytest.mark.parametrize("header", NEAR)
def test_a_table_that_is_nearly_ours_is_a_warning(header: str) -> None:
    name = header.strip("[]")

    assert said(f'[project]\nname = "x"\n{header}\nout = "y"\n{header[:-1]}.jobs]\n') == [
        (3, 2, f"`{name}` is not read; did you mean `[tool.ucwagen]`?")
    ]
    assert said(f'{name} = {{ out = "y" }}')[0][0] == 1


@pytest.mark.parametrize("text", OTHERS)
def test_tables_of_others_are_left_alone(text: str) -> None:
    assert said(text) == []


@given(st.text(alphabet="ucwagen.[]=\"'\n -#x{}", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    assert all("is not read" in message for *_, message in said(text))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    (tmp_path / "pyproject.toml").write_text('[tool.ucwagn]\nout = "src"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_says_so(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    why = "pyproject.toml:1:2: warning: `tool.ucwagn` is not read; did you mean `[tool.ucwagen]`?\n"

    for line, code in ((["check"], Exit.OK), (["check", "--strict"], Exit.FAULTS), (["build", "-q"], Exit.OK)):
        assert main(line) == code
        assert capsys.readouterr().err.count(why) == 1, line
    assert main(["model"]) == Exit.OK
    shown = capsys.readouterr()
    assert (bool(json.loads(shown.out)), shown.err.count(why)) == (True, 1)
    assert main(["check", "--error-format", "json"]) == Exit.OK
    shown = capsys.readouterr()
    assert [fault["severity"] for fault in json.loads(shown.out)["faults"]] == ["warning"]
    assert why not in shown.err
    shutil.rmtree("specs")
    assert main(["build"]) == Exit.DISK
    assert why in capsys.readouterr().err
    generate()
    assert why in capsys.readouterr().err
