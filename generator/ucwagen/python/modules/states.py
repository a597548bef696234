"""The tables of a state: its properties, links and embedded resources, as class bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ucwagen.model.types.api import Property, Relation, ResourceRef
from ucwagen.python.code.docs import marked
from ucwagen.python.code.module_builder import ModuleBuilder
from ucwagen.python.code.pieces import Piece, joined, quoted, runtime
from ucwagen.python.code.values import enumeration, factory, property_type
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.modules.shortcuts import shortcut
from ucwagen.python.names import names
from ucwagen.python.names.names import Identifier
from ucwagen.python.names.namespace import Namespace
from ucwagen.python.text.literals import Code, literal
from ucwagen.python.text.prose import Prose, docstring
from ucwagen.python.views.modules import ClassView, FieldView, SpaceView, StateView

IN_CLASS = 1


@dataclass(frozen=True, slots=True)
class RelationTable:
    """How links, or embedded resources, stand in the class of their own that a state has for them."""

    what: str
    base: str
    reserved: frozenset[str]
    summary: str
    """With ``{}`` for the rel of the resource."""
    one: tuple[Code, str]
    many: tuple[Code, str]
    """The factory in ``wire``, and the type of the field."""
    path: Callable[[Vocabulary, ResourceRef], str]
    type: Callable[[Vocabulary, ResourceRef], Piece]
    untyped: Piece


LINKS = RelationTable(
    what="link",
    base="Links",
    reserved=names.LINKS,
    summary="Where `{}` leads",
    one=(Code("one"), "One"),
    many=(Code("many"), "Many"),
    path=Vocabulary.link_path,
    type=Vocabulary.link,
    untyped=runtime("Link"),
)
EMBEDDED = RelationTable(
    what="embedded resource",
    base="Embedded",
    reserved=names.EMBEDDED,
    summary="What `{}` holds",
    one=(Code("one_state"), "OneState"),
    many=(Code("many_states"), "ManyStates"),
    path=Vocabulary.state_path,
    type=Vocabulary.state,
    untyped=runtime("State"),
)


def links(module: ModuleBuilder) -> ClassView | None:
    """The class of the state's links, if it has any."""
    return _relations(LINKS, module.own.links, module.resource.links, module)


def embedded(module: ModuleBuilder) -> ClassView | None:
    """The class of the state's embedded resources, if it has any."""
    return _relations(EMBEDDED, module.own.embedded, module.resource.embedded, module)


def state(module: ModuleBuilder) -> StateView | None:
    """The state class, if the resource has one of its own."""
    resource, own = module.resource, module.own
    if not module.ref.has_state:
        return None
    module.use_runtime("State", *(["View"] if resource.links or resource.embedded else []))
    space = module.space(names.STATE)
    fields = tuple(_property(row, space, module) for row in resource.properties)
    return StateView(
        name=own.state,
        rel=literal(module.ref.rel),
        summary=docstring(IN_CLASS, module.ref.summary, marked(module.ref.deprecated)),
        spaces=tuple(_spaces(module)),
        fields=fields,
        shortcuts=tuple(shortcut(row, space, module) for row in resource.shortcuts),
    )


def _spaces(module: ModuleBuilder) -> Iterator[SpaceView]:
    if module.resource.links:
        yield SpaceView(Identifier("links"), module.own.links)
    if module.resource.embedded:
        yield SpaceView(Identifier("embedded"), module.own.embedded)


def _property(row: Property, space: Namespace, module: ModuleBuilder) -> FieldView:
    enum = enumeration(row.type, module.vocabulary)
    module.use_runtime("wire")
    annotation = property_type(row.type, module.vocabulary)
    module.use(*([annotation] if annotation else []))
    arguments = _arguments(row.name, enum, row)
    name = space.add("property", row.name, row.span, row.given)
    target = Code(f"{name}: {annotation.text}" if annotation else name)
    return FieldView(target, factory(row.type), arguments, _summary(row))


def _relations(
    table: RelationTable, name: Identifier, rows: tuple[Relation, ...], module: ModuleBuilder
) -> ClassView | None:
    if not rows:
        return None
    module.use_runtime(table.base, "wire")
    space = module.space(table.reserved)
    fields = tuple(_relation(table, row, space, module) for row in rows)
    return ClassView(name, docstring(IN_CLASS, table.summary.format(module.ref.rel)), fields)


def _relation(table: RelationTable, row: Relation, space: Namespace, module: ModuleBuilder) -> FieldView:
    known, target = module.vocabulary, row.target
    made, word = table.many if row.many else table.one
    annotation = joined("{}[{}]", runtime(word), table.type(known, target) if target else table.untyped)
    module.use(annotation)
    arguments = _arguments(row.rel, quoted(table.path(known, target)) if target else None, row)
    name = space.add(table.what, row.rel, row.span, row.given)
    return FieldView(Code(f"{name}: {annotation.text}"), made, arguments, _summary(row))


def _arguments(wire: str, second: Piece | None, row: Property | Relation) -> tuple[Code, ...]:
    later = [Code(f"since={literal(row.since)}")] if row.since > 1 else []
    deprecated = [Code("deprecated=True")] if row.deprecated else []
    return (literal(wire), *([second.text] if second else []), *later, *deprecated)


def _summary(row: Property | Relation) -> Prose:
    later = f"Revision {row.since} and later" if row.since > 1 else ""
    return docstring(IN_CLASS, row.summary, later, marked(row.deprecated))
