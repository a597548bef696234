"""The documents are true: every block of every page is run, and every link has a target."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import documents
import pytest

from support import ROOT
from ucwagen.commands import app

PAGES = [
    ROOT / "README.md",
    ROOT / "AGENTS.md",
    ROOT / "specs/README.md",
    ROOT / "generated/README.md",
    *sorted(ROOT.glob("docs/**/*.md")),
]
RECORDS = ROOT / "docs" / "adr"
DEVELOPING = ROOT / "docs" / "developing.md"
RUN = [
    "README.md",
    "generated/README.md",
    "docs/client.md",
    "docs/conformance.md",
    "docs/generated-package.md",
    "docs/many-users.md",
    "docs/shortcuts.md",
    *(f"docs/tutorials/{name}.md" for name in ("bot", "call", "meeting", "messages", "own-api", "presence")),
    "docs/templates.md",
    "docs/testing.md",
    "docs/writing-specs.md",
]
"""Pages of which at least one block is run."""
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
CODE = re.compile(r"`([^`]+)`")
VERB = re.compile(r"(?:^    |`)make ([a-z]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_page_does_what_it_shows(page, tmp_path):
    documents.run(page, tmp_path)


@pytest.mark.parametrize(
    "page", [page for page in RUN if page.endswith("README.md") or ("tutorials" in page and "bot" not in page)]
)
def test_first_programs_leave_no_application_on_the_server(page):
    for block in documents.blocks(ROOT / page):
        if ".create_application(" in block.text:
            made = re.findall(r"Client\((?:sandbox\.)?url\b.*", block.text)
            assert all("delete_on_close=True" in line for line in made), block.place


def test_first_program_of_all_has_ten_lines():
    [first] = [block for block in documents.blocks(ROOT / "README.md") if "running()" in block.text]

    assert len(first.text.strip().splitlines()) <= 10


@pytest.mark.parametrize("page", RUN)
def test_page_has_something_to_run(page):
    assert [block for block in documents.blocks(ROOT / page) if not block.why_not]


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_links_and_verbs_exist(page):
    text = documents.FENCE.sub("", page.read_text("utf-8"))
    verbs = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))

    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    assert set(VERB.findall(text)) <= verbs


def rows(page: Path, heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    section = page.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    table = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [row.split(" | ") for row in table[1:]]


def test_guide_of_changes_names_files_that_exist():
    places = [place for _, where in rows(DEVELOPING, "To change X, open Y") for place in CODE.findall(where)]
    paths = [place for place in places if "/" in place]

    assert len(paths) > 10
    assert [path for path in paths if not list(ROOT.glob(re.sub("<.*?>", "*", path)))] == []


def test_specs_readme_names_everything_beside_it():
    named = {
        place.partition("/")[0] for row in rows(ROOT / "specs/README.md", "Files") for place in CODE.findall(row[0])
    }

    assert named - {"README.md"} == {path.name for path in (ROOT / "specs").iterdir()} - {"README.md"}


def test_every_verb_has_a_row():
    verbs = [CODE.findall(row[0])[0].split()[1] for row in rows(DEVELOPING, "Verbs")]

    assert sorted(verbs) == sorted(set(TARGET.findall((ROOT / "Makefile").read_text("utf-8"))))


def test_every_decision_record_is_listed():
    listed = [
        (*re.fullmatch(r"\[(\d{4})\]\((.+)\)", row[0]).groups(), row[1]) for row in rows(RECORDS / "README.md", "All")
    ]
    files = sorted(path for path in RECORDS.glob("*.md") if path.name != "README.md")
    titles = [path.read_text("utf-8").partition("\n")[0] for path in files]

    assert listed == [
        (path.name[:4], path.name, title.removeprefix(f"# {path.name[:4]} "))
        for path, title in zip(files, titles, strict=True)
    ]


def test_every_page_has_a_section_of_the_site():
    sections = tomllib.loads((ROOT / "docs/site/nav.toml").read_text("utf-8"))["section"]
    named = {path for row in sections for pattern in row.get("pages", ()) for path in ROOT.glob(pattern)}
    nowhere = sorted(map(shown, {*ROOT.glob("docs/**/*.md")} - named))

    assert nowhere == [], "name the page in docs/site/nav.toml"


def test_every_command_has_a_row():
    rows = re.findall(r"^\| `ucwagen (\w+)", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE)

    assert sorted(rows) == sorted(str(command.name or command.callback.__name__) for command in app.registered_commands)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("```python\nprint(1 + 1)  # 3\n```\n", "gives\n2"),
        ("```python\nprint(1)\n```\n", "gives\n1"),
        ("```python\n1 + 1  # 3\n```\n", "gives\n2"),
        ("```pycon\n>>> 1 + 1\n3\n```\n", "Got:\n    2"),
        ("```console\n$ echo one\ntwo\n```\n", "gives\none"),
        ("```console\necho one\n```\n", "begins with"),
        ("```yaml\na: b\n```\n", "names no file"),
        ("```\nplain\n```\n", "nothing runs"),
        ("```ruby\nputs 1\n```\n", "nothing runs"),
        ("    plain\n", "nothing runs"),
        ("- item\n\n  ```\n  plain\n  ```\n", "nothing runs"),
        ("<!-- not run: -->\n\n    plain\n", "nothing runs"),
        ("<!-- not run: a picture -->\n\nText.\n\n    plain\n", "nothing runs"),
    ],
)
def test_block_that_does_something_else_is_found(text, words, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")

    with pytest.raises(AssertionError, match=re.escape(words)):
        documents.run(page, tmp_path)


@pytest.mark.parametrize("text", ["    plain\n", "```\nplain\n```\n", "```python\n1 / 0\n```\n"])
def test_block_may_say_why_it_is_not_run(text, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"<!-- not run: a picture -->\n\n{text}", "utf-8")

    documents.run(page, tmp_path)


def test_blocks_of_a_page_share_files_and_names(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "```yaml\n# a/b.yaml\nx: y\n```\n```console\n$ cat a/b.yaml\n...\nx: y\n```\n"
        "```python\nvalue = 'é' * 2  # twice\nvalue  # 'éé'\nprint(value, '\\nend')\n# éé\n# end\n```\n"
        "```pycon\n>>> value\n'éé'\n```\n",
        "utf-8",
    )

    documents.run(page, tmp_path)
