"""What stands on a page either changes what capture writes or is reported: shown by changing each kind of thing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwagen.capture import page
from ucwagen.capture.drafts import drafts, held_specs
from ucwagen.capture.outcome import unread
from ucwagen.capture.read.guide_messages import messages
from ucwagen.capture.selection import Selection

BASE = Path(__file__).parents[1] / "cases" / "base" / "specs"
COMMON = {f"specs/{name}": (BASE / name).read_text("utf-8") for name in ("api.yaml", "errors.yaml")}
MEMO = (Path(__file__).with_name("memo_ref.md")).read_text("utf-8")
MOOD = "# Mood\n\nHow it feels.\n\n## Members\n\n|Name|Description|\n|:--|:--|\n|Glad|Well.|\n"
LETTER = "# letter\n\nA letter.\n\n### GET\n\nRead it.\n\n#### Response body\n\nNone\n"

Seen = tuple[dict[str, str], tuple[str, ...]]


def seen(memo: str, mood: str = MOOD) -> Seen:
    """The files that capture writes for the pages, and what it reports."""
    texts = {"memo": memo, "Mood": mood, "letter": LETTER}
    pages = tuple(page(text, f"docs/{name}_ref.md") for name, text in texts.items())
    selection = Selection({Path("docs"): pages}, pages, frozenset(), {}, ("",))
    found = drafts(selection, held_specs(Path("specs"), COMMON))
    return dict(found.texts), tuple(line.partition(": ")[2] for line in unread(selection, found))


@cache
def before() -> Seen:
    return seen(MEMO)


def test_page_itself_is_understood():
    texts, reported = before()

    assert reported == ()
    assert texts.keys() == {
        "enums/Mood.yaml",
        "examples/memo.http",
        "resources/letter.yaml",
        "resources/memo.yaml",
    }


CHANGES = {
    "heading": ("### Properties", "### Qualities"),
    "heading of a verb": ("### POST", "### PUT"),
    "name of a property": ("|text|", "|words|"),
    "type in words": ("How many words", "The words"),
    "limit": ("maximum length is 250", "maximum length is 300"),
    "link to an enumeration": ("[Mood](Mood_ref.md)", "[Mode](Mode_ref.md)"),
    "rel of a link": ("|folder|", "|binder|"),
    "target of a link": ("[letter](letter_ref.md) that it answers", "[memo](memo_ref.md) that it answers"),
    "scope": ("|Memo.Read|", "|Memo.Write|"),
    "resource of an event": ("|memo|High|", "|letter|High|"),
    "priority of an event": ("|memo|High|", "|memo|Low|"),
    "sender of an event": ("|High|folder|", "|High|letter|"),
    "sample of an event": ('"type": "added"', '"type": "updated"'),
    "code of a reason": ("- Conflict", "- Gone"),
    "subcode of a reason": ("|Busy|", "|Tired|"),
    "type of a parameter": ("The new text.String", "The new text.Int32"),
    "whether a parameter is needed": ("The new text.String|Yes|", "The new text.String|No|"),
    "place of a parameter": ("#### Query parameters", "#### Request body"),
    "item of a response": ("[letter](letter_ref.md)|The answer", "[memo](memo_ref.md)|The answer"),
    "item that names no resource": ("[letter](letter_ref.md)|The answer", "[lesser](lesser_ref.md)|The answer"),
    "error": ("|NotFound|404|", "|Missing|404|"),
    "status of an error": ("|NotFound|404|", "|NotFound|410|"),
    "subcode of an error": ("|NotFound|404|None|", "|NotFound|404|Lost|"),
    "start line of a sample": ("POST https://x/memo", "POST https://x/memos"),
    "header of a sample": ("Host: x", "Host: y"),
    "body of a sample": ('"text": "Milk"', '"text": 7'),
    "Location of a sample": ("Location: /letters/1\n", ""),
    "fence": ("```http\nPOST", "POST"),
    "header of a table": ("|Error|Code|Subcode|", "|Error|Number|Subcode|"),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_change_is_seen(old, new):
    assert MEMO.count(old) >= 1, "the page has no such thing"

    assert seen(MEMO.replace(old, new, 1)) != before()


@pytest.mark.parametrize("member", ["|Sad|Not well.|\n", "|Glad|Well.|\n|Sad\n"])
def test_change_of_an_enumeration_is_seen(member):
    assert seen(MEMO, MOOD + member) != before()


PIECES = {
    "table": "|Extra|Table|\n|:--|:--|\n|extra|A string.|",
    "fence": "```\nGET https://x/extra HTTP/1.1\n```",
    "fence with tildes, indented": "      ~~~ http\n      GET https://x/extra HTTP/1.1\n      ~~~",
    "heading": "#### Extra",
    "deeper heading": "###### Extra",
    "list": "* extra",
    "numbered list": "1. extra",
    "nested list": "* \n  * extra\n    * more",
    "table in a list": "* |Extra|Table|\n  |:--|:--|\n  |extra|A string.|",
    "quotation": "> extra",
    "table in a quotation": "> |Extra|Table|\n> |:--|:--|\n> |extra|A string.|",
    "bare JSON": '{\n  "extra": 1\n}',
    "indented text": "    extra",
    "HTML": "<table><tr><td>extra</td></tr></table>",
    "tag": "<b>extra</b>",
    "rule": "***",
}
LINES = MEMO.split("\n")
GAPS = [
    number
    for number, line in enumerate(LINES)
    if not line and number and sum(other.startswith("```") for other in LINES[:number]) % 2 == 0
]


@given(st.sampled_from(GAPS), st.sampled_from(sorted(PIECES)))
def test_anything_put_in_is_seen(gap, piece):
    text = "\n".join([*LINES[:gap], "", PIECES[piece], "", *LINES[gap:]])

    assert seen(text) != before()


PIECE = st.sampled_from(
    ["|", "{", "}", "```", '"', "[", "null", '{"sender": "x"}', '"_links": 7,', "<", "\x00", "404", ""]
)


@given(st.lists(st.tuples(st.integers(0, len(MEMO)), st.integers(0, 12), PIECE), min_size=1, max_size=5))
def test_no_damage_ends_in_an_internal_error(damages):
    text = MEMO
    for place, length, piece in damages:
        text = text[:place] + piece + text[place + length :]

    seen(text)


def test_address_that_is_malformed_is_a_path():
    assert seen(MEMO.replace("https://x/memo HTTP", "https://[x/memo HTTP")) != before()


GUIDE = "# Guide\n\nSome words.\n\n1. First:\n\n   * Then.\n\n## More\n\n> Quoted.\n\n|A|B|\n|:--|:--|\n|c|d|\n"
MARGINS = st.sampled_from(["", " ", "   ", "    ", "      ", "\t", "* ", "1. "])


@given(st.integers(0, GUIDE.count("\n")), MARGINS, st.sampled_from(["```", "~~~", "````"]), st.booleans())
def test_fence_of_a_guide_is_read_at_any_indentation(place, margin, fence, with_label):
    lines = GUIDE.split("\n")
    rest = " " * len(margin) if margin.strip() else margin
    block = [f"{margin}{fence}{' http' * with_label}", f"{rest}GET https://x/memo HTTP/1.1", f"{rest}{fence}"]

    found = messages("\n".join([*lines[:place], *block, *lines[place:]]), "Guide.md")

    assert [message.text for message in found] == ["GET https://x/memo HTTP/1.1"]
