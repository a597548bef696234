"""The store: what is damaged is as if it were not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ucwagen.cache.store import Store

KEYS = st.sampled_from([f"{number:064x}" for number in range(6)])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=6)


def filled(values):
    store = Store()
    for key, value in values.items():
        store.put(key, value)
    return store


@given(TABLES, TABLES)
def test_what_is_put_is_found_again(first, second):
    store = Store(filled(first).added)
    for key, value in second.items():
        store.put(key, value)
    again = Store(filled(first).added + store.added)

    for key, value in {**first, **second}.items():
        assert again.get(key) == store.get(key) == value


@given(TABLES, st.data())
def test_damage_loses_values_and_makes_none(values, data):
    whole = filled(values).added
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    hurt = whole[:start] + data.draw(st.binary(max_size=4)) + whole[end:]
    found = Store(hurt)

    for key, value in values.items():
        assert found.get(key) in (value, None)


@given(TABLES, st.data())
def test_record_of_one_key_is_not_taken_for_another(values, data):
    """A record with a valid checksum under a key that was changed by hand."""
    one, other = data.draw(KEYS), data.draw(KEYS)
    swapped = filled({**values, one: "of one"}).added.replace(one.encode(), other.encode())
    found = Store(swapped).get(other)

    assert found in (values.get(other), None) or one == other


@given(TABLES, st.binary(max_size=30))
def test_adding_behind_a_broken_line_works(values, rubbish):
    store = Store(filled(values).added + rubbish)
    store.put("f" * 64, "new")

    assert Store(filled(values).added + rubbish + store.added).get("f" * 64) == "new"


def test_what_is_in_use_is_what_was_asked_for():
    store = Store(filled({f"{number:064x}": number for number in range(100)}).added)
    assert store.get(f"{7:064x}") == 7
    store.put("e" * 64, "new")

    assert store.is_wasteful
    assert sorted(filter(None, store.in_use.split(b"\n")))[0].startswith(f"{7:064x}".encode())
    assert len(store.in_use.splitlines()) == 2
    assert not Store(store.in_use).is_wasteful or Store(store.in_use).get("e" * 64)
