"""Laws of capture over generated pages: what it writes has no drift, and an update keeps the authors' words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwagen.capture import page
from ucwagen.capture.compare.drift import compared, drift
from ucwagen.capture.compare.edits import Edit, applied, line_start
from ucwagen.capture.compare.page_index import NO_PAGES
from ucwagen.capture.compare.read_summaries import places
from ucwagen.capture.compare.spec_facts import PRESENT, facts
from ucwagen.capture.compare.spec_view import view
from ucwagen.capture.compare.update import updated
from ucwagen.capture.drafts import drafts, held_specs
from ucwagen.capture.selection import Selection
from ucwagen.diagnostics import Collector
from ucwagen.source import load

BASE = Path(__file__).parents[1] / "cases" / "base" / "specs"
COMMON = {f"specs/{name}": (BASE / name).read_text("utf-8") for name in ("api.yaml", "errors.yaml")}
SPEC = "specs/resources/memo.yaml"

NAMES = st.sampled_from(["text", "pinned", "size", "colour", "shared", "summary", "type"])
WORDS = st.sampled_from(["The words. String", "It is. Boolean", "How many. Int32", "A string.", "Whether it is."])
LENGTHS = st.sampled_from(["", "The maximum length is 250 characters. "])
ERRORS = st.sampled_from(["BadRequest|400", "Conflict|409", "Gone|410", "Conflict|408"])
SUBCODES = st.sampled_from(["None", "TooLong", "Busy"])


def table(*head: str) -> str:
    return f"\n\n|{'|'.join(head)}|\n|{'|'.join('-' for _ in head)}|\n"


def rows(cells: st.SearchStrategy[str], head: str) -> st.SearchStrategy[str]:
    """A section with a table of different rows; empty where there are none."""
    found = st.lists(cells, unique_by=lambda row: row.split("|")[1], max_size=4)
    return found.map(lambda given: head + "\n".join(given) + "\n\n" if given else "")


PROPERTIES = rows(st.builds("|{}|{}|".format, NAMES, WORDS), "### Properties" + table("Name", "Description"))
LINKS = rows(st.builds("|{}|It.|".format, NAMES), "### Links" + table("Link", "Description"))
SCOPES = rows(
    st.builds("|Memo.{}|It|It.|".format, NAMES),
    "### Azure Active Directory scopes for online applications" + table("Scope", "Permission", "Description"),
)
ADDED = rows(
    st.builds("|{}|{}|me|It is new.|".format, NAMES | st.just("memo"), st.sampled_from(["Low", "High"])),
    "## Events\n\n### Added" + table("Resource", "Priority", "Sender", "Reason"),
)
BODY = rows(
    st.builds("|{}|{}{}|{}|".format, NAMES, LENGTHS, WORDS, st.sampled_from(["Yes", "No"])),
    "#### Request body" + table("Name", "Description", "Required?"),
)
RETURNS = st.sampled_from([
    "#### Response body\n\nNone\n\n",
    "#### Response body\n\nThe response from a GET request contains the properties and links shown in the Properties "
    "and Links sections at the top of this page.\n\n",
])  # fmt: skip
FAILURES = st.lists(st.builds("|{}|{}|It failed.|".format, ERRORS, SUBCODES), unique=True, max_size=4).map(
    lambda given: "#### Synchronous errors" + table("Error", "Code", "Subcode", "Description") + "\n".join(given)
)
VERBS = st.lists(st.sampled_from(["GET", "POST", "PUT"]), unique=True, max_size=2)


@st.composite
def markdown(draw: st.DrawFn) -> str:
    """The text of a page."""
    own = [draw(part) for part in (PROPERTIES, LINKS, SCOPES, ADDED)]
    calls = [f"### {verb}\n\n{draw(BODY)}{draw(RETURNS)}{draw(FAILURES)}\n\n" for verb in draw(VERBS)]
    return "# memo\n\n" + "".join((*own, *calls))


EDITIONS = st.tuples(markdown(), st.none() | markdown())
"""A page, and perhaps its older edition."""


def draft(editions: tuple[str, str | None], **texts: str) -> str:
    """What capture writes for a page, given the spec that exists, if any."""
    given = zip(("2022", "2016"), editions, strict=True)
    pages = tuple(page(text, f"docs/{edition}/memo_ref.md", edition) for edition, text in given if text is not None)
    selection = Selection({Path("docs"): pages}, pages, frozenset(), {}, ("2022", "2016"))
    return drafts(selection, held_specs(Path("specs"), COMMON | texts)).texts["resources/memo.yaml"]


def faults(spec: str, drafted: str) -> list[str]:
    found = Collector()
    drift(compared(view(SPEC, spec), view(SPEC, drafted)), found)
    return [fault.message for fault in found]


def brought_up(spec: str, drafted: str) -> str:
    """The updated spec; asserts that a second update changes nothing."""
    found = Collector()
    text = updated(view(SPEC, spec), view(SPEC, drafted), found)
    assert [fault.render() for fault in found] == []
    return text


def written(text: str) -> str:
    """The spec as authors edit it: with sentences for TODO, and a comment above every row and after every sentence."""
    root = load(SPEC, text)
    edits = [
        Edit(said.end - len("TODO"), said.end, f'"Words of {at}." # after {at}')
        for at, said in places(root).items()
        if said.text == "TODO"
    ]
    for at, fact in facts(root).items():
        if fact.value == PRESENT:
            start = line_start(text, sum(len(line) + 1 for line in text.split("\n")[: fact.span.line - 1]))
            edits.append(Edit(start, start, f"{' ' * (fact.span.column - 1)}# above {at}\n"))
    return applied(text, edits)


@given(EDITIONS)
def test_captured_spec_has_no_drift(editions):
    text = draft(editions)

    assert faults(text, draft(editions, **{SPEC: text})) == []


@given(EDITIONS, EDITIONS)
def test_update_leaves_no_drift_and_is_done_once(before, after):
    spec = written(draft(before))
    drafted = draft(after, **{SPEC: spec})

    text = brought_up(spec, drafted)

    assert faults(text, drafted) == []
    assert draft(after, **{SPEC: text}) == drafted
    assert brought_up(text, drafted) == text


@given(EDITIONS, EDITIONS)
def test_update_keeps_the_words_and_comments_of_what_stays(before, after):
    spec = written(draft(before))
    drafted = draft(after, **{SPEC: spec})
    text = brought_up(spec, drafted)

    stays = facts(load(SPEC, spec)).keys() & facts(load(SPEC, drafted)).keys()
    had, has = places(load(SPEC, spec)), places(load(SPEC, text))
    for at in stays & had.keys():
        assert has[at].text == had[at].text
        assert f"# after {at}\n" in text
    for at in stays:
        assert (f"# above {at}\n" in spec) == (f"# above {at}\n" in text)


@given(EDITIONS)
def test_spec_that_agrees_is_left_to_the_letter(editions):
    spec = written(draft(editions))

    assert brought_up(spec, draft(editions, **{SPEC: spec})) is spec


PAGE = "# memo\n\n### Properties" + table("Name", "Description") + "|text|A string.|\n|big|Whether it is.|\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_update_keeps_line_ends_and_the_mark_before_them(mark, ending):
    drafted = draft((PAGE, None))
    spec = mark + drafted.replace("type: boolean", "type: integer").replace("\n", ending)

    assert brought_up(spec, drafted) == mark + drafted.replace("\n", ending)


def test_last_line_is_ended_where_a_row_is_put_after_it():
    drafted = draft((PAGE, None))

    assert brought_up(drafted.partition("\n  big:")[0], drafted) == drafted


def test_first_line_is_put_before_all_others():
    drafted = draft((PAGE, None))

    assert brought_up(drafted.replace("rel: memo\n", ""), drafted) == drafted


def test_facts_of_an_edition_that_was_not_read_stay():
    drafted = draft((PAGE, None))
    spec = drafted.replace("  big:", "  colour:\n    type: string\n    only: 2016\n    summary: Red.\n  big:")
    found = Collector()

    text = updated(view(SPEC, spec), view(SPEC, drafted), found, replace(NO_PAGES, editions={"2022"}))

    assert text == spec
    assert list(found) == []
    assert "colour" not in brought_up(spec, drafted)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("summary: TODO", "sumary: Something to remember.", "line 4: unknown key `sumary`; did you mean `summary`?"),
        ("    summary: TODO\n", "", "would leave no spec (key `summary` is missing here"),
        ("scopes: [Memo.Read]", "scopes: [Memo.Write, # why\n  Memo.Sell]", "would not mend `scopes.Memo.Read`"),
    ],
)
def test_what_cannot_be_mended_in_place_is_left_alone(old, new, why):
    scopes = "### Azure Active Directory scopes for online applications" + table("Scope", "Permission", "Description")
    drafted = draft((PAGE + f"\n{scopes}|Memo.Read|It|It.|\n", None))
    spec = drafted.replace(old, new, 1).replace("type: boolean", "type: integer")
    found = Collector()

    assert updated(view(SPEC, spec), view(SPEC, drafted), found) == spec
    assert [fault.message for fault in found if "stays as it is" in fault.message and why in fault.message]
