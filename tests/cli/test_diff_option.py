"""``--diff`` in a project with jobs: the patch, and what it leaves room for on standard output."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from running import break_spec, output, run

from ucwagen.exits import Exit


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


def test_a_patch_makes_the_whole_tree(project: Path) -> None:
    """Files without content too."""
    shown = run(project, "build", "--diff")

    subprocess.run(["git", "apply", "--unsafe-paths", "-"], cwd=project, input=shown.stdout, text=True, check=True)

    assert run(project, "build", "--check").returncode == Exit.OK


def test_a_patch_removes_files_and_what_an_editor_left(project: Path) -> None:
    """Line ends that Python knows and git does not are characters of a line."""
    run(project, "build", "--job", "first")
    package = project / "src/first"
    module, marker = sorted(package.glob("*/__init__.py"))[0], sorted(package.glob("*/py.typed"))[0]
    with module.open("a", newline="") as opened:
        opened.write("a\fb\u2028c\rd")
    (package / "old").touch()
    marker.write_text("partial")
    with (package / ".ucwagen/manifest").open("a") as manifest:
        manifest.write("file old\n")

    shown = output(project, "build", "--job", "first", "--diff")
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], cwd=project, input=shown, check=True)

    assert not (package / "old").exists()
    assert marker.read_bytes() == b""
    assert run(project, "build", "--check", "--job", "first").returncode == Exit.OK


@pytest.mark.parametrize("below", [".", "docs/notes"])
@pytest.mark.parametrize("out", ["src/my first", "{}/src/first"])
def test_a_patch_applies_in_the_folder_of_the_project(project: Path, below: str, out: str) -> None:
    """Wherever below it the command runs, and however the folder is named."""
    (project / "pyproject.toml").write_text(f'[tool.ucwagen]\nspecs = "one"\nout = "{out.format(project)}"\n')

    shown = run(project / below, "build", "--diff")
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], cwd=project, input=shown.stdout, text=True, check=True)

    assert run(project, "build", "--check").returncode == Exit.OK


def test_a_report_of_faults_leaves_no_room_for_a_patch(project: Path) -> None:
    """Standard output is one or the other; as text, faults go to standard error."""
    break_spec(project / "one")

    for form in ("json", "sarif"):
        for line in (["--diff"], ["--diff", "--check"]):
            done = run(project, "build", *line, "--error-format", form)
            assert (done.returncode, bool(json.loads(done.stdout))) == (Exit.FAULTS, True)
            assert "the patch is left out" in done.stderr
    text = run(project, "build", "--diff")
    assert (text.returncode, text.stdout.startswith("diff --git a/src/second/")) == (Exit.FAULTS, True)
    assert "error: link `owner`" in text.stderr


def test_a_patch_is_not_mixed_with_a_report_of_no_faults(project: Path) -> None:
    assert run(project, "build", "--diff", "--error-format", "json").stdout == run(project, "build", "--diff").stdout
