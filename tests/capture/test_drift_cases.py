"""Every folder below cases/drift has a spec and a page; the command compares them, with real files.

expected.txt is the output and exit code of the command; updated.yaml is the spec after --update. Both are goldens.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ucwagen.cli import main

CASES = Path(__file__).parents[1] / "cases"
IDEAS = sorted(path.parent for path in (CASES / "drift").glob("*/spec.yaml"))
PAGE = "docs/2022/memo_ref.md"
LONGEST = 40

Command = Callable[..., str]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs ``ucwagen capture`` in the working directory; returns the command line, its output and exit code."""

    def run(*options: str) -> str:
        code = main(["capture", PAGE, *options])
        said = capsys.readouterr()
        return f"$ ucwagen capture {' '.join((PAGE, *options))}\n{said.out}{said.err}exit {code:d}\n"

    return run


def lay_out(idea: Path, folder: Path) -> Path:
    """Put the pages and the spec of a case where the command finds them; returns the path of the spec."""
    for edition, page in (("2022", "page.md"), ("2016", "page.2016.md")):
        if (idea / page).exists():
            (folder / "docs" / edition).mkdir(parents=True)
            shutil.copy(idea / page, folder / "docs" / edition / "memo_ref.md")
    kind = "enums" if (idea / "spec.yaml").read_text("utf-8").startswith("name:") else "resources"
    (folder / "specs" / kind).mkdir(parents=True)
    base = CASES / "base" / "specs"
    shutil.copy(base / "errors.yaml", folder / "specs")
    api = (base / "api.yaml").read_text("utf-8") + 'editions: ["2016", "2022"]\n'
    (folder / "specs" / "api.yaml").write_text(api, "utf-8")
    return Path(shutil.copy(idea / "spec.yaml", folder / "specs" / kind / "memo.yaml"))


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_drift_reads_and_is_mended_as_expected(idea, golden, command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    spec = lay_out(idea, tmp_path)
    before = spec.read_bytes()

    checked = command("--check")
    assert spec.read_bytes() == before, "--check has written"
    updated = command("--update")
    after = spec.read_bytes()
    again = command("--update")

    assert spec.read_bytes() == after, "a second --update has changed something more"
    assert ": updated" not in again
    golden(idea / "expected.txt", f"{checked}\n{updated}")
    golden(idea / "updated.yaml", after.decode())


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_case_is_short(idea):
    for path in (*idea.glob("*.md"), idea / "spec.yaml"):
        assert path.read_bytes().count(b"\n") <= LONGEST, path
