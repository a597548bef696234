"""The known counts of the reference: those of the specs, those of the pages, and how the two agree."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

import forked
from support import BASE, ROOT
from ucwagen import pipeline
from ucwagen.counts import Counts

SPECS = ROOT / "specs"
PAGES = ROOT.parent / "shared" / "docs"
EDITIONS = ("2022", "2016")

needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside this checkout")

HELD = {
    "resources": 239,
    "enumerations": 56,
    "properties": 530,
    "links": 590,
    "operations": 263,
    "operations with samples": 262,
    "query parameters": 60,
    "body parameters": 287,
    "errors": 1378,
    "codes and subcodes": 28,
    "reasons": 189,
    "events": 155,
    "event samples": 124,
    "scopes": 429,
    "members": 328,
    "messages": 1052,
    "shortcuts": 35,
}
ON_PAGES = {
    "2022": {
        "resources": 238,
        "enumerations": 56,
        "properties": 527,
        "links": 573,
        "operations": 263,
        "operations with samples": 262,
        "query parameters": 59,
        "body parameters": 290,
        "errors": 1483,
        "codes and subcodes": 28,
        "events": 167,
        "event samples": 124,
        "scopes": 431,
        "members": 314,
        "messages": 1048,
        "shortcuts": 0,
    },
    "2016": {"resources": 176, "enumerations": 44, "operations": 206, "reasons": 216, "messages": 820},
}


@cache
def figures() -> Counts:
    return pipeline.counts([PAGES / edition for edition in EDITIONS], SPECS)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return forked.run(Path(), "counts", *arguments)


def test_specs_hold_what_is_known():
    done = run("--specs", SPECS, "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert {kind: line["specs"] for kind, line in json.loads(done.stdout).items()} == HELD


def test_table_names_every_kind_of_any_api():
    done = run("--specs", BASE / "specs")

    assert (done.returncode, done.stderr) == (0, "")
    table = {line[:25].strip(): int(line[25:]) for line in done.stdout.splitlines()[2:]}
    assert table.keys() == HELD.keys()
    assert {kind: table[kind] for kind in ("resources", "operations", "errors", "reasons")} == {
        "resources": 2,
        "operations": 3,
        "errors": 3,
        "reasons": 2,
    }


@needs_pages
@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_hold_what_is_known(edition):
    found = {line.kind: line.editions[edition] for line in figures().lines}

    assert {kind: found[kind] for kind in ON_PAGES[edition]} == ON_PAGES[edition]


@needs_pages
def test_pages_and_corrections_make_the_specs():
    assert list(figures().stray()) == []
    assert {line.kind: line.explained for line in figures().lines} == HELD


@needs_pages
def test_every_difference_has_a_name():
    named = {
        line.kind: (line.only_older, line.twice, line.both, line.unpaged, line.added, line.struck)
        for line in figures().lines
    }

    assert {kind: row for kind, row in named.items() if any(row)} == {
        "resources": (0, 0, 0, 1, 0, 0),
        "properties": (2, 0, 0, 0, 2, 1),
        "links": (9, 14, 13, 1, 8, 0),
        "query parameters": (0, 0, 0, 0, 1, 0),
        "body parameters": (0, 0, 0, 0, 5, 8),
        "errors": (0, 105, 0, 0, 0, 0),
        "reasons": (216, 27, 0, 0, 0, 0),
        "events": (3, 18, 0, 0, 4, 1),
        "scopes": (0, 2, 0, 0, 0, 0),
        "members": (0, 0, 0, 0, 14, 0),
        "messages": (4, 0, 0, 0, 0, 0),
        "shortcuts": (0, 0, 0, 35, 0, 0),
    }


@needs_pages
def test_sum_that_does_not_hold_is_a_fault(tmp_path):
    specs = tmp_path / "specs"
    shutil.copytree(SPECS, specs)
    note = specs / "resources" / "note.yaml"
    note.write_text(note.read_text("utf-8").replace("  message:\n", "  words:\n", 1), "utf-8")

    done = run(*(PAGES / edition for edition in EDITIONS), "--specs", specs)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "properties: note properties.words is on no page, and no correction says so",
        "properties: note properties.message is in no spec, and no correction says so",
    ]


MENDED = """### POST json request
# supplied: to = sip:ann@contoso.com
# broken: a comma was missing
POST https://contoso.com/note HTTP/1.1

{}
"""


def test_mends_are_listed_by_kind_with_their_places(tmp_path):
    guide = tmp_path / "examples" / "guides" / "Notes.http"
    guide.parent.mkdir(parents=True)
    for path in (tmp_path / "examples" / "note.http", guide):
        path.write_text(MENDED, "utf-8")

    done, data = run("--mends", "--specs", tmp_path), json.loads(run("--mends", "--specs", tmp_path, "--json").stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "broken: 2",
        f"  {guide}:3: POST json request: a comma was missing",
        f"  {tmp_path}/examples/note.http:3: POST json request: a comma was missing",
        "supplied: 2",
        f"  {guide}:2: POST json request: to = sip:ann@contoso.com",
        f"  {tmp_path}/examples/note.http:2: POST json request: to = sip:ann@contoso.com",
        "placeholder: 0",
        "moved: 0",
        "undocumented: 0",
        "foreign: 0",
    ]
    assert {kind: len(found) for kind, found in data.items() if found} == {"broken": 2, "supplied": 2}
    assert data["broken"][0] == {"place": f"{guide}:3", "section": "POST json request", "text": "a comma was missing"}


def test_mends_of_pages_are_refused(tmp_path):
    assert run(tmp_path, "--mends", "--specs", SPECS).returncode == 2


def test_golden_table_counts_every_mend():
    """Each belongs to a message that a golden test passes through the generated code."""
    page = (ROOT / "docs/documented-messages.md").read_text("utf-8")
    rows = re.findall(r"^\| declared mends: (\w+) \| ([\d,]*) \| ([\d,]*) \|", page, re.MULTILINE)
    listed = json.loads(run("--mends", "--specs", SPECS, "--json").stdout)

    assert {kind: sum(int(cell.replace(",", "") or 0) for cell in cells) for kind, *cells in rows} == {
        kind: len(found) for kind, found in listed.items()
    }
