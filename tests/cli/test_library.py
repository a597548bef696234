"""The generator as a library: reports instead of output, the same faults as the command, types that a checker reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import BROKEN, GENERATOR

import ucwagen
from support import ROOT, checked_and_built


def test_build_reports_what_changed(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = work / "out"

    first, again = ucwagen.build(work / "specs", out), ucwagen.build(str(work / "specs"), str(out))

    assert first.ok
    assert out / "tiny/__init__.py" in first.changed
    assert again == ucwagen.build(work / "specs", out, check=True) == ucwagen.Report()
    (out / "tiny/__init__.py").write_text("# mine\n")
    assert ucwagen.build(work / "specs", out, check=True).changed == (out / "tiny/__init__.py",)
    (fault,) = ucwagen.build(work / "specs", out).faults
    assert (fault.span.source.path, fault.span.line) == (str(out / "tiny/__init__.py"), 1)
    assert (out / "tiny/__init__.py").read_text() == "# mine\n"
    assert ucwagen.build(work / "specs", out, force=True).edited == (out / "tiny/__init__.py",)
    assert capsys.readouterr() == ("", "")


def test_faults_are_values(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(work)
    Path("specs/resources/phone.yaml").write_text(BROKEN)

    checked, built = ucwagen.check(), ucwagen.build()

    assert not checked.ok
    assert checked.faults == built.faults
    assert (checked.faults[0].span.line, checked.faults[0].span.column) == (6, 9)
    with pytest.raises(ucwagen.Faults) as caught:
        built.raise_for_faults()
    assert caught.value.render() == checked_and_built()[0]
    assert not Path("generated").exists()


def test_warnings_are_no_faults(work: Path) -> None:
    (work / "specs/resources/fax.yaml").write_text("rel: fax\npage: none\nsummary: TODO\n")

    report = ucwagen.check(work / "specs")

    assert report.raise_for_faults() is report
    assert [warning.span.line for warning in report.warnings] == [3]


def test_a_missing_folder_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="none"):
        ucwagen.check(tmp_path / "none")


def test_checkers_see_the_types(tmp_path: Path) -> None:
    user = tmp_path / "user.py"
    user.write_text(
        "import ucwagen\n\nreport = ucwagen.build('specs', 'out')\nreveal_type(report.faults[0].span.line)\n"
    )
    line = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--cache-dir",
        str(tmp_path / "cache"),
        str(user),
    ]

    done = subprocess.run(line, env={"MYPYPATH": str(GENERATOR)}, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, 'Revealed type is "int"' in done.stdout.replace("builtins.", "")) == (0, True), done.stdout
