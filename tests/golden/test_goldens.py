"""The results of the generated code for the messages of a page, for review: a page is a folder below cases/golden.

Requests are shown as the Python call and its message, answers and events as the typed values
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

import ucwa2
from ucwa2._runtime.base.errors import Error

FOLDER = Path(__file__).parents[1] / "cases" / "golden"
FOLDERS = [path for path in FOLDER.rglob("*") if path.is_dir() and not any(inner.is_dir() for inner in path.iterdir())]
PAGES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDERS)


@pytest.mark.parametrize("page", PAGES)
def test_page_reads_as_expected(page, golden):
    sections = ["\n".join(_section(case)) for case in cases() if case.page == page]

    golden(FOLDER / page / "expected.txt", "\n\n".join(sections) + "\n")


def _section(case: Case) -> Iterator[str]:
    yield f"### {case.example.title}"
    if reasons := case.mends("foreign"):
        yield from reasons
        return
    match case.example.direction:
        case "request":
            yield from _request(case)
        case "response":
            yield from _answer(case)
        case "event":
            yield from describe.anything(ucwa2.decode(case.example.text, "application/json"))


def _request(case: Case) -> Iterator[str]:
    content = ["content"] if case.operation.content else []
    given = content + [f"{name}={describe.literal(value)}" for name, value in calling.arguments(case).items()]
    beyond = calling.beyond(case)
    more = f".with_(body={beyond!r})" if beyond else ""
    method = case.operation.method.lower()
    yield f"{link_class(case.resource.ref).__name__}(…).{method}({', '.join(given)}){more}"
    yield calling.call_of(case).preview(case.example.format).rstrip()


def _answer(case: Case) -> Iterator[str]:
    try:
        yield from describe.anything(answer(case))
    except Error as error:
        yield f"{type(error).__name__}: {error}"


def test_every_page_of_a_folder_has_messages():
    documented: set[Any] = {case.page for case in cases()}

    assert set(PAGES) <= documented
