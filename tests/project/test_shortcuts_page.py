"""The page of shortcuts has a table of all of them, made from the specs, and programs of at most five lines."""

from __future__ import annotations

import documents
from tests.golden.corpus import argument, model, spoken

from support import ROOT
from ucwagen.model.types.api import Resource, Shortcut

PAGE = ROOT / "docs" / "shortcuts.md"
BEGIN, END = "<!-- shortcuts:begin -->\n", "<!-- shortcuts:end -->"
LONGEST = 5
SETTING_UP = ("ExitStack", "LinkNotAvailable", "preview")
"""What stands in blocks that are no programs: the sandbox, and looks at a value."""


def row(resource: Resource, shortcut: Shortcut) -> str:
    content = ["content"] if shortcut.operation.content else []
    given = ", ".join([*content, *(argument(one.name) for one in shortcut.positional)])
    way = "".join(f"reads `{one.rel}`, then " for one in shortcut.reads)
    method = f"{spoken().styles.snake(resource.ref.page)}.{spoken().styles.snake(shortcut.name)}({given})"
    return f"| `{method}` | {way}{shortcut.operation.method} `{shortcut.link.rel}` | {shortcut.summary} |\n"


def table() -> str:
    rows = [row(resource, shortcut) for resource in model().resources for shortcut in resource.shortcuts]
    return "".join(["| shortcut | sends | does |\n|---|---|---|\n", *rows])


def test_table_is_that_of_the_specs(golden):
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)

    golden(PAGE, f"{before}{BEGIN}{table()}{END}{after}")


def test_programs_have_at_most_five_lines():
    blocks = [block.text for block in documents.blocks(PAGE) if block.language == "python"]
    programs = [text for text in blocks if not any(word in text for word in SETTING_UP)]

    assert len(programs) > 5
    assert [text for text in programs if len(text.splitlines()) > LONGEST] == []
