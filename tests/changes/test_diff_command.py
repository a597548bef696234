"""What ``ucwagen diff`` prints and writes: forms, exit codes, jobs, the change log; and the same as a library."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from test_diff_cases import lay_out

import ucwagen
from support import CASES
from ucwagen.changes.forms import as_json, as_markdown
from ucwagen.changes.forms.changelog import BEGIN, END
from ucwagen.changes.forms.words import Titled
from ucwagen.cli import main

Said = Callable[..., tuple[int, str, str]]
MIXED = CASES / "changes"


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs ``ucwagen diff``; returns its exit code and what it printed."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["diff", *words])
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders ``old`` and ``new`` with changes of every class."""
    lay_out(MIXED, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("form", "file"), [("text", "text.txt"), ("json", "data.json"), ("markdown", "comment.md")])
def test_forms_read_as_expected(form, file, work, said, golden):
    code, out, err = said("old", "new", "--format", form)

    golden(MIXED / file, out)
    assert (code, err) == (0, "")


def test_json_fits_its_schema(work, said):
    Draft202012Validator.check_schema(as_json.SCHEMA)
    data = json.loads(said("old", "new", "--format", "json")[1])

    Draft202012Validator(as_json.SCHEMA).validate(data)
    (comparison,) = data["comparisons"]
    assert comparison["counts"] == {
        impact: sum(change["class"] == impact for change in comparison["changes"]) for impact in as_json.CLASSES
    }
    for change in comparison["changes"]:
        lines = Path(change["path"]).read_text("utf-8").splitlines()
        assert change["path"].partition("/")[2] == change["file"]
        assert len(lines) >= change["line"]
        assert len(lines[change["line"] - 1]) >= change["column"]


@pytest.mark.parametrize(
    ("case", "codes"),
    [
        ("property-removed", {"breaking": 1, "addition": 1, "cosmetic": 1}),
        ("property-added", {"breaking": 0, "addition": 1, "cosmetic": 1}),
        ("order-changed", {"breaking": 0, "addition": 0, "cosmetic": 1}),
    ],
)
def test_exit_code_follows_from_the_class(case, codes, tmp_path, monkeypatch, said):
    lay_out(CASES / "diff" / case, tmp_path)
    monkeypatch.chdir(tmp_path)

    assert {name: said("old", "new", "--fail-on", name)[0] for name in codes} == codes
    assert said("old", "new")[0] == 0
    assert {name: said("old", "old", "--fail-on", name)[0] for name in codes} == dict.fromkeys(codes, 0)


@pytest.mark.parametrize(
    ("case", "old", "new", "words"),
    [
        ("property-removed", "1.4.2", "1.5.0", "to at least 2.0.0: a breaking change raises the first number, but"),
        ("property-removed", "1.4.2", "2.0.0", "as the new specs say, 2.0.0."),
        ("property-added", "1.4.2", "1.4.3", "to at least 1.5.0: an addition raises the second number, but"),
        ("order-changed", "1.4.2", "1.4.3", "to at least 1.4.3: a cosmetic change raises the third number, as"),
        ("property-removed", "0.4.2", "0.4.3", "to at least 0.5.0: a breaking change raises the second number, but"),
        ("property-added", "0.4.2", "0.4.3", "to at least 0.4.3: an addition raises the third number, as"),
        ("property-removed", "2.0.0rc1", "2.0.0rc2", "to at least 2.0.0: a breaking change raises"),
        ("property-removed", "2.1.0rc1", "2.1.0", "to at least 3.0.0: a breaking change raises the first number, but"),
        ("property-removed", "7", "8", "from 7 to at least 8.0.0: a breaking change raises the first number, as"),
        ("property-removed", "1!1.2", "1!2.0", "to at least 1!2.0.0: a breaking change raises the first number, as"),
    ],
)  # fmt: skip
def test_version_step_follows(case, old, new, words, tmp_path, monkeypatch, said):
    lay_out(CASES / "diff" / case, tmp_path)
    monkeypatch.chdir(tmp_path)
    for side, version in (("old", old), ("new", new)):
        path = Path(side, "api.yaml")
        path.write_text(path.read_text("utf-8").replace("version: 1.0.0", f"version: {version}"), "utf-8")

    text = " ".join(said("old", "new")[1].split())

    assert words in text
    assert ("Before 1.0.0" in text) == old.startswith("0.")


def test_change_log_is_kept(work, said):
    log = work / "CHANGELOG.md"
    log.write_text("# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- By hand.\n\n## 1.0.0\n\n- First.\n")

    assert "CHANGELOG.md: written" in said("old", "new", "--changelog", "CHANGELOG.md")[2]
    first = log.read_text("utf-8")
    assert "CHANGELOG.md: is up to date" in said("old", "new", "--changelog", "CHANGELOG.md")[2]

    assert log.read_text("utf-8") == first
    assert first.index("[Unreleased]") < first.index(BEGIN) < first.index(END) < first.index("By hand.")
    assert first.index("By hand.") < first.index("## 1.0.0\n\n- First.\n")
    assert "### Removed\n\n- Property `title` of `memo` is removed.\n" in first
    said("old", "old", "--changelog", "CHANGELOG.md")
    assert "title" not in log.read_text("utf-8")
    assert "- By hand.\n\n## 1.0.0" in log.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Changelog\n",
        "# Changelog\n\n## 1.0.0\n\n- First.\n",
        "## Unreleased",
        "# Log\r\n\r\n## Unreleased\r\n- Mine.\r\n",
    ],
)
def test_change_log_of_any_form_gets_one_entry(text, work, said):
    log = work / "CHANGES.md"
    if text:
        log.write_bytes(text.encode())

    said("old", "new", "--changelog", "CHANGES.md")
    first = log.read_bytes()
    said("old", "new", "--changelog", "CHANGES.md")

    assert log.read_bytes() == first
    assert first.count(BEGIN.encode()) == first.lower().count(b"## unreleased") == 1
    assert (b"\r\n" in first) == ("\r\n" in text)
    assert first.count(b"\r\n") in (0, first.count(b"\n"))
    assert all(line.encode() in first for line in text.splitlines())


def test_jobs_of_a_project_are_compared(tmp_path, monkeypatch, said):
    for name in ("billing", "orders"):
        shutil.copytree(CASES / "base/specs", tmp_path / "apis" / name)
    (tmp_path / "ucwagen.toml").write_text(
        '[jobs.billing]\nspecs = "apis/billing"\nout = "b"\n[jobs.orders]\nspecs = "apis/orders"\nout = "o"\n'
    )
    lay_out(MIXED, tmp_path)
    monkeypatch.chdir(tmp_path)

    code, out, _ = said("old", "--job", "orders", "--format", "json")
    assert (code, json.loads(out)["comparisons"][0]["new"]) == (0, "apis/orders")
    code, _, err = said("old")
    assert (code, "choose a job with --job: `billing`, `orders`" in err) == (2, True)


def test_several_jobs_are_one_answer(tmp_path, monkeypatch, said):
    lay_out(MIXED, tmp_path)
    table = '[jobs.billing]\nspecs = "{0}"\nout = "b"\n[jobs.orders]\nspecs = "new"\nout = "o"\npackage = "orders"\n'
    (tmp_path / "ucwagen.toml").write_text(table.format("old"))
    git = ("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "first")):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    for side, words in (("old", ("name: tiny", "name: small")), ("new", ("name: tiny", "name: small"))):
        path = Path(side, "api.yaml")
        path.write_text(path.read_text("utf-8").replace(*words), "utf-8")

    for words in (("HEAD", "new"), ("HEAD:new",), ("./new", "HEAD")):
        (only,) = json.loads(said(*words, "--format", "json")[1])["comparisons"]
        assert only["job"] == "orders", "the folder is that of one job"
    data = json.loads(said("HEAD", "--format", "json", "--changelog", "CHANGELOG.md")[1])["comparisons"]

    assert [(one["job"], one["old"], one["new"]) for one in data] == [
        ("billing", "HEAD:old", "old"),
        ("orders", "HEAD:new", "new"),
    ]
    rules = [{change["rule"] for change in one["changes"]} for one in data]
    assert rules == [{"package-renamed", "base-error-renamed"}, set()], "the second job names its package"
    assert "- `billing`: The package is `small`, was `tiny`.\n" in Path("CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("old", "new", "--job", "billing"), "both sides name their folder; leave out --job and --specs"),
        (("old", "new", "--specs", "old"), "both sides name their folder; leave out --job and --specs"),
        (("old", "--job", "billing", "--job", "orders"), "one side names a folder, so that one job is the other"),
    ],
)
def test_options_without_a_meaning_are_refused(words, why, work, said):
    code, out, err = said(*words)

    assert (code, out) == (2, "")
    assert why in err


def test_markdown_shows_names_as_they_are():
    nasty = "property `a`b` of `<img src=x>` @team #1 *x* <b> [l](http://x) | ~"
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(f"- {as_markdown.escaped(nasty)}\n")
    kinds = {child.type for token in tokens for child in token.children or ()}

    assert kinds <= {"text", "code_inline"}


def test_markdown_fits_into_a_comment(work):
    report = ucwagen.diff("old", "new")
    comparison = ucwagen.changes.types.change.Comparison(report.changes * 2000, report.version)
    text = as_markdown.text([Titled("old", "new", comparison)])

    assert len(text) < 65_536
    assert " more; `ucwagen diff` lists them all." in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_library_gives_the_same(work, said):
    report = ucwagen.diff("old", "new")
    data = json.loads(said("old", "new", "--format", "json")[1])["comparisons"][0]

    assert report.ok
    assert report.breaks
    assert report.raise_for_faults() is report
    assert [change.rule.id for change in report.changes] == [change["rule"] for change in data["changes"]]
    assert report.version.due == data["version"]["due"]
    assert ucwagen.diff(Path("old"), Path("old")) == ucwagen.diff("old", specs="old")
    with pytest.raises(ucwagen.RevisionError, match="`v9` is "):
        ucwagen.diff("v9", "new")
    Path("old/api.yaml").write_text("no: spec\n")
    faults = ucwagen.diff("old", "new")
    assert not faults.ok
    assert faults.faults[0].message.startswith("in the old specs: ")


def test_nothing_is_written_without_being_asked(work, said):
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    said("old", "new", "--format", "markdown", "--fail-on", "cosmetic")

    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before
