"""The command in a project with a configuration: jobs, options, and the form of faults."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from running import BROKEN, run

from support import BASE
from ucwagen.exits import Exit

JOBS = """
[tool.ucwagen.jobs]
first = { specs = "one", out = "src/first" }
second = { specs = "two", out = "src/second" }
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two jobs, and a folder deep inside it."""
    for name in ("one", "two"):
        shutil.copytree(BASE / "specs", tmp_path / name)
    (tmp_path / "pyproject.toml").write_text(JOBS)
    (tmp_path / "docs/notes").mkdir(parents=True)
    return tmp_path


def break_spec(specs: Path) -> None:
    (specs / "resources/phone.yaml").write_text(BROKEN)


def test_every_job_is_built_from_any_folder_below(project: Path) -> None:
    done = run(project / "docs/notes", "build")

    assert (done.returncode, done.stdout) == (Exit.OK, "")
    assert [line.split(" ", 1)[1].split(" in ")[1] for line in done.stderr.splitlines()] == [
        "../../src/first",
        "../../src/second",
    ]
    assert run(project, "build").stderr == "src/first is up to date\nsrc/second is up to date\n"
    assert run(project, "build", "--check", "--quiet").stderr == ""


def test_one_job_is_built_by_name(project: Path) -> None:
    assert run(project, "build", "--job", "second", "-q").stderr == ""

    assert [path.name for path in (project / "src").iterdir()] == ["second"]
    wrong = run(project, "build", "--job", "secnd")
    assert wrong.returncode == Exit.USAGE
    assert "no job `secnd` in pyproject.toml; did you mean `second`?" in wrong.stderr


def test_faults_of_one_job_do_not_keep_the_other_from_being_built(project: Path) -> None:
    break_spec(project / "one")

    done = run(project, "build")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/phone.yaml:6:9: error: link `owner`" in done.stderr
    assert [path.name for path in (project / "src").iterdir()] == ["second"]


def test_faults_of_all_jobs_are_one_report(project: Path) -> None:
    break_spec(project / "one")
    break_spec(project / "two")

    for line in (["check"], ["build"], ["build", "--check"], ["build", "--diff"]):
        done = run(project, *line, "--error-format", "json")
        assert done.returncode == Exit.FAULTS
        found = json.loads(done.stdout)["faults"]
        assert [fault["path"] for fault in found] == ["one/resources/phone.yaml", "two/resources/phone.yaml"]


def test_the_form_of_faults_may_be_configured_and_an_option_wins(project: Path) -> None:
    break_spec(project / "one")
    (project / "pyproject.toml").write_text('[tool.ucwagen]\nerror-format = "github"\nspecs = "one"\n')

    assert run(project, "build").stdout.startswith("::error title=ucwagen,file=one/resources/phone.yaml,line=6,col=9")
    assert run(project, "check", "--error-format=text").stdout == ""
    assert "<testsuites" in run(project, "check", "--error-format", "junit").stdout


def test_a_report_for_machines_says_that_there_are_no_faults(project: Path) -> None:
    assert json.loads(run(project, "check", "--error-format", "json").stdout)["faults"] == []
    assert json.loads(run(project, "build", "--error-format", "json").stdout)["faults"] == []


def test_a_file_that_cannot_be_read_is_a_fault_of_the_report(project: Path) -> None:
    done = run(project, "check", "--specs", "none", "--error-format", "json")

    assert done.returncode == Exit.DISK
    assert [(one["path"], one["message"]) for one in json.loads(done.stdout)["faults"]] == [
        ("none", "No such file or directory")
    ]


def test_an_unknown_key_stops_every_command(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.ucwagen]\nspec = "one"\n')

    for line in (["build"], ["build", "--specs", "one"], ["check"], ["model"], ["schema", "--check"], ["counts"]):
        done = run(project, *line)
        assert done.returncode == Exit.FAULTS
        assert "pyproject.toml:2:1: error: unknown key `spec`; did you mean `specs`?" in done.stderr


def test_a_command_for_one_folder_asks_which_job(project: Path) -> None:
    asked = run(project, "model")

    assert asked.returncode == Exit.USAGE
    assert "choose a job with --job: `first`, `second`" in asked.stderr
    assert json.loads(run(project, "model", "--job", "first").stdout)


def test_check_of_files_checks_the_folders_that_hold_them(project: Path) -> None:
    """A fault in another file of the folder is shown too: the change may have caused it."""
    break_spec(project / "two")

    assert run(project, "check", "one/api.yaml").returncode == Exit.OK
    assert "two/resources/phone.yaml:6:9" in run(project, "check", "two/api.yaml", "one/api.yaml").stderr
    outside = run(project, "check", "pyproject.toml")
    assert outside.returncode == Exit.USAGE
    assert "pyproject.toml is in no folder of specs: one, two" in outside.stderr


def test_check_of_files_warns_of_these_files(project: Path) -> None:
    unfinished = "rel: fax\npage: none\nsummary: TODO\n"
    for name in ("fax", "pager"):
        (project / f"one/resources/{name}.yaml").write_text(unfinished.replace("fax", name))

    done = run(project, "check", "one/resources/fax.yaml", "--strict")

    assert done.returncode == Exit.FAULTS
    assert "one/resources/fax.yaml:3:10: warning" in done.stderr
    assert "pager.yaml" not in done.stderr


def test_diff_prints_a_patch_and_writes_nothing(project: Path) -> None:
    run(project, "build")
    spec = project / "one/resources/me.yaml"
    spec.write_text(spec.read_text().replace("summary: ", "summary: New words. ", 1))
    added = (
        (project / "two/resources/me.yaml").read_text().replace("rel: me\n", "rel: us\n").replace("me_ref", "us_ref")
    )
    (project / "two/resources/us.yaml").write_text(added)
    before = {path: path.read_bytes() for path in (project / "src").rglob("*") if path.is_file()}

    shown = run(project, "build", "--diff")
    checked = run(project, "build", "--diff", "--check")

    assert (shown.returncode, checked.returncode) == (Exit.OK, Exit.FAULTS)
    assert shown.stdout == checked.stdout
    assert "+++ b/src/first/" in shown.stdout
    assert "--- /dev/null\n+++ b/src/second/" in shown.stdout
    assert before == {path: path.read_bytes() for path in (project / "src").rglob("*") if path.is_file()}
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], cwd=project, input=shown.stdout, text=True, check=True)
    assert run(project, "build", "--check").returncode == Exit.OK


def test_specs_are_not_built_over_the_package_of_others(project: Path) -> None:
    run(project, "build", "--job", "first")
    api = project / "two/api.yaml"
    api.write_text(api.read_text().replace("name: ", "name: other_", 1))

    refused = run(project, "build", "--specs", "two", "--out", "src/first")
    forced = run(project, "build", "--specs", "two", "--out", "src/first", "--force")

    assert refused.returncode == Exit.DISK
    assert "src/first: holds the package" in refused.stderr
    assert "use --force to replace it" in refused.stderr
    assert forced.returncode == Exit.OK
