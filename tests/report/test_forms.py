"""Faults in the forms for machines: each valid by its schema, none of a fault lost, whatever its text holds."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ucwagen.diagnostics import Diagnostic, Faults, Source, Span, visible
from ucwagen.report import FORMS, as_github, as_json

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = jsonschema.validators.validator_for(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))(
    json.loads((SCHEMAS / "sarif-2.1.0.json").read_text())
)
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
ANNOTATION = re.compile(
    r"::(error|warning) title=ucwagen,file=([^,:]+),line=(\d+),col=(\d+)(?:,endColumn=(\d+))?::(.+)"
)

SOURCE = Source("specs/phone.yaml", "rel: phone\nlinks: 3\n")
TWO = [
    Diagnostic(Span(SOURCE, 2, 8, 9), "must be a mapping", ((Span(SOURCE, 1, 1, 4), "declared here"),)),
    Diagnostic(Span(SOURCE, 1, 1), "100% wrong: <&>\nand more", severity="warning"),
]
NONE: list[Diagnostic] = []

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
paths = texts.filter(lambda path: "\0" not in path)
spans = st.builds(
    Span, st.builds(Source, paths, st.text()), st.integers(1, 99), st.integers(1, 99), st.integers(0, 200)
)
faults = st.builds(
    Diagnostic,
    spans,
    texts,
    st.lists(st.tuples(spans, texts), max_size=2).map(tuple),
    st.sampled_from(["error", "warning"]),
)
runs = st.lists(faults, max_size=4)


def annotations(found: Sequence[Diagnostic]) -> list[tuple[str, ...]]:
    matches = [ANNOTATION.fullmatch(line) for line in FORMS["github"](found).split("\n")[:-1]]
    return [tuple(match.groups("")) if match else ("no annotation",) for match in matches]


def decoded(text: str) -> str:
    return text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@given(runs)
def test_json_holds_every_fault(found: list[Diagnostic]) -> None:
    data: Any = json.loads(as_json.text(found))

    jsonschema.Draft202012Validator(as_json.SCHEMA).validate(data)
    assert [(one["path"], one["line"], one["message"], one["severity"]) for one in data["faults"]] == [
        (fault.span.source.path, fault.span.line, fault.message, fault.severity) for fault in found
    ]


@given(runs)
def test_annotations_hold_every_fault_on_a_line_of_its_own(found: list[Diagnostic]) -> None:
    lines = annotations(found)

    shown = [as_github.from_checkout(one.span.source.path) or one.span.source.path for one in found]
    assert [(line[0], decoded(line[1])) for line in lines] == list(
        zip([one.severity for one in found], shown, strict=True)
    )
    assert all(decoded(line[5]).startswith(fault.message) for line, fault in zip(lines, found, strict=True))


@given(runs)
def test_sarif_is_valid_and_holds_every_fault(found: list[Diagnostic]) -> None:
    data: Any = json.loads(FORMS["sarif"](found))

    SARIF.validate(data)
    results = data["runs"][0]["results"]
    assert [(one["level"], one["message"]["text"]) for one in results] == [(one.severity, one.message) for one in found]


@given(runs)
def test_junit_is_valid_and_fails_for_errors_alone(found: list[Diagnostic]) -> None:
    report = etree.fromstring(FORMS["junit"](Faults(found).diagnostics).encode())

    JUNIT.assertValid(report)
    failed = {case.get("name") for case in report.iter("testcase") if case.find("failure") is not None}
    assert failed == {visible(fault.span.source.path) for fault in found if fault.severity == "error"}
    assert report.get("failures") == str(len(failed))


def test_annotations_say_related_places_and_columns() -> None:
    assert annotations(TWO) == [
        ("error", "specs/phone.yaml", "2", "8", "9", "must be a mapping%0Aspecs/phone.yaml:1:1: declared here"),
        ("warning", "specs/phone.yaml", "1", "1", "", "100%25 wrong: <&>%0Aand more"),
    ]


def sarif_places(found: Sequence[Diagnostic]) -> list[dict[str, str]]:
    results = json.loads(FORMS["sarif"](found))["runs"][0]["results"]
    return [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in results]


def test_sarif_paths_are_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    there = Diagnostic(Span(Source("specs/a b%.yaml", ""), 1, 1), "wrong")
    outside = Diagnostic(Span(Source("/etc/ä.yaml", ""), 1, 1), "wrong")

    places = sarif_places([there, outside])

    assert places == [
        {"uri": "specs/a%20b%25.yaml", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///etc/%C3%A4.yaml"},
    ]
    assert unquote(places[0]["uri"]) == there.span.source.path


@pytest.mark.parametrize("kind", ["repository", "worktree", "workspace", "none"])
@pytest.mark.parametrize("below", [".", "app", "app/deep"])
def test_paths_count_from_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, below: str) -> None:
    """As git names the top level, wherever the command runs; without a repository, from the working directory."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    root = tmp_path / "checkout"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com"]
    if kind == "worktree":
        subprocess.run([*git, "init", "--quiet", tmp_path / "main"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "x"], cwd=tmp_path / "main", check=True)
        subprocess.run([*git, "worktree", "add", "--quiet", root], cwd=tmp_path / "main", check=True)
    elif kind == "repository":
        subprocess.run([*git, "init", "--quiet", root], check=True)
    elif kind == "workspace":
        monkeypatch.setenv("GITHUB_WORKSPACE", str(root))
    (root / "app/deep").mkdir(parents=True)
    here = root / below
    monkeypatch.chdir(here)
    file = root / "app/specs/phone.yaml"

    for name in (str(file), os.path.relpath(file, here)):
        found = [Diagnostic(Span(Source(name, ""), 1, 1), "wrong")]
        within = kind != "none" or file.is_relative_to(here)
        due = file.relative_to(here if kind == "none" else root).as_posix() if within else name
        assert annotations(found)[0][1] == due
        assert sarif_places(found) == [{"uri": due, "uriBaseId": "%SRCROOT%"} if within else {"uri": file.as_uri()}]


@pytest.mark.parametrize("form", FORMS)
def test_a_run_without_faults_is_valid(form: str) -> None:
    text = FORMS[form](NONE)

    if form == "json":
        assert json.loads(text) == {"version": 1, "faults": []}
    elif form == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    elif form == "junit":
        suite = etree.fromstring(text.encode())
        JUNIT.assertValid(suite)
        assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    else:
        assert text == ""
