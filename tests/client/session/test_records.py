"""Records behave as frozen dataclasses with slots: each is compared with the dataclass that has the same fields."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any, ClassVar, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ucwa2 import PasswordGrant, Policy
from ucwa2._runtime.base.record import record, unshown
from ucwa2._runtime.client.session.grants import Grant


@record
class Ours:
    """Three fields."""

    kind: ClassVar[str] = "x"
    first: int
    second: str = unshown(default="b")
    third: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """Three fields."""

    kind: ClassVar[str] = "x"
    first: int
    second: str = dataclasses.field(default="b", repr=False)
    third: tuple[int, ...] = ()


KINDS: tuple[Any, Any] = (Ours, Theirs)
VALUES = st.one_of(st.integers(), st.text(max_size=3))
NAMED = st.dictionaries(st.sampled_from(["first", "second", "third", "other"]), VALUES, max_size=3)


def outcome(kind: Any, arguments: tuple[Any, Any]) -> Any:
    """What is seen of a value, by everything that shows it; the class of the error where there is none."""
    try:
        value = kind(*arguments[0], **arguments[1])
    except TypeError:
        return TypeError
    fields = [(row.name, row.default, row.repr) for row in dataclasses.fields(value)]
    return (
        repr(value).partition("(")[2],
        hash(value),
        dataclasses.astuple(value),
        dataclasses.replace(value, second="c").second,
        fields,
        kind.__match_args__,
    )


ARGUMENTS = st.tuples(st.lists(VALUES, max_size=4).map(tuple), NAMED)


@settings(max_examples=30)
@given(ARGUMENTS, ARGUMENTS)
def test_a_record_is_as_the_dataclass_with_its_fields(one: Any, other: Any) -> None:
    seen = [(outcome(kind, one), outcome(kind, other)) for kind in KINDS]

    assert seen[0] == seen[1]
    if TypeError not in seen[0]:
        left, right = Ours(*one[0], **one[1]), Ours(*other[0], **other[1])
        assert (left == right) is (seen[1][0][2] == seen[1][1][2])
        assert copy.copy(left) == left
        assert copy.deepcopy(left) == left
        assert pickle.loads(pickle.dumps(left)) == left


def test_the_type_hints_of_a_record_are_those_of_its_fields() -> None:
    assert get_type_hints(Ours) == get_type_hints(Theirs)
    assert [*get_type_hints(Policy)] == [field.name for field in dataclasses.fields(Policy)]


def test_copy_of_later_pythons_replaces_fields() -> None:
    replace: Any = getattr(copy, "replace", lambda value, **fields: value.__replace__(**fields))  # until Python 3.13

    assert replace(Ours(1, third=(2,)), second="c") == Ours(1, "c", (2,))
    with pytest.raises(TypeError):
        replace(Ours(1), fourth=2)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_does_not_change(kind: Any) -> None:
    value = kind(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.first = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.first
    with pytest.raises((AttributeError, TypeError)):
        value.fourth = 2
    assert not hasattr(value, "__dict__")
    assert value != Policy()


def test_signatures_are_shown_with_their_types() -> None:
    assert str(inspect.signature(PasswordGrant)) == "(user: str, password: str) -> None"
    assert inspect.signature(Ours) == inspect.signature(Theirs, eval_str=True)
    kind: Any = PasswordGrant
    with pytest.raises(TypeError, match="PasswordGrant: missing a required argument: 'password'"):
        kind("ann")


@dataclasses.dataclass(frozen=True, slots=True)
class OwnGrant(Grant):
    """A dataclass of the user's on a record."""

    name: ClassVar[str] = "own"
    key: str = dataclasses.field(repr=False)
    level: int = 1


class Named(PasswordGrant):
    """A class of the user's with arguments of its own."""

    def __init__(self, user: str) -> None:
        super().__init__(user, user)
        self.note = user


def test_users_derive_classes_from_records() -> None:
    assert repr(OwnGrant("a")) == "OwnGrant(level=1)"
    assert dataclasses.replace(OwnGrant("a"), level=2) == OwnGrant("a", 2)
    assert list(inspect.signature(OwnGrant).parameters) == ["key", "level"]
    assert Named("ann") == Named("ann")
    assert Named("ann").note == "ann"
    assert list(inspect.signature(Named).parameters) == ["user"]
    value: Any = Named("ann")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.user = "bob"
