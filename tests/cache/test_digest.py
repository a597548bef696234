"""Digests of values: equal values have one, others do not, in any process."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import BASE, ROOT, api_of, spec_texts
from ucwagen.cache.digest import Digester
from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.python.code.vocabulary import vocabulary
from ucwagen.python.text.literals import Braces, Code


class Colour(Enum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True)
class One:
    value: object


@dataclass(frozen=True)
class Two:
    first: object
    second: object
    span: object = field(default=None, compare=False)


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.sampled_from(Colour)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(One, inner)
        | st.builds(Two, inner, inner, inner)
        | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=6,
)


def digest(*values: object) -> str:
    return Digester().digest(*values)


def typed(value: object) -> object:
    """The value with the types of its numbers, because ``1 == True``; tables with their order."""
    if isinstance(value, tuple):
        return tuple, *map(typed, value)
    if isinstance(value, dict):
        return dict, *((key, typed(inner)) for key, inner in value.items())
    if isinstance(value, One | Two):
        return type(value), *(typed(inner) for name, inner in vars(value).items() if name != "span")
    return type(value), value


@given(VALUES, VALUES)
def test_digests_are_equal_where_values_are(one, other):
    assert (digest(one) == digest(other)) == (typed(one) == typed(other))


@given(st.lists(VALUES, max_size=3), st.lists(VALUES, max_size=3))
def test_digests_of_several_values(one, other):
    assert (digest(*one) == digest(*other)) == (typed(tuple(one)) == typed(tuple(other)))


@given(VALUES)
def test_sharing_changes_nothing(value):
    digester = Digester()
    digester.digest(value)

    assert digester.digest(value, One(value)) == digest(value, One(value))


def test_places_do_not_count():
    here, there = (Two(1, 2, Span(Source("a", ""), line, 1)) for line in (1, 2))

    assert digest(here) == digest(there)


def test_text_that_has_parts_is_more_than_its_characters():
    one = Braces.of([Code("1: 2, 3: 4")])
    two = Braces.of([Code("1: 2"), Code("3: 4")])

    assert one == two
    assert len({digest(one), digest(two), digest(str(one))}) == 3


@pytest.mark.parametrize("value", [object(), lambda: 1, {1, 2}, 1.5], ids=["object", "lambda", "set", "float"])
def test_what_cannot_be_digested_is_refused(value):
    with pytest.raises(TypeError, match="no digest"):
        digest(PurePosixPath("a"), value)


def test_every_part_of_a_resource_counts_but_its_places():
    api = api_of(spec_texts(BASE))
    me = next(one for one in api.resources if one.operations or one.properties)

    assert digest(me) == digest(api_of(spec_texts(BASE)).resources[api.resources.index(me)])
    assert digest(me) != digest(replace(me, ref=replace(me.ref, summary="Other.")))
    assert digest(me) != digest(replace(me, properties=()))
    assert digest(replace(me, ref=replace(me.ref, span=Span(Source("x", ""), 9, 9)))) == digest(me)


PRINT = """
import sys
from support import BASE, api_of, spec_texts
from ucwagen.cache.digest import Digester
from ucwagen.diagnostics import Collector
from ucwagen.python.code.vocabulary import vocabulary
api = api_of(spec_texts(BASE))
print(Digester().digest(api.resources, vocabulary(api, Collector())))
"""


def test_another_process_finds_the_same(monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "77")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    done = subprocess.run([sys.executable, "-c", PRINT], cwd=ROOT, capture_output=True, text=True, check=True)
    api = api_of(spec_texts(BASE))

    assert done.stdout.strip() == digest(api.resources, vocabulary(api, Collector()))
