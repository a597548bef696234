"""The generator as a library: reports instead of output, the same faults as the command, types that a checker reads."""

from __future__ import annotations

import subprocess
import sys
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from running import BROKEN, GENERATOR, run

import ucwagen
from support import ROOT, checked_and_built
from ucwagen.config.table import KEYS


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
    assert fault.message.endswith("or overwrite it with `force=True`")
    (fault,) = ucwagen.build(work / "specs", out, package="other").faults
    assert (fault.span.source.path, fault.message.endswith("use `force=True` to replace it")) == (str(out), True)
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


@pytest.mark.parametrize("check", [False, True])
@pytest.mark.parametrize("out", ["specs/made", "specs", ".", "own/made"])
def test_a_place_that_no_tree_may_have_is_the_fault_of_the_command(
    work: Path, monkeypatch: pytest.MonkeyPatch, out: str, check: bool
) -> None:
    monkeypatch.chdir(work)
    Path("own").mkdir()

    report = ucwagen.build("specs", out, templates="own", check=check)

    with pytest.raises(ucwagen.Faults) as caught:
        report.raise_for_faults()
    done = run(work, "build", "--out", out, "--templates", "own", *(["--check"] if check else []))
    assert (done.returncode, caught.value.render().strip() in done.stderr) == (1, True)
    assert report.faults[0].span.source.path == str(Path(out))
    assert "; give another folder" in report.faults[0].message


def test_warnings_are_no_faults(work: Path) -> None:
    (work / "specs/resources/fax.yaml").write_text("rel: fax\npage: none\nsummary: TODO\n")

    report = ucwagen.check(work / "specs")

    assert report.raise_for_faults() is report
    assert [warning.span.line for warning in report.warnings] == [3]


def test_build_and_check_take_what_a_configuration_says() -> None:
    said = {key.field for key in KEYS if key.of_job} - {"specs", "out"}
    taken = {name: set(signature(getattr(ucwagen, name)).parameters) for name in ("build", "check", "diff", "openapi")}

    assert taken["build"] == said | {"specs", "out", "check", "force"}
    assert taken["check"] == said | {"specs"}
    assert taken["diff"] & said == taken["openapi"] & said == {"package", "distribution"}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"header": ""}, "the header is empty; leave it out, or write a text"),
        ({"header": "x", "header_file": "specs/api.yaml"}, "the header is said as a text and as a file; keep one"),
        ({"license_file": "empty"}, "is empty; it is to be the text of the licence"),
        ({"hooks": ["ruff 'format"]}, "`ruff 'format` is no command: no closing quotation"),
        ({"package": "3x"}, "`3x`"),
    ],
)
def test_check_finds_what_build_refuses(
    work: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], why: str
) -> None:
    monkeypatch.chdir(work)
    Path("empty").touch()

    checked, built = ucwagen.check(**given), ucwagen.build(**given)

    assert checked.faults == built.faults
    assert [why in fault.message for fault in checked.faults] == [True]


def test_diff_and_openapi_take_the_name_of_the_package(work: Path) -> None:
    specs = work / "specs"

    assert ucwagen.openapi(specs, package="acme")["info"]["title"] == "acme"
    assert ucwagen.diff(specs, specs, package="3x").faults


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
