"""What other projects call: hooks of pre-commit, run by pre-commit itself, and the steps of the GitHub action."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from wheels import LEFT_OUT, ROOT, fresh_environment, from_folders, install_from_index, run, wheelhouse

from support import BASE

BROKEN = "rel: phone\npage: phone_ref\nsummary: A phone.\nlinks:\n  owner:\n    to: mee\n"
FAULT = "link `owner` points to unknown resource `mee`; did you mean `me`?"
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.com")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="hooks and actions are fetched from a git repository"
)


@pytest.fixture(scope="module")
def precommit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pre-commit from the package index, in an environment of its own."""
    fresh = fresh_environment(tmp_path_factory.mktemp("precommit") / "venv")
    install_from_index(fresh, "pre-commit>=4")
    return fresh / "pre-commit"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a user, whose pip finds what ours require in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | from_folders(wheelhouse(tmp_path_factory.getbasetemp()))


@pytest.fixture
def hooks(tmp_path: Path) -> str:
    """The settings of pre-commit that name a repository with the files of this one, and its only commit."""
    copy = tmp_path / "ucwagen"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    run("git", "init", "--quiet", cwd=copy)
    run("git", "add", ".", cwd=copy)
    run(*GIT, "commit", "--quiet", "--message", "now", cwd=copy)
    revision = run("git", "rev-parse", "HEAD", cwd=copy).strip()
    names = [{"id": name} for name in ("ucwagen-check", "ucwagen-build")]
    return yaml.safe_dump({"repos": [{"repo": str(copy), "rev": revision, "hooks": names}]})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with specs."""
    copy = tmp_path / "project"
    shutil.copytree(BASE / "specs", copy / "specs")
    run("git", "init", "--quiet", cwd=copy)
    run("git", "add", ".", cwd=copy)
    run(*GIT, "commit", "--quiet", "--message", "specs", cwd=copy)
    return copy


def test_hooks_check_and_build(
    precommit: Path, project: Path, hooks: str, environment: dict[str, str], tmp_path: Path
) -> None:
    variables = environment | {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    (project / ".pre-commit-config.yaml").write_text(hooks)
    run("git", "add", ".", cwd=project)

    def hook(name: str, *options: str) -> subprocess.CompletedProcess[str]:
        line = [precommit, "run", name, "--verbose", *options]
        return subprocess.run(line, cwd=project, env=variables, capture_output=True, text=True, check=False)

    good = hook("ucwagen-check", "--all-files")
    assert (good.returncode, "no faults in 2 resources" in good.stdout) == (0, True), good.stdout + good.stderr
    (project / "specs/resources/phone.yaml").write_text(BROKEN.partition("links")[0])
    run("git", "add", ".", cwd=project)
    built = hook("ucwagen-build", "--all-files")
    assert "files changed in generated" in built.stdout, built.stdout + built.stderr

    run("git", "add", ".", cwd=project)
    run(*GIT, "commit", "--quiet", "--message", "built", cwd=project)
    assert list(project.glob("generated/*/resources/phone.py"))
    run("git", "rm", "--quiet", "specs/resources/phone.yaml", cwd=project)
    removed = hook("ucwagen-build")  # pre-commit passes over removed files
    assert "Skipped" not in removed.stdout, removed.stdout
    assert not list(project.glob("generated/*/resources/phone.py"))

    (project / "specs/resources/phone.yaml").write_text(BROKEN)
    run("git", "add", ".", cwd=project)
    bad = hook("ucwagen-check", "--all-files")
    assert bad.returncode == 1
    assert f"specs/resources/phone.yaml:6:9: error: {FAULT}" in bad.stdout


def test_steps_of_the_action_annotate_faults(project: Path, environment: dict[str, str], tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    defaults = {name: str(given["default"]) for name, given in action["inputs"].items()}
    runner = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT)}
    (project / "specs/resources/phone.yaml").write_text(BROKEN)

    def value(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: defaults[found[1]], text)

    outputs = []
    for step in action["runs"]["steps"]:
        names = {name: value(text) for name, text in step["env"].items()}
        where = project / value(step.get("working-directory", "."))
        line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            line, cwd=where, env=environment | runner | names, capture_output=True, text=True, check=False
        )
        outputs.append((done.returncode, done.stdout, done.stderr))

    assert [code for code, *_ in outputs] == [0, 1], outputs
    assert (
        outputs[-1][1] == f"::error title=ucwagen,file=specs/resources/phone.yaml,line=6,col=9,endColumn=12::{FAULT}\n"
    )
