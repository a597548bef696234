"""The command as users and build steps run it: a real process, its exit code, and its output on both streams."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import BROKEN, GENERATOR, environment, run

from ucwagen.exits import MEANING, Exit

BUILDS = [("build", "--check"), ("build",), ("build",), ("build", "--check")]


def test_version(work: Path) -> None:
    done = run(work, "--version")

    assert done.returncode == Exit.OK
    assert re.fullmatch(r"ucwagen \d+\.\d+\.\d+\S*\n", done.stdout)


def test_help_names_every_command_and_every_exit_code(work: Path) -> None:
    done = run(work, "--help")

    assert done.returncode == Exit.OK
    for name in ("check", "build", "model", "schema", "capture", "counts"):
        assert re.search(rf"^  {name} +[A-Z]", done.stdout, re.MULTILINE)
    for code, words in MEANING.items():
        assert re.search(rf"^ +{code} +{re.escape(words)}$", done.stdout, re.MULTILINE)


def test_help_is_quick(work: Path) -> None:
    """Modules that take long to import are imported when they are needed."""
    listing = [sys.executable, "-X", "importtime", "-m", "ucwagen", "--help"]

    done = subprocess.run(listing, cwd=work, env=environment(), capture_output=True, text=True, check=True)

    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & {"pydantic", "yaml", "rich", "jinja2", "black", "markdown_it", "ucwagen.model"}


@pytest.mark.parametrize("arguments", [("bild",), ("build", "--chek"), ("check", "extra"), ("build", "--out"), ()])
def test_wrong_command_line(work: Path, arguments: tuple[str, ...]) -> None:
    done = run(work, *arguments)

    assert done.returncode == Exit.USAGE
    assert done.stdout == ""
    assert "--help" in done.stderr


def test_check_of_good_specs_says_so_on_stderr(work: Path) -> None:
    done = run(work, "check")

    assert (done.returncode, done.stdout) == (Exit.OK, "")
    assert done.stderr == "no faults in 2 resources and 2 enumerations\n"


def test_faults_are_plain_lines_with_their_places_then_their_number(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    (work / "specs/resources/fax.yaml").write_text(BROKEN.replace("phone", "fax").replace("owner", "user"))

    done = run(work, "check")

    assert (done.returncode, done.stdout) == (Exit.FAULTS, "")
    assert done.stderr.splitlines() == [
        "specs/resources/fax.yaml:6:9: error: link `user` points to unknown resource `mee`; did you mean `me`?",
        "        to: mee",
        "            ^~~",
        "specs/resources/phone.yaml:6:9: error: link `owner` points to unknown resource `mee`; did you mean `me`?",
        "        to: mee",
        "            ^~~",
        "2 faults in 2 files",
    ]


@pytest.mark.parametrize("arguments", [("check",), ("build",), ("build", "--check"), ("model",)])
def test_every_command_stops_at_faults_and_changes_nothing(work: Path, arguments: tuple[str, ...]) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    before = sorted(work.rglob("*"))

    done = run(work, *arguments)

    assert (done.returncode, done.stdout) == (Exit.FAULTS, "")
    assert done.stderr.endswith("1 fault in 1 file\n")
    assert sorted(work.rglob("*")) == before


@pytest.mark.parametrize("typed", ["specs", "./specs", "../{name}/specs", "{work}/specs"])
def test_paths_are_shown_as_they_were_typed(work: Path, typed: str) -> None:
    (work / "specs/resources/phone.yaml").write_text(BROKEN)
    folder = typed.format(name=work.name, work=work)

    done = run(work, "check", "--specs", folder)

    assert done.stderr.startswith(f"{folder.removeprefix('./')}/resources/phone.yaml:6:9: error: ")


def test_bytes_that_are_not_utf_8_have_a_place(work: Path) -> None:
    (work / "specs/resources/phone.yaml").write_bytes(b"rel: phone\nsummary: caf\xe9\n")

    done = run(work, "check")

    assert done.returncode == Exit.FAULTS
    assert done.stderr.startswith("specs/resources/phone.yaml:2:13: error: byte 0xE9 is not UTF-8")


def test_file_with_another_ending_is_not_passed_over(work: Path) -> None:
    (work / "specs/resources/phone.yml").write_text(BROKEN)

    done = run(work, "check")

    assert done.returncode == Exit.FAULTS
    assert "specs/resources/phone.yml:1:1: error: this file is not read: specs end in `.yaml`" in done.stderr


def test_model_is_sorted_json_and_the_same_anywhere(work: Path) -> None:
    first = run(work, "model", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    second = run(work.parent, "model", "--specs", str(work / "specs"), PYTHONHASHSEED="2", LC_ALL="C", TZ="Asia/Tokyo")

    assert (first.returncode, first.stderr) == (Exit.OK, "")
    assert first.stdout == second.stdout
    data = json.loads(first.stdout)
    assert first.stdout == json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert sorted(data["resources"]) == ["me", "note"]


def test_schema_is_written_once_and_checked(work: Path) -> None:
    stale = run(work, "schema", "--check")
    first, second, fresh = run(work, "schema"), run(work, "schema"), run(work, "schema", "--check")

    assert (stale.returncode, stale.stderr) == (
        Exit.FAULTS,
        "specs/schema.json: out of date\n1 file out of date; run `ucwagen schema`\n",
    )
    assert first.stderr == "specs/schema.json written\n"
    assert second.stderr == "specs/schema.json is up to date\n"
    assert (fresh.returncode, fresh.stdout + fresh.stderr) == (Exit.OK, "")
    assert sorted(path.name for path in (work / "specs").iterdir() if path.suffix == ".json") == ["schema.json"]
    assert not [path for path in (work / "specs").iterdir() if path.name.startswith(".")]


def test_schema_with_windows_line_ends_is_up_to_date(work: Path) -> None:
    run(work, "schema")
    path = work / "specs/schema.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert run(work, "schema", "--check").returncode == Exit.OK
    assert run(work, "schema").stderr == "specs/schema.json is up to date\n"


def test_build_writes_then_has_nothing_to_do(work: Path) -> None:
    stale, first, second, fresh = (run(work, *words) for words in BUILDS)

    assert (stale.returncode, stale.stdout) == (Exit.FAULTS, "")
    assert stale.stderr.startswith("generated/")
    assert stale.stderr.endswith("files out of date; run `ucwagen build`\n")
    assert re.fullmatch(r"\d+ files changed in generated\n", first.stderr)
    assert second.stderr == "generated is up to date\n"
    assert [(done.returncode, done.stdout) for done in (first, second, fresh)] == [(Exit.OK, "")] * 3
    assert fresh.stderr == ""


def test_build_goes_where_it_is_told(work: Path) -> None:
    done = run(work, "build", "--specs", "specs", "--out", "elsewhere/deep")

    assert done.stderr.endswith("changed in elsewhere/deep\n")
    assert (work / "elsewhere/deep/pyproject.toml").is_file()
    assert not (work / "generated").exists()


@pytest.mark.parametrize("debug", [False, True])
def test_bug_in_ucwagen_asks_for_a_report(work: Path, debug: bool) -> None:
    (work / "sitecustomize.py").write_text(
        "import ucwagen.pipeline.checking\nucwagen.pipeline.checking.collect = lambda *_: 1 / 0\n"
    )

    done = run(work, *(["--debug"] if debug else []), "check", PYTHONPATH=f"{work}{os.pathsep}{GENERATOR}")

    assert done.returncode == Exit.BUG
    assert "internal error: ZeroDivisionError: division by zero" in done.stderr
    assert "report" in done.stderr
    assert ("Traceback" in done.stderr) is debug
