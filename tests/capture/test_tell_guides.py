"""The messages of guide pages as examples: the resource that each addresses, and what is left to authors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ucwagen.capture.examples.guide_examples import GuidePage, guide_examples, left_out
from ucwagen.capture.examples.page_examples import Supplies
from ucwagen.capture.infer.evidence import Evidence
from ucwagen.capture.read import guide_messages as guides
from ucwagen.capture.selection import select
from ucwagen.source.http import parse

CASES = sorted((Path(__file__).parents[1] / "cases" / "capture-told").glob("*/page.md"))
LEFT_OUT = CASES[0].parents[1] / "left-out.txt"
DOCS = Path(__file__).parents[2].parent / "shared" / "docs"
SUPPLIES = Supplies(Evidence(), "operationId")
TEXT = {"type": "string", "in": "either", "required": "true"}


OPERATIONS = {
    "memo": {"GET": {}, "POST": {"parameters": {"text": TEXT}}},
    "letter": {"DELETE": {}},
    "events": {"GET": {}},
}


class Operations:
    """A memo, a letter and the event channel."""

    def spelled(self, rel: str) -> str | None:
        return {name.casefold(): name for name in OPERATIONS}.get(rel.casefold())

    def has(self, name: str, method: str) -> bool:
        return method in OPERATIONS[name]

    def operation(self, name: str, method: str) -> dict[str, Any]:
        return OPERATIONS[name][method]


def guide(text: str, edition: str = "2022", name: str = "Page") -> GuidePage:
    return GuidePage(name, edition, guides.messages(text, f"{edition}/{name}.md", edition))


def tell(*pages: GuidePage) -> dict[str, str]:
    return guide_examples(pages, Operations(), "events", SUPPLIES)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_told(path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(path.with_name("expected.http"), tell(guide(path.read_text(encoding="utf-8")))["Page"])


def test_older_edition_adds_what_it_has_alone() -> None:
    one, other = (f"```\n{method} https://x/memo HTTP/1.1\n```\n" for method in ("GET", "POST"))
    told = tell(guide(one), guide(f"{one}\n{other}", "2016"), guide(one, "2016", "Renamed"))

    assert list(told) == ["Page"]
    assert [example.title for example in parse("Page.http", told["Page"])] == [
        "GET json request memo",
        "POST json request memo (2016)",
    ]


def test_reference_page_names_the_address_that_no_guide_names() -> None:
    page = guide("```\nPOST https://x/v3/7/things HTTP/1.1\n```\n")
    requests = [
        ("memo", "POST https://x/v3/7/things HTTP/1.1\nHost: x"),
        ("letter", "DELETE https://x/v3/7/things HTTP/1.1"),
    ]

    told = guide_examples([page], Operations(), "events", SUPPLIES, requests)

    assert [example.title for example in parse("Page.http", told["Page"])] == ["POST json request memo"]


ERRORS = [
    '{"code": "Gone", "subcode": "Ended"}',
    '{"code": "Unknown"}',
    '{"code": "Gone", "rel": "memo"}',
    '<?xml version="1.0"?><reason><code>Gone</code></reason>',
]


def test_error_without_a_status_line_has_the_status_of_its_error() -> None:
    page = guide("".join(f"```\n{body}\n```\n\n" for body in ERRORS))
    supplies = Supplies(Evidence(), "operationId", {"Gone": 410})

    told = guide_examples([page], Operations(), "events", supplies)

    lines = [example.text.partition("\n")[0] for example in parse("Page.http", told["Page"])]
    assert lines == ["HTTP/1.1 410 Gone", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK", "HTTP/1.1 410 Gone"]


def test_texts_that_are_no_messages_are_known() -> None:
    page = guide("```\nvar x = 1;\n```\n\n```\nGET https://x/memo HTTP/1.1\n```\n")

    assert [text.raw for text in left_out(page)] == ["var x = 1;"]


@pytest.mark.skipif(not DOCS.is_dir(), reason=f"the reference pages are not at {DOCS}")
def test_texts_of_the_reference_that_are_no_messages_are_listed(golden: Callable[[Path, str], None]) -> None:
    texts = [(page, text) for page in select([DOCS / "2022"], ["2022"]).guides for text in left_out(page)]
    lines = [f"{page.name}:{text.line}: {text.raw.strip().splitlines()[0].strip()}\n" for page, text in texts]

    golden(LEFT_OUT, "".join(lines))
