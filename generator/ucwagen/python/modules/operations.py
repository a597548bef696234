"""Operations: the table that the runtime reads, and the typed method of the link class that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.model.types.api import Gives, Kind, Operation, Parameter, Place, ResourceRef, Returns
from ucwagen.python.code.docs import BASE, IF_MATCH, method_doc
from ucwagen.python.code.module_builder import ModuleBuilder
from ucwagen.python.code.pieces import Piece, joined, plain, quoted, runtime
from ucwagen.python.code.values import annotation, wire_type
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.names import Identifier
from ucwagen.python.names.namespace import Namespace
from ucwagen.python.text.literals import Braces, Code, literal
from ucwagen.python.views.modules import MethodView, OperationView

OTHERWISE = {
    Gives.HEADERS: ("headers", runtime("Headers")),
    Gives.DOCUMENT: ("document", runtime("Document")),
    Gives.EVENTS: ("event_page", runtime("EventPage")),
}
"""What an operation gives that is no resource and no content: the word of its table, and the type."""


@dataclass(frozen=True, slots=True)
class MethodShape:
    """An operation, the names of its parameters, and the state that its method takes to change, or to compare with.

    A partial one sends what it is given and leaves the rest of the resource as it is.
    """

    operation: Operation
    arguments: Mapping[str, Identifier]
    base: Piece | None
    conditional: bool
    partial: bool
    tagged: bool
    """Whether a partial one can name the state that it changes, so that it fails if another client has changed it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method: its name, its type, and its default where it has one."""

    name: Identifier
    annotation: Piece
    default: Piece | None = None

    @property
    def piece(self) -> Piece:
        """As signatures have it."""
        if self.default is None:
            return joined("{}: {}", plain(self.name), self.annotation)
        return joined("{}: {} = {}", plain(self.name), self.annotation, self.default)


def operations(module: ModuleBuilder) -> tuple[OperationView, ...]:
    """Every operation of a resource."""
    return tuple(_operation(row, module) for row in module.resource.operations)


def _operation(operation: Operation, module: ModuleBuilder) -> OperationView:
    shape = method_shape(operation, module)
    parameters = [_table_row(row, shape, module.vocabulary) for row in operation.parameters]
    returns, result = returned(operation.returns, module.vocabulary)
    content = [Code(f"content={literal(operation.content)}")] if operation.content else []
    deprecated = [Code("deprecated=True")] if operation.deprecated else []
    rows = tuple(row.text for row in parameters)
    module.use_runtime("Operation", "wire")
    module.use(*parameters)
    return OperationView(
        verb=Identifier(operation.method),
        parameters=rows,
        arguments=(literal(operation.method), *rows, *content, Code(f"returns={returns.text}"), *deprecated),
        method=_method(shape, joined("{}[{}]", runtime("Call"), result), module),
    )


def _method(shape: MethodShape, result: Piece, module: ModuleBuilder) -> MethodView:
    first, last = (BASE,) if shape.base else (), (IF_MATCH,) if shape.tagged else ()
    taken = list(signature(shape, module.vocabulary))
    module.use(result, *taken)
    return MethodView(
        name=Identifier(shape.operation.method.lower()),
        signature=tuple(row.text for row in taken),
        annotation=result.text,
        doc=method_doc(shape.operation, shape.arguments, module.vocabulary, first, last),
        call=Identifier("put" if shape.base else "patch" if shape.partial else "call"),
        arguments=tuple(_call(shape)),
    )


def method_shape(operation: Operation, module: ModuleBuilder) -> MethodShape:
    """The operation as a method of the resource's link."""
    return shape_of(operation, module.ref, module.space(names.PARAMETERS), module.vocabulary)


def shape_of(operation: Operation, ref: ResourceRef, space: Namespace, vocabulary: Vocabulary) -> MethodShape:
    """The operation as a method of a link to ``ref``, with the names of its parameters in ``space``."""
    updates = operation.method == "PUT" and ref.owner.has_state and not operation.content
    partial = operation.method == "PATCH" and operation.takes_input
    return MethodShape(
        operation=operation,
        arguments={row.name: space.add("parameter", row.name, row.span, row.given) for row in operation.parameters},
        base=vocabulary.state(ref) if updates else None,
        conditional=operation.method == "GET" and operation.returns.gives in (Gives.STATE, Gives.CONTENT),
        partial=partial,
        tagged=partial and ref.owner.has_state,
    )


def signature(shape: MethodShape, vocabulary: Vocabulary) -> Iterator[Piece]:
    """What the method takes."""
    yield plain("self")
    if shape.base:
        yield joined("base: {}", shape.base)
    if shape.operation.content:
        yield plain("content: str | bytes")
    keywords = list(_keywords(shape, vocabulary))
    if keywords:
        yield from (plain("*"), *keywords)


def _keywords(shape: MethodShape, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Required ones first, otherwise in the order of the page."""
    if shape.operation.content:
        yield joined("content_type: str = {}", quoted(shape.operation.content[0]))
    for row in sorted(shape.operation.parameters, key=lambda row: not shape.operation.asks_for(row)):
        yield argument(row, shape, vocabulary).piece
    if shape.conditional:
        yield joined("if_none_match: {} = None", runtime("Validator"))
    if shape.tagged:
        yield joined("if_match: {} = None", runtime("Validator"))


def argument(row: Parameter, shape: MethodShape, vocabulary: Vocabulary) -> Argument:
    """A parameter: what is required has no default, and None is not sent but for what a PUT or a PATCH changes."""
    name, value, required = shape.arguments[row.name], annotation(row.type, vocabulary), shape.operation.asks_for(row)
    if shape.base:
        return Argument(name, joined("{} | {} | None", value, runtime("Unset")), runtime("UNSET"))
    if _is_change(row, shape):
        given = joined("{} | None", value) if _is_nullable(row) else value
        return (
            Argument(name, given)
            if required
            else Argument(name, joined("{} | {}", given, runtime("Unset")), runtime("UNSET"))
        )
    return Argument(name, value) if required else Argument(name, joined("{} | None", value), plain("None"))


def _is_change(row: Parameter, shape: MethodShape) -> bool:
    """Whether the parameter is a member of the resource that a partial update changes."""
    return shape.partial and shape.operation.place(row) is Place.BODY and not row.is_minted


def _is_nullable(row: Parameter) -> bool:
    """Whether a partial update can say null. A data link is a link, for which the formats have no null."""
    return row.type.nullable and row.type.kind is not Kind.DATA


def _call(shape: MethodShape) -> Iterator[Code | Braces]:
    """What the method hands to the runtime."""
    yield Code(f"_{shape.operation.method}")
    if shape.base:
        yield Code("base")
    yield Braces.of(Code(f"{literal(wire)}: {name}") for wire, name in shape.arguments.items())
    if shape.operation.content:
        yield from (Code("content=content"), Code("content_type=content_type"))
    if shape.conditional:
        yield Code("if_none_match=if_none_match")
    if shape.tagged:
        yield Code("if_match=if_match")


def _table_row(row: Parameter, shape: MethodShape, vocabulary: Vocabulary) -> Piece:
    operation = shape.operation
    members = tuple(member.name for member in row.type.enum.members if member.deprecated) if row.type.enum else ()
    keywords = {
        "many": row.type.many or None,
        "required": (operation.demands(row) and not row.is_operation_id) or None,
        "place": None if row.places == (Place.BODY,) else "either" if len(row.places) > 1 else row.places[0].value,
        "comma": (row.comma and operation.place(row) is not Place.BODY) or None,
        "nullable": (_is_change(row, shape) and _is_nullable(row)) or None,
        "max_length": row.type.max_length,
        "minimum": row.type.minimum,
        "maximum": row.type.maximum,
        "deprecated": row.deprecated or None,
        "deprecated_members": members or None,
    }
    given = "".join(f", {name}={literal(value)}" for name, value in keywords.items() if value is not None)
    return joined("{}({}, {}{})", runtime("Parameter"), quoted(row.name), wire_type(row.type, vocabulary), plain(given))


def returned(returns: Returns, vocabulary: Vocabulary) -> tuple[Piece, Piece]:
    """The declaration in the table, and the type."""
    match returns:
        case Returns(Gives.STATE, resource) if resource:
            path = quoted(vocabulary.state_path(resource))
            return joined("wire.representation({})", path), vocabulary.state(resource)
        case Returns(Gives.LOCATION, resource) if resource:
            return joined("wire.location({})", quoted(vocabulary.link_path(resource))), vocabulary.link(resource)
        case Returns(Gives.CONTENT):
            return joined("wire.content({})", quoted(returns.media_type)), runtime("Content")
    words, result = OTHERWISE.get(returns.gives, ("nothing", plain("None")))
    return plain(f"wire.{words}()"), result
