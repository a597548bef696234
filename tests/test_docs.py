"""What the documents show is what happens: every block of every page is run, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import documents
from support import ROOT
from ucwagen.commands import app

WITHOUT_CODE = [ROOT / "docs" / "protocol.md"]
PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path not in WITHOUT_CODE]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")
VERB = re.compile(r"(?:^    |`)make ([a-z]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_page_does_what_it_shows(page, tmp_path):
    assert documents.blocks(page)
    documents.run(page, tmp_path)


@pytest.mark.parametrize("page", [*PAGES, *WITHOUT_CODE, ROOT / "specs" / "README.md"], ids=shown)
def test_links_and_verbs_exist(page):
    text = documents.FENCE.sub("", page.read_text("utf-8"))
    verbs = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))

    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    assert set(VERB.findall(text)) <= verbs


def test_readme_has_a_row_for_every_command():
    rows = re.findall(r"^\| `ucwagen (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

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
    ],
)
def test_block_that_does_something_else_is_found(text, words, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")

    with pytest.raises(AssertionError, match=re.escape(words)):
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
