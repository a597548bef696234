"""Laws for every message: round trips, equality across formats, and no undocumented exception."""

from __future__ import annotations

import contextlib
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import canonicalize
from sample import EventPage, State, decode
from sample._runtime.codecs.json import DEPTH, is_flat
from sample._runtime.codecs.json_shallow import LEVELS, decoded_shallow
from sample._runtime.codecs.json_values import decoded
from sample.errors import DecodeError
from sample.resources.values import Values

DATA = Path(__file__).parent / "data"
MESSAGES = {form: (DATA / f"phoneAudioInvitation.{form}").read_bytes() for form in ("json", "xml")}

SIGNS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r", exclude_characters="\ufffe\uffff")
TEXTS = st.text(SIGNS, max_size=12)
NAMES = TEXTS.filter(lambda name: name and name not in ("_links", "_embedded", "rel"))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = TEXTS | st.booleans() | NUMBERS | st.none()
ANY = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=5
)
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        "text": TEXTS,
        "texts": st.lists(TEXTS, max_size=3),
        "flag": st.booleans() | st.sampled_from(["true", "False", "maybe"]),
        "flags": st.lists(st.booleans(), max_size=3),
        "whole": st.integers() | ANY,
        "real": NUMBERS | TEXTS,
        "time": st.integers(-(10**14), 10**14).map(lambda ms: f"/Date({ms})/")
        | st.datetimes().map(lambda time: time.isoformat())
        | TEXTS,
        "span": st.timedeltas().map(str) | st.from_regex(r"P\d{1,3}DT\d{1,9}S", fullmatch=True),
        "blob": st.binary(max_size=5).map(lambda data: data.hex()),
        "importance": st.sampled_from(["Urgent", "Dire"]) | SCALARS,
    },
)
ATTRIBUTES = st.fixed_dictionaries({"href": TEXTS}, optional={"title": TEXTS, "revision": NUMBERS, "x-y": SCALARS})
RELS = st.sampled_from(["self", "contact", "others", "content", "next"]) | TEXTS
LINKS = st.dictionaries(RELS, ATTRIBUTES | st.lists(ATTRIBUTES, max_size=2), max_size=4)


def resources(embedded: st.SearchStrategy[object] | None = None) -> st.SearchStrategy[dict[str, object]]:
    """JSON objects that could be a state; ``self`` is one link, as a resource has one address."""
    parts = {
        "_links": LINKS.map(
            lambda links: {rel: link for rel, link in links.items() if rel != "self" or isinstance(link, dict)}
        )
    }
    if embedded is not None:
        keys = st.sampled_from(["contact", "others", "thing"]) | TEXTS
        parts["_embedded"] = st.dictionaries(keys, embedded | st.lists(embedded, max_size=2), max_size=3)
    rest = st.fixed_dictionaries({}, optional={**parts, "rel": TEXTS.filter(bool)})
    return st.builds(
        lambda *found: {name: value for part in found for name, value in part.items()},
        st.dictionaries(NAMES, ANY, max_size=3),
        KNOWN,
        rest,
    )


STATES = st.recursive(resources(), resources, max_leaves=3).map(lambda tree: {**tree, "rel": "values"})


@given(STATES)
def test_json_round_trip_is_exact(tree):
    state = Values.from_json(json.dumps(tree))

    assert json.loads(state.to_json()) == tree
    assert Values.from_json(state.to_json()) == state == pickle.loads(pickle.dumps(state))


@given(STATES)
def test_xml_gives_an_equal_state(tree):
    """After that, both round trips are exact."""
    state = Values.from_json(json.dumps(tree))

    other = Values.from_xml(state.to_xml())

    assert other == state
    assert canonicalize(Values.from_xml(other.to_xml()).to_xml().decode()) == canonicalize(state.to_xml().decode())
    assert Values.from_json(other.to_json()) == other == pickle.loads(pickle.dumps(other))


@given(STATES, STATES)
def test_equality_agrees_across_formats(one, other):
    """Equality never raises, and does not depend on the formats of the states."""
    first, second = Values.from_json(json.dumps(one)), Values.from_json(json.dumps(other))
    as_xml = Values.from_xml(second.to_xml())

    assert (first == second) == (first == as_xml) == (as_xml == first)


@given(STATES)
def test_everything_can_be_looked_at(tree):
    """Printing, validating and reading raise only ``DecodeError``."""
    state = Values.from_json(json.dumps(tree))

    for form in (state, Values.from_xml(state.to_xml())):
        assert "\n" not in repr(form) + repr(form.links) + repr(form.embedded)
        assert len([form[name] for name in form]) == len(set(form))
        for name in vars(Values):
            with contextlib.suppress(DecodeError, AttributeError):
                getattr(form, name)
        with contextlib.suppress(DecodeError):
            form.validate()


def states(page: EventPage) -> Iterator[State | None]:
    """The readable states of events."""
    for event in page:
        with contextlib.suppress(DecodeError):
            yield event.state


def look(data: bytes | str, content_type: str | None) -> None:
    """Decode, and read all members."""
    try:
        found = decode(data, content_type)
    except DecodeError:
        return
    for state in [found] if isinstance(found, State) else list(states(found)) if isinstance(found, EventPage) else []:
        if isinstance(state, State):
            assert state == state  # noqa: PLR0124
            assert "\n" not in repr(state) + repr(state.links) + repr(state.embedded)
            with contextlib.suppress(DecodeError):
                assert decode(state.to_json(), "application/json") is not None
            with contextlib.suppress(DecodeError):
                state.validate()


@given(
    st.binary(max_size=60),
    st.sampled_from(["application/json", "application/xml", None, "text/html", "x;charset=utf-16"]),
)
def test_any_bytes(data, content_type):
    look(data, content_type)


@given(ANY, st.sampled_from(["_links", "_embedded", "rel", "sender", "code"]))
def test_any_value_in_any_place(value, name):
    look(json.dumps({"rel": "values", name: value}), "application/json")
    look(json.dumps({name: value}), "application/json")
    look(
        json.dumps({"sender": [{"events": [{"type": "x", "link": {"rel": "a", "href": "/"}, name: value}]}]}),
        "application/json",
    )


@settings(max_examples=300)
@given(st.sampled_from(["json", "xml"]), st.data())
def test_documented_message_with_a_mutation(form, data):
    """A piece of it removed, repeated, moved or overwritten."""
    message = MESSAGES[form]
    start = data.draw(st.integers(0, len(message)))
    end = data.draw(st.integers(start, min(len(message), start + 200)))
    put = data.draw(
        st.sampled_from(
            [b"", message[start:end] * 2, b"\x00", b"<", b'"', b"{", b"]", b"&#0;", b"\xff", b"<!DOCTYPE a>"]
        )
        | st.binary(max_size=8)
    )

    look(message[:start] + put + message[end:], f"application/{form}")


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_documented_message_in_any_encoding(form, codec):
    look(MESSAGES[form].decode().encode(codec), f"application/{form}")
    look(
        MESSAGES[form].decode().replace('encoding="utf-8"', f'encoding="{codec}"').encode(codec), f"application/{form}"
    )


def _depth(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0) if isinstance(value, dict | list) else 0


SIGNS = st.text(alphabet='[]{}"\\a', max_size=6)
NESTED = st.recursive(
    SIGNS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SIGNS, inner, max_size=3), max_leaves=20
)


@given(
    NESTED, st.integers(0, 80), st.sampled_from(["[%s]", '{"a": %s}', '["}", %s]', '{"{": %s, "}": 1}', '["\\"", %s]'])
)
def test_no_text_hides_how_deep_a_value_is(value, levels, around):
    """Brackets in texts may cost a slower check, but nesting that is too deep is always refused."""
    text = json.dumps(value)
    for _ in range(levels):
        text = around.replace("%s", text)

    assert not (is_flat(text.encode()) and _depth(json.loads(text)) > DEPTH)
    if levels < DEPTH // 2 and around in ("[%s]", '{"a": %s}') and value == "":
        assert is_flat(text.encode())


@given(ANY, st.lists(st.sampled_from(["[%s]", '{"a": %s}', '[1, %s, {"b": null}]', '{"b": [], "a": %s}']), max_size=80))
def test_the_type_with_few_levels_decodes_the_same_and_misses_nothing_deeper(value, around):
    text = json.dumps(value)
    for part in around:
        text = part.replace("%s", text)
    found, is_shallow = decoded_shallow(text.encode())

    assert repr(found) == repr(decoded(text.encode()))
    assert not (is_shallow and _depth(found) > LEVELS)


def test_documented_messages_are_known_to_have_few_levels():
    assert decoded_shallow(MESSAGES["json"])[1]
