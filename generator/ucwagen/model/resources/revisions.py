"""One state for a resource, its revisions and its aliases: what a revision adds joins the base, marked ``since``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import OwnTables, Property, Relation, ResourceRef, ValueType

Row = TypeVar("Row", Property, Relation)

EMPTY = OwnTables((), (), ())


def merge(stated: Mapping[str, OwnTables], refs: Mapping[str, ResourceRef], faults: Collector) -> dict[str, OwnTables]:
    """The tables of every state by page; a resource without a state of its own has none."""
    merged = {page: tables if refs[page].owner is refs[page] else EMPTY for page, tables in stated.items()}
    for ref in sorted(refs.values(), key=lambda ref: (ref.represents is not None, ref.revision, ref.page)):
        if ref.owner is not ref:
            owner = ref.owner.page
            merged[owner] = _join(merged[owner], stated[ref.page], ref, faults)
    return merged


def _join(base: OwnTables, more: OwnTables, ref: ResourceRef, faults: Collector) -> OwnTables:
    return OwnTables(
        properties=_rows("property", base.properties, more.properties, ref, faults),
        links=_rows("link", base.links, more.links, ref, faults),
        embedded=_rows("embedded resource", base.embedded, more.embedded, ref, faults),
    )


def _rows(
    what: str, base: tuple[Row, ...], more: Iterable[Row], ref: ResourceRef, faults: Collector
) -> tuple[Row, ...]:
    known = {name_of(row): row for row in base}
    for row in more:
        name = name_of(row)
        if name not in known and ref.represents:
            message = f"{what} `{name}` is not in `{ref.owner.page}`, whose state this page gives; add it there"
            faults.error(row.span, message, (ref.owner.span, "the state that it has"))
        other = known.setdefault(name, row)
        if _shape(other) != _shape(row):
            message = f"{what} `{name}` is {_shape(row)} here, but {_shape(other)} in the same state; make them equal"
            faults.error(row.span, message, (other.span, "the other one"))
        if other.given != row.given:
            place = row.given.span if row.given else row.span
            message = f"{what} `{name}` has another `python` name in the same state; give it the same"
            faults.error(place, message, (other.given.span if other.given else other.span, "the other one"))
    return tuple(known.values())


def name_of(row: Property | Relation) -> str:
    """The wire name of a row of a state's table."""
    return row.name if isinstance(row, Property) else row.rel


def _shape(row: Property | Relation) -> str:
    if isinstance(row, Relation):
        return "many" if row.many else "single"
    word = type_word(row.type)
    return f"a list of {word}" if row.type.many else word


def type_word(type_: ValueType) -> str:
    """A type as specs write it: a word of the vocabulary, or the name of an enumeration."""
    return type_.enum.name if type_.enum else type_.kind.value
