"""Files of example messages: what is written is read back exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwagen.diagnostics import Faults
from ucwagen.source.http import Example, Mend, Message, parse, read, render, split

FILE = """\
### POST json request
# broken: a comma was missing
# supplied: to = sip:ann@contoso.com
POST https://contoso.com/x HTTP/1.1
Accept: application/json

{"a": "b"}


### POST json response (2016)
HTTP/1.1 204 No Content


### event added note
{}
"""

WORDS = st.from_regex(r"[a-z][A-Za-z0-9-]{0,8}", fullmatch=True)
LINES = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\xad", exclude_categories=["Cc"])
)
TEXTS = st.lists(LINES | st.sampled_from(["", "###", "#", "\t{", "HTTP/1.1 200 OK"]), max_size=6).map("\n".join)
MENDS = st.builds(
    Mend, st.sampled_from(["broken", "placeholder", "moved", "undocumented", "foreign"]), LINES.filter(bool)
) | st.builds(Mend, st.just("supplied"), st.builds("{} = {}".format, WORDS, LINES))
COMMON = {
    "text": TEXTS.filter(lambda text: not text.startswith("# ") and "\n\n### " not in f"\n{text}"),
    "edition": st.sampled_from([None, "2016", "v1.2"]),
    "words": st.lists(WORDS, max_size=2).map(tuple),
    "mends": st.lists(MENDS, max_size=2).map(tuple),
}
MESSAGES = st.builds(
    Example,
    method=st.sampled_from(["GET", "POST", "PUT"]),
    format=st.sampled_from(["json", "xml"]),
    direction=st.sampled_from(["request", "response"]),
    **COMMON,
)
EVENTS = st.builds(Example, method=st.just("event"), format=st.just("json"), direction=st.just("event"), **COMMON)
FILES = st.lists(MESSAGES | EVENTS, min_size=1, max_size=4, unique_by=lambda example: example.title).map(tuple)


@given(FILES)
def test_what_is_written_is_read_back(examples):
    assert parse("memo.http", render(examples)) == examples


@given(
    st.text(max_size=50)
    | st.lists(st.sampled_from(["### ", "event", "\n", "# broken: x", "POST json request", "x"])).map("".join)
)
def test_any_text_is_examples_or_faults(text):
    try:
        found = render(parse("memo.http", text))
    except Faults as faults:
        found = faults.render()

    assert found.startswith(("### ", "memo.http:"))


def test_sections_are_exact():
    request, response, event = parse("memo.http", FILE)

    assert request.mends == (Mend("broken", "a comma was missing"), Mend("supplied", "to = sip:ann@contoso.com"))
    assert request.text.endswith('{"a": "b"}\n')
    assert (response.text, response.edition) == ("HTTP/1.1 204 No Content\n", "2016")
    assert (event.method, event.direction, event.words, event.text) == ("event", "event", ("added", "note"), "{}")
    assert render((request, response, event)) == FILE


def test_windows_line_ends_are_none_of_the_message():
    assert parse("memo.http", FILE.replace("\n", "\r\n")) == parse("memo.http", FILE)


@pytest.mark.parametrize(
    "text", ["# not a mend", "a\n\n### event", "lone \ud800", "\r\n", "zero\u200bwidth"], ids=ascii
)
def test_what_cannot_be_written_is_refused(text):
    with pytest.raises(ValueError, match="cannot be written"):
        render([Example("event", "json", "event", text)])


@pytest.mark.parametrize("word", ["", "(2016)", "two words"])
def test_a_title_that_reads_otherwise_is_refused(word):
    with pytest.raises(ValueError, match="cannot be written"):
        render([Example("event", "json", "event", "{}", words=(word,))])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a file of examples begins with a section; write `### POST json request`"),
        ("POST /\n", "a file of examples begins with a section; write `### POST json request`"),
        ("### post json\n", "section `post json` is not understood; write METHOD json|xml request|response, or event"),
        (
            "### event\n# fixed: x\n",
            "`# fixed: x` is no mend; "
            "write one of broken, supplied, placeholder, moved, undocumented, foreign, then `: …`",
        ),
        ("### event\n# supplied: x\n", "what is supplied has a name and a value; write `NAME = VALUE`"),
        ("### event\n{}\n\n### event\n{}\n", "section `event` is given twice; add a word to its title"),
        ("### event\n\x00\n", "control character `U+0000`; remove it"),
    ],
)
def test_fault(text, message):
    with pytest.raises(Faults) as raised:
        parse("memo.http", text)

    assert [fault.message for fault in raised.value.diagnostics] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "GET /a HTTP/1.1\nHost: b\nX:  c:d \n\nbody\n\nmore",
            Message("GET /a HTTP/1.1", (("Host", "b"), ("X", "c:d")), "body\n\nmore"),
        ),
        ("HTTP/1.1 200 OK\n\n{}", Message("HTTP/1.1 200 OK", (), "{}")),
        ("HTTP/1.1 204 No Content", Message("HTTP/1.1 204 No Content", (), "")),
        ('{"a": 1}\n\n', Message("", (), '{"a": 1}\n\n')),
    ],
)
def test_split(text, message):
    assert split(text) == message


def test_readme_shows_a_file_that_is_read(readme_block):
    text = readme_block("http")

    assert render(parse("README.md", text)) == text


@pytest.mark.parametrize(
    ("direction", "text"),
    [
        ("request", ""),
        ("request", "GET"),
        ("request", '{"a": 1}'),
        ("request", "HTTP/1.1 200 OK"),
        ("request", "GET http://[ HTTP/1.1"),
        ("response", "HTTP/1.1 OK"),
        ("response", "HTTP/1.1 "),
        ("response", "HTTP/1.1 999 Unknown"),
        ("response", "GET /books/7 HTTP/1.1"),
    ],
)
def test_start_line_that_no_message_has_is_a_fault(direction, text):
    with pytest.raises(Faults) as found:
        read("memo.http", f"### GET json {direction}\n{text}\n")

    (fault,) = found.value.diagnostics
    assert (fault.span.line, fault.message.partition(";")[0]) == (
        1,
        f"the start line of this {direction} is not understood",
    )


@pytest.mark.parametrize(
    ("direction", "text"), [("request", "GET /a"), ("response", "HTTP/1.1 200"), ("response", ""), ("response", "{}")]
)
def test_start_line_may_be_short_and_that_of_a_response_left_out(direction, text):
    assert len(read("memo.http", f"### GET json {direction}\n{text}\n")) == 1
