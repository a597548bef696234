"""Two versions of an API in, everything that differs out: each change with its rule and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from ucwagen.changes.places import Places
from ucwagen.changes.rules.enums import enums
from ucwagen.changes.rules.error_rows import shared
from ucwagen.changes.rules.errors import errors
from ucwagen.changes.rules.files import files
from ucwagen.changes.rules.found import Both, Found, Names, Place
from ucwagen.changes.rules.names import names
from ucwagen.changes.rules.package import package, sources
from ucwagen.changes.rules.protocol import protocol
from ucwagen.changes.rules.resources import renamed_pages, resources
from ucwagen.changes.rules.sign_in import sign_in
from ucwagen.changes.types.change import Change, Comparison, gravest
from ucwagen.changes.types.rule import Impact
from ucwagen.changes.types.version import version_step
from ucwagen.diagnostics import Source
from ucwagen.model.types.api import Api
from ucwagen.spec.specs import Specs

OPERATIONS = "operations."


@dataclass(frozen=True, slots=True)
class Side:
    """One version: the API, its names in the target language, and the specs, for the places.

    ``files`` are the texts of the files that are no specs, by path below the folder.
    """

    api: Api
    names: Names
    specs: Specs
    files: Mapping[str, Source] = field(default_factory=dict)


def compare(old: Side, new: Side) -> Comparison:
    """Every change from the old version to the new one, the gravest first, then in the order of places."""
    both = Both(old.api, new.api, old.names, new.names, renamed_pages(old.api, new.api))
    before, after = Places(old.specs), Places(new.specs)
    of_errors = {side.specs.errors.node.span.source.path for side in (old, new)}
    found = _once(chain(_found(both, old, new), files(old.files, new.files)), of_errors)
    changes = [_change(one, before if one.rule.gone else after, new if not one.rule.gone else old) for one in found]
    changes.sort(key=_order)
    step = version_step(gravest(one.impact for one in changes), old.api.package.version, new.api.package.version)
    return Comparison(tuple(changes), step)


def _found(both: Both, old: Side, new: Side) -> Iterator[Found]:
    settings = Place(old.specs.api.node.span, new.specs.api.node.span)
    of_errors = Place(old.specs.errors.node.span, new.specs.errors.node.span)
    for settle in (package, sources, protocol, sign_in):
        yield from settle(both, settings)
    yield from resources(both, settings)
    yield from enums(both, settings)
    yield from errors(both, of_errors)
    yield from shared(both.old, both.new, of_errors)
    yield from names(both, settings)


def _once(found: Iterable[Found], of_errors: set[str]) -> Iterator[Found]:
    """Each difference once: a row of the file of errors is one, however many operations share it."""
    same: dict[object, list[Found]] = {}
    for one in dict.fromkeys(found):
        is_shared = one.near.source.path in of_errors and one.at.startswith(OPERATIONS)
        same.setdefault((one.rule, one.near) if is_shared else one, []).append(one)
    for first, *more in same.values():
        rest = f", and so for {len(more)} more" if more else ""
        at = "" if first.near.source.path in of_errors and first.at.startswith(OPERATIONS) else first.at
        yield replace(first, message=first.message + rest, at=at)


def _change(found: Found, places: Places, side: Side) -> Change:
    span = places.of(found.near, found.at)
    return Change(found.rule, found.message, _below(span.source.path, side), found.at, span)


def _below(path: str, side: Side) -> str:
    """The path below the folder of specs."""
    top = side.specs.api.node.span.source.path
    folder = top[: len(top) - len("api.yaml")]
    return path.removeprefix(folder).replace("\\", "/")


def _order(change: Change) -> tuple[int, str, int, int, str, str]:
    span = change.span
    place = (change.file, span.line, span.column)
    return (list(Impact).index(change.impact), *place, change.rule.id, change.message)
