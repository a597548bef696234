"""Reading specs: any tree gives specs or faults, and each spec has the positions of its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucwagen import spec
from ucwagen.diagnostics import Faults, Source, Span
from ucwagen.source import load
from ucwagen.source.node import Entry, Mapping, Scalar, Sequence
from ucwagen.spec import api, shortcuts, types

TEXT = """\
rel: memo
page: none
summary: A memo.
links: {to: {many: true}}
operations:
  POST:
    summary: Send it.
    parameters:
      to:
        type: string
        in: either
        summary: Whom to send it to.
    returns: none
    errors:
      - error: Conflict
      - shared: [busy, gone]
"""
KINDS = (api.ApiSpec, types.ErrorsSpec, types.ResourceSpec, types.EnumSpec, shortcuts.ShortcutsSpec)
HERE = Span(Source("memo.yaml", "rel: memo\n"), 1, 1)
SPEC_TYPES = [
    kind
    for module in (api, types)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, types.Spec)
]
ALL_KEYS = sorted({key for kind in SPEC_TYPES for key in kind.known()})

SCALARS = st.builds(
    Scalar, st.sampled_from(["", "x", "true", "7", "POST", "2016", "added"]) | st.text(max_size=5), st.just(HERE)
)
KEYS = st.builds(Scalar, st.sampled_from([*ALL_KEYS, "POST", "x"]), st.just(HERE))


def mappings(inner):
    entries = st.lists(st.builds(Entry, KEYS, inner), max_size=5, unique_by=lambda entry: entry.key.text).map(tuple)
    return st.builds(Mapping, entries, st.just(HERE), st.booleans())


TREES = st.recursive(
    SCALARS,
    lambda inner: mappings(inner) | st.builds(Sequence, st.lists(inner, max_size=3).map(tuple), st.just(HERE)),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def memo() -> types.ResourceSpec:
    return spec.read(load("memo.yaml", TEXT), types.ResourceSpec)


@given(TREES | mappings(TREES), st.sampled_from(KINDS))
def test_any_tree_gives_a_spec_or_faults(tree, kind):
    try:
        found = spec.read(tree, kind)
    except Faults as faults:
        found = faults.render()

    assert isinstance(found, kind) or found.startswith("memo.yaml:")


@given(
    st.dictionaries(
        st.text(max_size=20) | st.sampled_from(["specs/api.yaml", "./enums/A.yaml"]), st.text(max_size=9), max_size=3
    )
)
def test_any_files_give_faults_of_theirs(files):
    with pytest.raises(Faults):
        spec.read_all(files)


def test_values_have_their_types(memo):
    post = memo.operations["POST"]

    assert (memo.links["to"].many, memo.links["to"].to) == (True, None)
    assert (post.parameters["to"].in_, post.parameters["to"].required, post.returns) == ("either", "false", "none")
    assert (post.errors[0].error, post.errors[1].shared) == ("Conflict", ("busy", "gone"))


def test_key_is_where_a_spec_is_introduced(memo):
    post = memo.operations["POST"]
    places = [memo.key, memo.links["to"].key, post.key, post.parameters["to"].key, post.errors[1].key]

    assert [str(place) for place in places] == [f"memo.yaml:{place}" for place in ("1:1", "4:9", "6:3", "9:7", "16:9")]


def test_span_is_where_a_value_stands(memo):
    post = memo.operations["POST"]
    places = [
        memo.span("rel"),
        memo.span("links", "to", "many"),
        post.parameters["to"].span("in_"),
        post.errors[1].span("shared", 1),
    ]

    assert [str(place) for place in places] == [f"memo.yaml:{place}" for place in ("1:6", "4:20", "11:13", "16:24")]


def test_span_of_what_is_left_out_is_the_nearest_there_is(memo):
    post = memo.operations["POST"]

    assert post.parameters["to"].span("format") == post.parameters["to"].key
    assert post.errors[1].span("shared", 2) == post.errors[1].span("shared")


def test_specs_are_frozen(memo):
    with pytest.raises(ValueError, match="frozen"):
        memo.rel = "note"
