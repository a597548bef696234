"""What the generated code makes of a page's messages, for a person to read: a page is a folder below cases/golden.

Requests stand as the Python that makes them and the message that it gives, answers and events as the typed values
that they decode to. Adding a folder adds a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.golden import calling, describe
from tests.golden.corpus import Case, cases, link_class
from tests.golden.test_responses import answer

import ucwa

FOLDER = Path(__file__).parents[1] / "cases" / "golden"
PAGES = sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("page", PAGES)
def test_page_reads_as_expected(page, golden):
    sections = ["\n".join(_section(case)) for case in cases() if case.page == page]

    golden(FOLDER / page / "expected.txt", "\n\n".join(sections) + "\n")


def _section(case: Case) -> Iterator[str]:
    yield f"### {case.example.title}"
    match case.example.direction:
        case "request":
            yield from _request(case)
        case "response":
            yield from describe.anything(answer(case))
        case "event":
            for event in ucwa.decode(case.example.text, "application/json"):
                yield from describe.event(event)


def _request(case: Case) -> Iterator[str]:
    content = ["content"] if case.operation.content else []
    given = content + [f"{name}={describe.literal(value)}" for name, value in calling.arguments(case).items()]
    yield f"{link_class(case.resource.head).__name__}(…).{case.operation.method.lower()}({', '.join(given)})"
    yield calling.call_of(case).preview(case.example.format).rstrip()


def test_every_page_of_a_folder_has_messages():
    documented: set[Any] = {case.page for case in cases()}

    assert set(PAGES) <= documented
