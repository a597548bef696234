"""Specs restored from JSON: the same fields as those that were read, and nothing of a spec that they lack."""

from __future__ import annotations

import json

import pytest

from support import CASES, ROOT, spec_texts
from ucwagen.model import check, link
from ucwagen.spec import read_all
from ucwagen.spec.fields import fields, kinds
from ucwagen.spec.restored import Fields, Restored, Restorer, kept
from ucwagen.spec.said import Said


def restored(spec: Said) -> Restored:
    """By way of JSON texts, as from a file."""
    found = {name: [one.names, one.defaults, one.forms] for name, one in fields().items()}
    known = {name: Fields(tuple(names), *rest) for name, (names, *rest) in json.loads(json.dumps(found)).items()}
    return Restorer(known).restored(json.loads(json.dumps(kept(spec))))


@pytest.mark.parametrize("kind", kinds().values(), ids=kinds())
def test_a_kind_has_fields_and_nothing_else(kind):
    """A method of its own would be missing in specs that are restored."""
    own = {name for name in vars(kind) if not name.startswith(("_", "model_"))} - kind.model_fields.keys()

    assert own == set()


@pytest.mark.parametrize("folder", [ROOT, CASES / "base", CASES / "rich"], ids=lambda folder: folder.name)
def test_restored_specs_have_the_same_fields(folder):
    for spec in [one for one in all_of(folder) if isinstance(one, Said)]:
        again = restored(spec)

        assert kept(again) == kept(spec)
        assert plain(again) == plain(spec)
        assert list(again.given()) == list(spec.given())


def test_restored_specs_are_linked_alike():
    """Places do not count when two objects of the model are compared."""
    specs = read_all(spec_texts(ROOT))
    rows = {
        name: {page: restored(spec) for page, spec in getattr(specs, name).items()} for name in ("resources", "enums")
    }
    ones = {name: restored(getattr(specs, name)) for name in ("api", "errors")}
    shortcuts = restored(specs.shortcuts) if specs.shortcuts else None
    again = link(type(specs)(**ones, **rows, shortcuts=shortcuts))

    check(again)
    assert again == link(specs)


def test_places_differ_as_in_a_file():
    spec = restored(read_all(spec_texts(ROOT)).resources["note"])
    places = [spec.key, spec.span("rel"), spec.span("properties", "message"), spec.key_of("properties", "message")]

    assert len(set(places)) == len(places)
    assert spec.span("rel") == spec.span("rel")
    with pytest.raises(AttributeError, match="frozen"):
        spec.rel = "other"


def plain(value: object) -> object:
    """Every field, those that are left out included."""
    if isinstance(value, Said):
        return value.kind, {name: plain(inner) for name, inner in value.fields().items()}
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def all_of(folder) -> list[Said | None]:
    texts = spec_texts(CASES / "base") | spec_texts(folder)
    specs = read_all(spec_texts(folder) if folder == ROOT else texts)
    return [specs.api, specs.errors, specs.shortcuts, *specs.resources.values(), *specs.enums.values()]
