"""Large JSON messages: a resource of a long list is decoded when it is first read, and nothing else differs."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import State, decode
from sample._runtime.codecs import json_lists
from sample._runtime.codecs.json import DEPTH
from sample._runtime.codecs.json_values import Unread
from sample._runtime.states import parse
from sample.errors import DecodeError, InvalidArgument
from sample.resources.contact import Contact
from sample.resources.my_contacts import MyContacts
from sample.resources.values import Values

PATIENCE = 10


@contextmanager
def sizes(large: int, step: int = 50, least: int = 1) -> Iterator[None]:
    """Other sizes of messages, lists and steps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "LARGE", large)
        patch.setattr(json_lists, "STEP", step)
        patch.setattr(json_lists, "LEAST", least)
        yield


def small() -> Any:
    """Every message counts as a large one."""
    return sizes(0)


def contact(at: int, **more: Any) -> dict[str, Any]:
    return {"rel": "contact", "name": f"Ann {at}", "_links": {"self": {"href": f"/people/{at}"}}, **more}


def page(number: int = 40, **more: Any) -> bytes:
    return json.dumps({"rel": "myContacts", "_embedded": {"contact": [*map(contact, range(number))]}, **more}).encode()


def unread(state: State) -> list[bool]:
    """Whether each resource below a state, in order, has not been read yet."""
    return [*_unread(state._source)]


def _unread(value: Any) -> Iterator[bool]:
    if isinstance(value, Unread):
        yield not isinstance(value._held, dict)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _unread(item)


def outcome(read: Any) -> Any:
    """What reading gives: a value, or the text and the path of its fault."""
    try:
        return read()
    except InvalidArgument as fault:
        return str(fault)
    except DecodeError as fault:
        return str(fault), fault.path, fault.position, [str(found) for found in fault.faults]


def seen(state: Any) -> list[Any]:
    """What can be seen of a state."""
    return [
        type(state), repr(state), state.to_json(), outcome(state.to_xml), outcome(state.validate), [*state],
        outcome(lambda: [*state.links]), outcome(lambda: [*state.embedded]),
        [outcome(lambda key=key: [item.to_json() for item in state.embedded._states(key)]) for key in keys(state)],
    ]  # fmt: skip


def keys(state: State) -> list[str]:
    try:
        return [*state.embedded]
    except DecodeError:
        return []


def test_only_what_is_read_is_decoded():
    with small():
        state = MyContacts.from_json(page())
    assert unread(state) == [True] * 40

    contacts = state.embedded.contact
    assert unread(state) == [True] * 40
    assert contacts[17].name == "Ann 17"
    assert contacts[17].href == "/people/17"
    assert [at for at, is_unread in enumerate(unread(state)) if not is_unread] == [17]
    assert state.embedded.contact[17]._values.read() is contacts[17]._values.read()


def test_size_alone_decides():
    with sizes(len(page())):
        assert any(unread(MyContacts.from_json(page())))
        assert any(unread(decode(page())))
        assert not unread(MyContacts.from_json(page()[:-1].replace(b" ", b"") + b"}"))
        assert not unread(MyContacts.from_json(page(), strict=True))


@pytest.mark.parametrize("least", [1, 200, 10_000])
def test_short_lists_are_read_at_once(least):
    with sizes(0, least=least):
        assert bool(unread(MyContacts.from_json(page(5)))) is (least < 1000)


NESTED = [
    ("one resource around", {"_embedded": {"thing": {"rel": "x", "_embedded": {"contact": [*map(contact, range(20))]}}}}),
    ("a list around", {"_embedded": {"others": [{"a": 1, "_embedded": {"contact": [*map(contact, range(20))]}}]}}),
    ("several lists", {"_embedded": {name: [*map(contact, range(9))] for name in ("contact", "others", "l", "é\"")}}),
    ("lists inside", {"_embedded": {"contact": [contact(at, a=[{"x": 1}, {"y": [{}, {}]}]) for at in range(9)]}}),
    ("brackets in texts", {"_embedded": {"contact": [contact(at, a='},{"]}[{\\"') for at in range(9)]}}),
    ("a mark in a text", {"a": '"_embedded": {"a": [{', "_embedded": {"contact": [*map(contact, range(9))]}}),
    ("items of other kinds", {"_embedded": {"others": [{}, {"a": 1}, 5, None, "x", [{}], {}]}}),
    ("large numbers", {"_embedded": {"contact": [contact(at, a=[2**70]) for at in range(9)]}}),
]  # fmt: skip


@pytest.mark.parametrize("spacing", [(",", ":"), (", ", ": "), (" ,\n", " :\t")])
@pytest.mark.parametrize(("tree"), [tree for _, tree in NESTED], ids=[name for name, _ in NESTED])
def test_lists_anywhere(tree, spacing):
    data = json.dumps({"rel": "values", **tree}, separators=spacing)
    plain = Values.from_json(data)
    with small():
        state = Values.from_json(data)

    assert any(unread(state))
    assert seen(state) == seen(plain)
    assert not any(unread(state))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(["},{", "[{", '"_embedded": {'])
SCALARS = TEXTS | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.none()
ANY = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=6
)
LINKS = st.dictionaries(st.sampled_from(["self", "contact", "new"]), st.just({"href": "/a"}) | ANY, max_size=2)
KEYS = st.sampled_from(["contact", "others", "thing"]) | TEXTS
NAMES = st.sampled_from(["text", "flag", "whole", "_links"]) | TEXTS


def trees(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Resources with lists of resources, most of which have the right shape."""
    embedded = st.dictionaries(KEYS, st.lists(inner, min_size=1, max_size=8) | inner | ANY, max_size=3)
    return st.builds(
        lambda rest, links, inside: {**rest, "_links": links, "_embedded": inside},
        st.dictionaries(NAMES, ANY, max_size=2),
        LINKS,
        embedded,
    )


TREES = trees(st.recursive(st.dictionaries(NAMES, ANY, max_size=3), trees, max_leaves=12))
STEPS = st.sampled_from([1, 20, 200])


def both(data: bytes | str, step: int = 50) -> tuple[Any, Any]:
    """What the plain parser reads, and what is read of the same as of a large message."""
    plain = outcome(lambda: Values.from_json(data))
    with sizes(0, step):
        return plain, outcome(lambda: Values.from_json(data))


@settings(max_examples=300)
@given(TREES, STEPS, st.booleans(), st.sampled_from([None, 1]))
def test_any_message_is_the_same(tree, step, is_ascii, indent):
    data = json.dumps(tree, ensure_ascii=is_ascii, indent=indent)
    plain, state = both(data, step)

    assert state == plain
    assert both(data, step)[1] == pickle.loads(pickle.dumps(both(data, step)[1])) == plain
    assert seen(state) == seen(plain)


@settings(max_examples=500)
@given(TREES, STEPS, st.data())
def test_any_fault_is_found_as_early(tree, step, data):
    """A piece of the message removed, repeated or overwritten: the same fault, with the same text, or the same state."""
    message = json.dumps(tree).encode()
    start = data.draw(st.integers(0, len(message)))
    end = data.draw(st.integers(start, min(len(message), start + 20)))
    put = data.draw(
        st.sampled_from([b"", message[start:end] * 2, b'"', b"{", b"]", b"},{", b"\xff", b"\\ud800", b"1e400", b"\x00"])
        | st.binary(max_size=3)
    )
    plain, state = both(message[:start] + put + message[end:], step)

    if isinstance(plain, State):
        assert seen(state) == seen(plain)
    else:
        assert state == plain


DEEP = DEPTH + 1
FAULTS = [
    ("bad UTF-8", b'"\xff"'),
    ("surrogate in UTF-8", b'"\xed\xa0\x80"'),
    ("lone surrogate", b'"\\ud800 and more text"'),
    ("integer of 5000 digits", b"1" * 5000),
    ("integer of 4301 digits", b"-" + b"7" * 4301),
    ("deep lists", b"[" * DEEP + b"]" * DEEP),
    ("deeper than the interpreter goes", b"[" * 5000 + b"]" * 5000),
    ("deep resources", b'{"_embedded": {"a": ' * DEEP + b"{}" + b"}}" * DEEP),
    ("control character", b'"\n"'),
    ("number", b"01"),
    ("word", b"NaN"),
    ("trailing comma", b"[1,]"),
    ("bracket", b"}"),
]


@pytest.mark.parametrize("value", [value for _, value in FAULTS], ids=[name for name, _ in FAULTS])
@pytest.mark.parametrize("at", [0, 20, 39])
def test_fault_in_a_resource_is_raised_when_the_message_is_read(value, at):
    plain, state = both(page().replace(b'"Ann %d"' % at, value))

    assert isinstance(plain, tuple)
    assert state == plain


@pytest.mark.parametrize(
    "data",
    [page()[:-1], page() + b"x", page()[:-2] + b"]}", page().replace(b"}]}}", b"}],}}"), page().replace(b"}]", b"},]"), b""],
)  # fmt: skip
def test_fault_around_a_list(data):
    plain, state = both(data)

    assert isinstance(plain, tuple)
    assert state == plain


def test_repeated_members():
    """The last one wins, of a list too; a strict reader refuses them."""
    one, two = (json.dumps([*map(contact, numbers)]) for numbers in (range(9), range(9, 20)))
    data = f'{{"_embedded": {{"others": {one}, "others": {two}}}}}'
    plain, state = both(data)

    assert [item["name"] for item in state.embedded.others] == [f"Ann {at}" for at in range(9, 20)]
    assert state == plain
    with small(), pytest.raises(DecodeError, match=r"\$._embedded.others: `others` is given twice"):
        Values.from_json(data, strict=True)
    with small(), pytest.raises(DecodeError, match=r"\$._embedded.contact\[3\].name: `name` is given twice"):
        Values.from_json(page().replace(b'"Ann 3"', b'"Ann 3", "name": ""'), strict=True)


def test_number_of_any_size():
    with small():
        state = MyContacts.from_json(page().replace(b'"Ann 7"', b"1e400"))

    assert any(unread(state))
    assert b'"name":1e400' in state.to_json()


@pytest.mark.parametrize("body", [b'{"sender": [%b]}', b'{"code": "Conflict", "_embedded": {"a": [%b]}}', b"[%b]"])
def test_bodies_that_are_no_state(body):
    data = body % b", ".join([b'{"events": []}'] * 30)
    plain = decode(data)
    with small():
        found = decode(data)

    assert type(found) is type(plain)
    assert repr(found) == repr(plain)


def test_threads_that_read_one_state():
    """All see the same; none is stopped by what another one reads."""
    with small():
        states = [MyContacts.from_json(page(300)) for _ in range(10)]
    plain = MyContacts.from_json(page(300))
    start = Barrier(8)

    def read(_: int) -> bool:
        start.wait(PATIENCE)
        return all(
            [item.name for item in state.embedded.contact] == [f"Ann {at}" for at in range(300)] for state in states
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(8)))
    assert states == [plain] * 10


def test_thread_that_is_overtaken(monkeypatch):
    """A thread that decodes an object while another one does too."""
    from sample._runtime.codecs import json_values

    item, plain = Unread(b'{"a": 1}'), json_values.decoded

    def slowly(text):
        monkeypatch.setattr(json_values, "decoded", plain)
        assert item["a"] == 1
        return plain(text)

    monkeypatch.setattr(json_values, "decoded", slowly)
    assert item.read() == {"a": 1} == item.read()
    assert item.read() is item.read()


def test_steps_are_short(monkeypatch):
    """No call of the parser gets more than a few steps of a message, nor all of them together much more than it has."""
    texts, split = [], json_lists._splitter()
    monkeypatch.setattr(json_lists, "_splitter", lambda: lambda text: texts.append(len(text)) or split(text))
    with sizes(0, step=1000):
        state = MyContacts.from_json(page(2000))

    assert unread(state) == [True] * 2000
    assert max(texts) <= 2000
    assert sum(texts) < 1.2 * len(page(2000))


@pytest.mark.parametrize(
    "message",
    [
        b'{"_embedded": {"a": [' + b'{"b": [{},{}]},' * 3000 + b"5]}}",
        b'{"_embedded": {"a": [{"b": [' + b"{}," * 9000 + b"{}]}]}}",
        b'{"a": [' + b'{"_embedded": {"a": [{}]}},' * 2000 + b"1]}",
        b'{"_embedded": {"a": [' + b'{"_embedded": {"a": [{},' * 20 + b"1" + b"]}}" * 20 + b"]}}",
    ],
)
def test_no_message_takes_long(message, monkeypatch):
    texts, split = [], json_lists._splitter()
    monkeypatch.setattr(json_lists, "_splitter", lambda: lambda text: texts.append(len(text)) or split(text))
    plain, state = both(message)

    assert seen(state) == seen(plain)
    assert sum(texts) < (json_lists._PASSES + 2) * len(message)


def test_embedded_state_of_a_large_message():
    with small():
        first = MyContacts.from_json(page()).embedded.contact[0]
        other = MyContacts.from_json(page()).embedded.contact[0]
    alone = Contact.from_json(json.dumps(contact(0)))

    assert first.to_json() == alone.to_json()
    assert other == first == pickle.loads(pickle.dumps(other)) == alone
    assert Contact.from_xml(first.to_xml()) == alone
    assert dict(first._values) == contact(0)
    assert len(first._values) == 3
