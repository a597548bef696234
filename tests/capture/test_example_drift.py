"""A file of examples is compared with the pages: texts, titles and declared repairs."""

from __future__ import annotations

import pytest

from ucwagen.capture.compare.example_drift import example_drift
from ucwagen.diagnostics import Collector

PAGE = "### GET json request memo\n# broken: a dot is taken out\nGET https://x/memo HTTP/1.1\n"
TOLD = PAGE.replace("memo\n#", "TODO\n#")
UNREAD = "### GET json response memo\n# broken: TODO\nHTTP/1.1 200 OK\n\n{\n"
OLD = "\n### GET json request memo (2016)\nGET https://x/memo HTTP/1.1\n"


def faults(ours: str, drafted: str) -> list[str]:
    found = Collector()
    example_drift("Page.http", ours, drafted, found, ["2016"])
    return [f"{fault.span}: {fault.message}" for fault in found]


@pytest.mark.parametrize(
    ("ours", "drafted"),
    [
        pytest.param(PAGE, PAGE, id="the same"),
        pytest.param(PAGE, TOLD, id="named by a person"),
        pytest.param(PAGE + OLD, PAGE, id="an edition that the draft does not have"),
        pytest.param(UNREAD.replace("TODO", "a brace was missing").replace("{", "{}"), UNREAD, id="mended by a person"),
        pytest.param(PAGE.replace("\n#", "\n# supplied: text = a\n#"), PAGE, id="supplied by a person"),
        pytest.param(PAGE, PAGE.replace("\n#", "\n# undocumented: text\n#"), id="documented by the spec"),
    ],
)
def test_no_drift(ours: str, drafted: str) -> None:
    assert faults(ours, drafted) == []


@pytest.mark.parametrize(
    ("ours", "drafted", "fault"),
    [
        pytest.param(PAGE.replace("x/memo", "x/note"), PAGE, "Page.http:1:1: the text is not", id="text"),
        pytest.param(PAGE.replace("GET json", "POST json"), PAGE, "Page.http:1:1: the page has this as", id="title"),
        pytest.param(PAGE.replace("# broken: a dot is taken out\n", ""), PAGE, "`# broken: a dot", id="undeclared"),
        pytest.param(PAGE, f"{PAGE}{OLD[:-1]} x\n", "Page.http:1:1: 1 messages here and 2", id="missing"),
        pytest.param(UNREAD, UNREAD, "Page.http:1:1: state what this", id="not yet mended"),
    ],
)
def test_drift(ours: str, drafted: str, fault: str) -> None:
    assert fault in "\n".join(faults(ours, drafted))
