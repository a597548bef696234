"""``ucwagen capture`` as users run it: the pages that it reads, the files that it writes, and its faults."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ucwagen.cli import main

BASE = Path(__file__).parents[1] / "cases" / "base" / "specs"
MEMO = """# memo

### Properties

|Name|Description|
|:-----|:-----|
|text|A string with the words.|

### GET

Read it.

#### Response body

None

#### Examples

#### JSON Request

```
Get https://contoso.com/me/memo HTTP/1.1
Host: contoso.com
```
"""
FOLDER = "# folder\n\n### Properties\n\n|Name|Description|\n|:-----|:-----|\n|name|A string that names it.|\n"
MOOD = "# Mood\n\nHow it feels.\n\n## Members\n\n|**Name**|**Description**|\n|:-----|:-----|\n|Glad|Well.|\n"
NEW, OLD = "docs/2022/memo_ref.md", "docs/2016/memo_ref.md"
LISTED = 'editions: ["2016", "2022"]\n'
SPEC = Path("specs/resources/memo.yaml")
PAGES = {
    NEW: MEMO,
    OLD: MEMO.replace("Get ", "Get  "),
    "docs/2022/folder_ref.md": FOLDER,
    "docs/2022/Mood_ref.md": MOOD,
}

Capture = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def capture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Capture:
    """Runs the command with a few pages and specs without resources; returns its exit code and output."""
    monkeypatch.chdir(tmp_path)
    for path, text in PAGES.items():
        put(path, text)
    put("specs/api.yaml", (BASE / "api.yaml").read_text("utf-8") + LISTED)
    put("specs/errors.yaml", (BASE / "errors.yaml").read_text("utf-8"))

    def run(*arguments: str) -> tuple[int, list[str]]:
        code = main(["capture", *arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.err.splitlines()

    return run


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def specs() -> dict[str, str]:
    """The files below specs that capture may write."""
    return {str(path): path.read_text("utf-8") for path in sorted(Path("specs").glob("*/*"))}


def test_folders_give_a_spec_for_every_page(capture):
    code, said = capture("docs/2022", "docs/2016")

    assert code == 0
    assert sorted(said) == [f"{path}: written" for path in specs()]
    assert list(specs()) == [
        "specs/enums/Mood.yaml",
        "specs/examples/memo.http",
        "specs/resources/folder.yaml",
        "specs/resources/memo.yaml",
    ]


def test_single_page_gives_its_spec_alone_and_the_same(capture):
    code, _ = capture("docs/2022/memo_ref.md")
    alone = specs()
    capture("docs/2022", "docs/2016")

    assert code == 0
    assert list(alone) == ["specs/examples/memo.http", "specs/resources/memo.yaml"]
    assert alone.items() <= specs().items()


def test_single_page_is_found_from_its_own_folder(capture, monkeypatch):
    monkeypatch.chdir("docs/2016")

    assert capture("memo_ref.md", "--into", "../../specs")[0] == 0
    assert Path("../../specs/resources/memo.yaml").exists()


def test_single_page_speaks_of_no_other(capture):
    capture("docs/2022")
    put("specs/resources/folder.yaml", "rel: folder\npage: folder_ref\nsummary: It holds.\n")
    put("docs/2022/mess_ref.md", "# mess\n\n### Properties\n\nNone of them.\n")

    assert capture(NEW, "--check", "--strict") == (0, [])
    assert capture("docs/2022/folder_ref.md", "--check")[0] == 1
    assert any("mess_ref.md:5: " in line for line in capture("docs/2022/mess_ref.md", "--check", "--strict")[1])


def test_types_of_a_single_page_come_from_the_whole_folder(capture):
    """A type is an enumeration only where its page is known."""
    put(NEW, MEMO.replace("|text|A string with the words.|", "|mood|How it feels ([Mood](Mood_ref.md)).|"))
    capture(NEW)

    assert "type: Mood" in SPEC.read_text("utf-8")


def test_examples_are_those_of_the_editions_that_are_named(capture):
    capture(NEW, OLD)

    assert "### GET json request (2016)" in Path("specs/examples/memo.http").read_text("utf-8")


def test_single_page_without_the_other_edition_leaves_its_facts_alone(capture):
    put(OLD, MEMO.replace("|text|A string with the words.|", "|text|A string.|\n|colour|A string.|"))
    capture(NEW)
    assert "only: 2016" in SPEC.read_text("utf-8")
    Path(OLD).unlink()
    Path("docs/2016").rmdir()

    assert capture(NEW, "--check") == (0, [])


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("docs/none", 3, "ucwagen: docs/none: No such file or directory"),
        ("docs/2022/none_ref.md", 3, "ucwagen: docs/2022/none_ref.md: No such file or directory"),
        ("docs/2016", 1, "docs/2016:1:1: error: no reference page is in this folder; they are called `NAME_ref.md`"),
        (
            "docs/2022/a.md",
            1,
            "docs/2022/a.md:1:1: error: this is no reference page; one is called `NAME_ref.md`",
        ),
    ],
)
def test_place_without_pages_is_a_fault(capture, place, code, words):
    Path(OLD).unlink()
    put("docs/2022/a.md", "No page.\n")
    found, said = capture(place)

    assert found == code
    assert said[0] == words
    assert specs() == {}


def test_pages_that_are_not_utf8_are_faults(capture):
    """A guide page is read as carefully as a reference page, and one bad page does not hide another."""
    for name in ("note_ref.md", "Guide.md"):
        Path("docs/2022", name).write_bytes(b"# note\n\n\xff\n")

    code, said = capture("docs/2022")

    assert code == 1
    places = [line.partition(": error: ")[0] for line in said if "byte 0xFF is not UTF-8" in line]
    assert places == ["docs/2022/Guide.md:3:1", "docs/2022/note_ref.md:3:1"]
    assert specs() == {}


def test_folder_that_is_called_as_a_page_is_no_page(capture):
    for name in ("note_ref.md", "Guide.md"):
        Path("docs/2022", name).mkdir()

    assert capture("docs/2022")[0] == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_page_that_may_not_be_read_is_a_fault(capture):
    Path(NEW).chmod(0)

    assert capture("docs/2022") == (3, [f"ucwagen: {NEW}: Permission denied"])


@pytest.mark.parametrize("option", [("--update",), ("--summaries", "said.yaml")])
def test_check_and_writing_at_once_is_wrong_usage(capture, option):
    code, said = capture("docs/2022", "--check", *option)

    assert code == 2
    assert f"--check writes nothing and {option[0]} does" in said[0]


def test_update_writes_what_is_missing_as_well(capture):
    capture(NEW)
    put(str(SPEC), SPEC.read_text("utf-8").replace("type: string", "type: boolean"))

    code, said = capture("docs/2022", "--update")

    assert code == 0
    assert f"{SPEC}: updated" in said
    assert "specs/resources/folder.yaml: written" in said
    assert capture("docs/2022", "--update") == (0, [])


SAID = """\
resources/memo.yaml:
  summary: 'What to do: everything.'
  properties.text: The words,
    in any script.
enums/Mood.yaml:
  members.Glad: Well.
"""


def test_summaries_stand_in_for_todo(capture):
    put("said.yaml", SAID)

    assert capture("docs/2022", "--summaries", "said.yaml")[0] == 0
    assert "summary: 'What to do: everything.'\n" in SPEC.read_text("utf-8")
    assert "    summary: The words, in any script.\n" in SPEC.read_text("utf-8")
    assert "    summary: TODO\n" in SPEC.read_text("utf-8"), "that of the operation"
    assert "    summary: Well.\n" in Path("specs/enums/Mood.yaml").read_text("utf-8")


def test_summaries_that_are_there_already_change_nothing(capture):
    put("said.yaml", SAID)
    capture("docs/2022", "--summaries", "said.yaml")

    assert capture("docs/2022", "--summaries", "said.yaml") == (0, [])


def test_summaries_reach_what_update_puts_in(capture):
    put(str(SPEC), "rel: memo\npage: memo_ref\nsummary: TODO\n")
    put("said.yaml", "resources/memo.yaml:\n  operations.GET: Read it.\n")

    assert capture("docs/2022", "--update", "--summaries", "said.yaml")[0] == 0
    assert "  GET:\n    summary: Read it.\n" in SPEC.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("resources/nemo.yaml:\n  summary: A.\n", "1:1", "no spec `resources/nemo.yaml`; did you mean `resources/memo"),
        ("api.yaml:\n  package: A.\n", "1:1", "no spec `api.yaml`"),
        ("resources/memo.yaml: A.\n", "1:22", "write `fact: sentence` lines"),
        ("resources/memo.yaml:\n  properties.test: A.\n", "2:3", "no summary of `properties.test`; did you mean"),
        ("resources/memo.yaml:\n  properties.text: [A]\n", "2:20", "this is no sentence"),
        ("resources/memo.yaml:\n  properties.text: TODO\n", "2:20", "this is no sentence"),
        ("resources/memo.yaml:\n  properties.text: ''\n", "2:20", "this is no sentence"),
        ("resources/memo.yaml:\n  summary: B.\n", "2:12", "`summary` has another summary already"),
        ("- resources/memo.yaml\n", "1:1", "a spec is a mapping"),
    ],
)
def test_summary_without_a_place_is_a_fault_and_nothing_is_written(capture, text, place, words):
    put(
        str(SPEC), "rel: memo\npage: memo_ref\nsummary: A.\nproperties:\n  text:\n    type: string\n    summary: TODO\n"
    )
    put("said.yaml", text + "enums/Mood.yaml:\n  members.Glad: Well.\n" * (text[0] != "-"))
    before = specs()

    code, said = capture("docs/2022", "--update", "--summaries", "said.yaml")

    assert code == 1
    assert said[0].startswith(f"said.yaml:{place}: error: ")
    assert words in said[0]
    assert specs() == before


def test_missing_file_of_summaries_is_a_fault(capture):
    assert capture("docs/2022", "--summaries", "said.yaml") == (3, ["ucwagen: said.yaml: No such file or directory"])


@pytest.mark.parametrize("depth", [65, 980, 990, 1_000, 100_000])
@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_samples_nested_deeply_are_named_and_left_out(capture: Capture, depth: int, opens: str, closes: str) -> None:
    body = f'{{"rel": "memo", "text": {opens * depth}1{closes * depth}}}'
    sample = f"\n```\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}\n```\n"
    put(NEW, f"{MEMO}\n#### JSON Response\n{sample}")
    put("docs/2022/Guide.md", f"# Guide\n{sample}")

    code, lines = capture("docs/2022")

    assert code == 0
    left_out = [line for line in lines if "levels deep" in line]
    assert left_out == [
        f"{NEW}:29: a sample more than 64 levels deep, left out: not understood",
        "docs/2022/Guide.md:4: a sample more than 64 levels deep, left out: not understood",
    ]
    assert "Response" not in Path("specs/examples/memo.http").read_text("utf-8")
