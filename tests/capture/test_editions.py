"""Editions are what api.yaml lists, the newest last: pages lie in folders of these names, given in any order."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from ucwagen.cli import main

BASE = Path(__file__).parents[1] / "cases" / "base" / "specs"
TABLE = "|Name|Description|\n|:--|:--|\n"
PAGE = "# {name}\n\n### Properties\n\n" + TABLE + "|{row}|A string.|\n|kind|What it is ([Mood](Mood_ref.md)).|\n"
MOOD = "# Mood\n\nHow it feels.\n\n## Members\n\n" + TABLE + "|{member}|Well.|\n"
GUIDE = "# Guide\n\n```\nGET https://x/memo/{row} HTTP/1.1\n```\n"

Capture = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def capture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Capture:
    """Runs the command beside specs whose api.yaml lists the editions; gives its exit code and what it said."""
    monkeypatch.chdir(tmp_path)

    def run(editions: str, *arguments: str, into: str = "specs") -> tuple[int, list[str]]:
        put(f"{into}/api.yaml", (BASE / "api.yaml").read_text("utf-8") + editions)
        put(f"{into}/errors.yaml", (BASE / "errors.yaml").read_text("utf-8"))
        code = main(["capture", *arguments, "--into", into])
        return code, capsys.readouterr().err.splitlines()

    return run


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def pages(folder: str, row: str) -> None:
    """An edition of three pages; ``row`` is what it has alone."""
    put(f"{folder}/memo_ref.md", PAGE.format(name="memo", row=row))
    put(f"{folder}/Mood_ref.md", MOOD.format(member=row.title()))
    put(f"{folder}/Guide.md", GUIDE.format(row=row))


def written(into: str) -> dict[str, str]:
    return {path.relative_to(into).as_posix(): path.read_text("utf-8") for path in sorted(Path(into).glob("*/**/*.*"))}


LISTED = "editions: [v1, v1.1, v2]\n"


def test_newest_edition_is_the_last_one_listed_in_any_order_of_folders(capture):
    for edition, row in (("v1", "old"), ("v1.1", "middle"), ("v2", "new")):
        pages(f"docs/{edition}", row)
    folders = ("docs/v1", "docs/v1.1", "docs/v2")
    found = []
    for number, order in enumerate(itertools.permutations(folders)):
        assert capture(LISTED, *order, into=f"specs{number}")[0] == 0
        found.append(written(f"specs{number}"))

    assert all(one == found[0] for one in found)
    memo = found[0]["resources/memo.yaml"]
    assert "  new:\n    type: string\n    inferred: words\n    summary: TODO\n" in memo
    assert "  middle:\n    type: string\n    inferred: words\n    only: v1.1\n" in memo
    assert "  old:\n    type: string\n    inferred: words\n    only: v1\n" in memo
    assert "corrections" not in found[0]["enums/Mood.yaml"]
    titles = [line for line in found[0]["examples/guides/Guide.http"].splitlines() if line.startswith("###")]
    assert titles == [
        "### GET json request TODO",
        "### GET json request TODO (v1.1)",
        "### GET json request TODO (v1)",
    ]


def test_single_page_gives_the_same_spec_from_each_edition(capture):
    for edition, row in (("v1", "old"), ("v2", "new")):
        pages(f"docs/{edition}", row)
    for number, page in enumerate(("docs/v1/memo_ref.md", "docs/v2/memo_ref.md")):
        assert capture(LISTED, page, into=f"specs{number}")[0] == 0

    assert capture(LISTED, "docs/v2", "docs/v1", into="specs2")[0] == 0
    assert written("specs0") == written("specs1") == {"resources/memo.yaml": written("specs2")["resources/memo.yaml"]}


@pytest.mark.parametrize(
    ("editions", "place", "words"),
    [
        (
            "editions: [api-1, api-2]\n",
            "docs/api-3",
            "`api-3` is none of the `editions` in api.yaml; did you mean",
        ),
        ("editions: [early, late]\n", "docs/v3", "api.yaml; those are early, late; add it there, or rename the folder"),
    ],
)
@pytest.mark.parametrize("page", ["", "/memo_ref.md"])
def test_folder_of_no_edition_is_a_fault(capture, editions, place, words, page):
    pages(place, "new")

    code, said = capture(editions, place + page)

    assert code == 1
    assert said[0].startswith(f"{place}:1:1: error: ")
    assert words in said[0]
    assert written("specs") == {}


def test_folder_of_any_name_is_the_only_edition_of_an_api_that_lists_none(capture):
    pages("pages", "new")
    Path("pages/Guide.md").unlink()

    assert capture("", "pages")[0] == 0
    assert "only" not in written("specs")["resources/memo.yaml"]
    assert capture("", "pages", "./pages", "pages/memo_ref.md", "--check")[0] == 0


@pytest.mark.parametrize(
    ("editions", "places", "words"),
    [
        ("", ("docs/v1", "docs/v2"), "a second folder of pages beside `docs/v1`; list the `editions` in api.yaml"),
        (LISTED, ("docs/v1", "more/v1"), "a second folder of the edition `v1` beside `docs/v1`; give one of them"),
    ],
)
def test_second_folder_of_an_edition_is_a_fault(capture, editions, places, words):
    for place in places:
        pages(place, "new")

    code, said = capture(editions, *places)

    assert code == 1
    assert said[0].startswith(f"{places[1]}:1:1: error: {words}")


def test_message_of_no_edition_is_a_fault(capture):
    pages("docs/v1", "old")
    pages("docs/v2", "new")
    capture(LISTED, "docs/v1", "docs/v2")
    guide = Path("specs/examples/guides/Guide.http")
    guide.write_text(guide.read_text("utf-8").replace("(v1)", "(v3)").replace("TODO", "memo"), "utf-8")

    code, said = capture(LISTED, "docs/v1", "docs/v2", "--check")

    assert code == 1
    assert any("`v3` is none of the `editions` in api.yaml; those are v1, v1.1, v2" in line for line in said)


def test_counts_explain_the_pages_of_an_api_without_editions(capture, capsys):
    pages("pages", "new")
    put("specs/errors.yaml", "errors: {}\n")
    api = (BASE / "api.yaml").read_text("utf-8").replace("operation_id: operationId\n", "")
    put("specs/api.yaml", api.replace("  subcodes: ErrorSubcode\n", "  {}\n"))
    assert main(["capture", "pages"]) == 0

    assert main(["counts", "pages"]) == 0
    assert "pages" in capsys.readouterr().out.splitlines()[0]
