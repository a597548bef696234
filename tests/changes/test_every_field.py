"""Every field of the model is compared by a rule, or declared as one that no rule reads."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import Mutation, classes, compared_fields, mutations

from support import CASES, api_of, spec_texts
from ucwagen import spec
from ucwagen.changes import Side, compare
from ucwagen.changes.rules.catalogue import IGNORED, RULES
from ucwagen.changes.types.change import Comparison
from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api
from ucwagen.python.identifiers import identifiers

TEXTS = spec_texts(CASES / "every-field")
BUNDLE = spec.read_all(TEXTS)
API = api_of(TEXTS)
MUTATIONS = tuple(mutations(API))
FIELDS = sorted(f"{name}.{field}" for name, cls in classes().items() for field in compared_fields(cls))
INSIDE = {"OwnTables": "Resource.stated", "Minted": "Api.minted"}
"""Classes whose fields are read where another field is declared."""


@cache
def side(api: Api) -> Side:
    try:
        names = identifiers(api, Collector())
    except KeyError:  # a row names what a mutation took away: no build would come here
        names = side(API).names
    return Side(api, names, BUNDLE)


def compared(old: Api, new: Api) -> Comparison:
    return compare(side(old), side(new))


def is_declared(mutation: Mutation) -> bool:
    """Whether no rule reads the field, or what it stands in."""
    return mutation.name in IGNORED or "stated" in mutation.path or "minted" in mutation.path


@pytest.mark.parametrize("field", FIELDS)
def test_a_rule_reads_the_field(field):
    mine = [mutation for mutation in MUTATIONS if mutation.name == field]
    mine = mine or [mutation for mutation in MUTATIONS if field.removeprefix("Api.") in mutation.path[:1]]
    declared = field in IGNORED or INSIDE.get(field.partition(".")[0]) in IGNORED

    assert mine, "no part of cases/every-field has it; add it there"
    seen = [mutation for mutation in mine if compared(API, mutation.applied(API)).changes]
    if declared:
        assert seen == [], "a rule reads it; remove it from IGNORED"
    else:
        assert seen, "no rule reads it: write one, or declare why not in changes/rules/catalogue.py"


def test_what_is_ignored_exists_and_has_a_reason():
    assert set(IGNORED) <= set(FIELDS)
    assert all(why.endswith(".") for why in IGNORED.values())


def test_an_api_equals_itself():
    assert compared(API, API).changes == ()


def test_no_change_is_reported_as_nothing():
    """Each change of each field, of every part of the API."""
    found = {mutation: compared(API, mutation.applied(API)).changes for mutation in MUTATIONS}

    assert len(found) > 500
    assert [one for one, changes in found.items() if not changes and not is_declared(one)] == []
    assert [one for one, changes in found.items() if changes and is_declared(one)] == []


@given(numbers=st.lists(st.integers(0, len(MUTATIONS) - 1), min_size=1, max_size=3, unique=True))
def test_other_direction_mirrors(numbers):
    changed = API
    chosen = map(MUTATIONS.__getitem__, numbers)
    for one in (one for one in chosen if one.name != "ResourceRef.page"):  # references would keep the former name
        try:
            changed = one.applied(changed)
        except (IndexError, AttributeError, TypeError):  # an earlier one took away what it changes
            continue
    there, back = compared(API, changed), compared(changed, API)

    assert sorted(RULES[change.rule.id].opposite for change in there.changes) == sorted(
        change.rule.id for change in back.changes
    )
