"""Laws for any text: a page is read without raising, and unescaping undoes escaping."""

from __future__ import annotations

import html
import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ucwagen import capture
from ucwagen.capture.read import guide_messages as guides
from ucwagen.capture.read import messages
from ucwagen.capture.read.bodies import decode

PAGES = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "cases" / "capture").glob("*/page.md"))
)
PIECES = (
    "# page", "## Operations", "### GET", "### Updated", "#### JSON Request", "#### Response body", "#### Request body",
    "```", "```json", "~~~", "|Name|Description|", "|:---|:---|", "|a|b|c|", "|", "- Conflict", "> quoted", "    {",
    "{", "}", '{"sender":[{"events":[]}]}', "None", "---", "<p>", "[a](b_ref.md)", "HTTP/1.1 200 OK", "GET / HTTP/1.1",
    "", "Content-Type: multipart/batching", "--b", "--b--", "&amp;lt;", "&#0;", "&#xFFFFFF;", "\t\t{", "\x00", "\u2028",
)  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30).map("\n".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A page of the cases with some lines removed, inserted, repeated or cut."""
    lines = draw(st.sampled_from(PAGES)).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        cut = draw(st.integers(0, len(line)))
        choices: tuple[list[str], ...] = (
            [],
            [line, line],
            [line[:cut]],
            [line[cut:]],
            [draw(st.sampled_from(PIECES)), line],
        )
        lines[place : place + 1] = draw(st.sampled_from(choices))
        lines = lines or [""]
    return "\n".join(lines)


def _read(text: str) -> None:
    facts = capture.page(text, "x_ref.md")
    last = text.count("\n") + text.count("\r") + 1
    lines = [miss.line for miss in facts.unread] + [note.line for note in facts.notes]
    lines += [message.line for message in guides.messages(text, "x.md")]
    assert all(1 <= line <= last for line in lines)


@settings(deadline=None)
@given(st.one_of(st.text(), LINES))
def test_any_text_is_read(text: str) -> None:
    _read(text)


@settings(deadline=None)
@given(mutated())
def test_a_damaged_page_is_read(text: str) -> None:
    _read(text)


@settings(deadline=None)
@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=4), st.integers(0, 3))
def test_escaping_is_undone_as_often_as_it_was_done(value: dict[str, object], times: int) -> None:
    text = json.dumps(value, indent=2, ensure_ascii=False)
    for _ in range(times):
        text = html.escape(text)
    body = decode(text)
    assert body.fault == ""
    assert json.loads(body.text) == value


@settings(deadline=None)
@given(st.text(), st.sampled_from(("", "\t\t", "    ")))
def test_a_message_that_was_read_reads_as_itself(text: str, indent: str) -> None:
    body = json.dumps({"to": text}, indent=2)
    message = f"POST https://host/x HTTP/1.1\nHost: host\n\n{body}"
    read = messages.read("\n".join(indent + line for line in message.split("\n")))
    assert (read.kind, read.format, read.text) == ("request", "json", message)
