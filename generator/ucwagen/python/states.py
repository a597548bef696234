"""The tables of a state: its properties, links and embedded resources, as class bodies."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.model.types import Property, Relation
from ucwagen.python import names
from ucwagen.python.code import Piece, joined, quoted, runtime
from ucwagen.python.docs import marked
from ucwagen.python.literals import Code, literal
from ucwagen.python.module_builder import ModuleBuilder
from ucwagen.python.names import Identifier
from ucwagen.python.namespace import Namespace
from ucwagen.python.prose import Prose, docstring
from ucwagen.python.values import enumeration, factory, property_type
from ucwagen.python.views import ClassView, FieldView, SpaceView, StateView

IN_CLASS = 1


def links(module: ModuleBuilder) -> ClassView | None:
    """The class of the state's links, if it has any."""
    if not module.resource.links:
        return None
    module.use_runtime("Links", "wire")
    space = module.space(names.LINKS)
    fields = tuple(_link(row, space, module) for row in module.resource.links)
    return ClassView(module.own.links, docstring(IN_CLASS, f"Where `{module.ref.rel}` leads"), fields)


def embedded(module: ModuleBuilder) -> ClassView | None:
    """The class of the state's embedded resources, if it has any."""
    if not module.resource.embedded:
        return None
    module.use_runtime("Embedded", "wire")
    space = module.space(names.EMBEDDED)
    fields = tuple(_embedded(row, space, module) for row in module.resource.embedded)
    return ClassView(module.own.embedded, docstring(IN_CLASS, f"What `{module.ref.rel}` holds"), fields)


def state(module: ModuleBuilder) -> StateView | None:
    """The state class, if the resource has one of its own."""
    resource, own = module.resource, module.own
    if not module.ref.has_state:
        return None
    module.use_runtime("State", *(["View"] if resource.links or resource.embedded else []))
    space = module.space(names.STATE)
    return StateView(
        name=own.state,
        rel=literal(module.ref.rel),
        summary=docstring(IN_CLASS, module.ref.summary, marked(module.ref.deprecated)),
        spaces=tuple(_spaces(module)),
        fields=tuple(_property(row, space, module) for row in resource.properties),
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


def _link(row: Relation, space: Namespace, module: ModuleBuilder) -> FieldView:
    known = module.vocabulary
    path = quoted(known.link_path(row.target)) if row.target else None
    kind = known.link(row.target) if row.target else runtime("Link")
    annotation = joined("{}[{}]", runtime("Many" if row.many else "One"), kind)
    module.use(annotation)
    arguments = _arguments(row.rel, path, row)
    made = Code("many" if row.many else "one")
    target = Code(f"{space.add('link', row.rel, row.span, row.given)}: {annotation.text}")
    return FieldView(target, made, arguments, _summary(row))


def _embedded(row: Relation, space: Namespace, module: ModuleBuilder) -> FieldView:
    known = module.vocabulary
    path = quoted(known.state_path(row.target)) if row.target else None
    kind = known.state(row.target) if row.target else runtime("State")
    annotation = joined("{}[{}]", runtime("ManyStates" if row.many else "OneState"), kind)
    module.use(annotation)
    arguments = _arguments(row.rel, path, row)
    made = Code("many_states" if row.many else "one_state")
    target = Code(f"{space.add('embedded resource', row.rel, row.span, row.given)}: {annotation.text}")
    return FieldView(target, made, arguments, _summary(row))


def _arguments(wire: str, second: Piece | None, row: Property | Relation) -> tuple[Code, ...]:
    later = [Code(f"since={literal(row.since)}")] if row.since > 1 else []
    deprecated = [Code("deprecated=True")] if row.deprecated else []
    return (literal(wire), *([second.text] if second else []), *later, *deprecated)


def _summary(row: Property | Relation) -> Prose:
    later = f"Revision {row.since} and later" if row.since > 1 else ""
    return docstring(IN_CLASS, row.summary, later, marked(row.deprecated))
