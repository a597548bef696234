"""Operations: the table that the runtime reads, and the typed method of the link class that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.model.types import Gives, Operation, Parameter, Returns
from ucwagen.python import names
from ucwagen.python.code import Piece, joined, plain, quoted, runtime
from ucwagen.python.docs import method_doc
from ucwagen.python.draft import Draft
from ucwagen.python.literals import Braces, Code, literal
from ucwagen.python.names import Identifier
from ucwagen.python.values import annotation, wire_type
from ucwagen.python.views import MethodView, OperationView
from ucwagen.python.vocabulary import Vocabulary

BODILESS = ("GET", "DELETE", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Form:
    """An operation, the names of its parameters, and the state that its method takes to change, or to compare with."""

    operation: Operation
    arguments: Mapping[str, Identifier]
    base: Piece | None
    conditional: bool


def operations(draft: Draft) -> tuple[OperationView, ...]:
    """Every operation of a resource."""
    return tuple(_operation(row, draft) for row in draft.resource.operations)


def _operation(operation: Operation, draft: Draft) -> OperationView:
    form = form_of(operation, draft)
    parameters = [_table_row(row, operation, draft.vocabulary) for row in operation.parameters]
    returns, result = _returns(operation.returns, draft.vocabulary)
    content = [Code(f"content={literal(operation.content)}")] if operation.content else []
    rows = tuple(row.text for row in parameters)
    draft.use_runtime("Operation", "wire")
    draft.use(*parameters)
    return OperationView(
        verb=Identifier(operation.method),
        parameters=rows,
        arguments=(literal(operation.method), *rows, *content, Code(f"returns={returns.text}")),
        method=_method(form, joined("{}[{}]", runtime("Call"), result), draft),
    )


def _method(form: Form, result: Piece, draft: Draft) -> MethodView:
    taken = list(signature(form, draft.vocabulary))
    draft.use(result, *taken)
    return MethodView(
        name=Identifier(form.operation.method.lower()),
        signature=tuple(row.text for row in taken),
        annotation=result.text,
        doc=method_doc(form.operation, form.arguments, draft.vocabulary),
        call=Identifier("put" if form.base else "call"),
        arguments=tuple(_call(form)),
    )


def form_of(operation: Operation, draft: Draft) -> Form:
    """The operation as a method of the resource's link."""
    space = draft.space(names.PARAMETERS)
    updates = operation.method == "PUT" and draft.head.owner.has_state and not operation.content
    return Form(
        operation=operation,
        arguments={row.name: space.add("parameter", row.name, row.span) for row in operation.parameters},
        base=draft.vocabulary.state(draft.head) if updates else None,
        conditional=operation.method == "GET" and operation.returns.gives in (Gives.STATE, Gives.CONTENT),
    )


def signature(form: Form, vocabulary: Vocabulary) -> Iterator[Piece]:
    """What the method takes."""
    yield plain("self")
    if form.base:
        yield joined("base: {}", form.base)
    if form.operation.content:
        yield plain("content: str | bytes")
    keywords = list(_keywords(form, vocabulary))
    if keywords:
        yield from (plain("*"), *keywords)


def _keywords(form: Form, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Required ones first, otherwise in the order of the page."""
    if form.operation.content:
        yield joined("content_type: str = {}", quoted(form.operation.content[0]))
    for row in sorted(form.operation.parameters, key=lambda row: not _required(row, form.operation)):
        yield _keyword(row, form, vocabulary)
    if form.conditional:
        yield joined("if_none_match: {} = None", runtime("Validator"))


def _keyword(row: Parameter, form: Form, vocabulary: Vocabulary) -> Piece:
    name, value = plain(form.arguments[row.name]), annotation(row.type, vocabulary)
    if form.base:
        return joined("{}: {} | {} | None = {}", name, value, runtime("Unset"), runtime("UNSET"))
    return joined("{}: {}" if _required(row, form.operation) else "{}: {} | None = None", name, value)


def _call(form: Form) -> Iterator[Code | Braces]:
    """What the method hands to the runtime."""
    yield Code(f"_{form.operation.method}")
    if form.base:
        yield Code("base")
    yield Braces.of(Code(f"{literal(wire)}: {name}") for wire, name in form.arguments.items())
    if form.operation.content:
        yield from (Code("content=content"), Code("content_type=content_type"))
    if form.conditional:
        yield Code("if_none_match=if_none_match")


def _table_row(row: Parameter, operation: Operation, vocabulary: Vocabulary) -> Piece:
    place = "either" if row.in_query and row.in_body else "query" if row.in_query else None
    keywords = {
        "many": row.type.many or None,
        "required": (_demanded(row, operation) and not row.is_operation_id) or None,
        "place": place,
        "max_length": row.type.max_length,
        "minimum": row.type.minimum,
        "maximum": row.type.maximum,
    }
    given = "".join(f", {name}={literal(value)}" for name, value in keywords.items() if value is not None)
    return joined("{}({}, {}{})", runtime("Parameter"), quoted(row.name), wire_type(row.type, vocabulary), plain(given))


def _required(row: Parameter, operation: Operation) -> bool:
    """Whether the caller must give it; what is made when left out need not be given."""
    return not row.is_minted and _demanded(row, operation)


def _demanded(row: Parameter, operation: Operation) -> bool:
    """Whether the server must get it. One of either place travels in the query where the body is no usual input."""
    travels_in_query = row.in_query and (not row.in_body or operation.method in BODILESS or bool(operation.content))
    return row.query_required if travels_in_query else row.body_required


def _returns(returns: Returns, vocabulary: Vocabulary) -> tuple[Piece, Piece]:
    """The declaration in the table, and the type."""
    match returns:
        case Returns(Gives.STATE, resource) if resource:
            path = quoted(vocabulary.state_path(resource))
            return joined("wire.representation({})", path), vocabulary.state(resource)
        case Returns(Gives.LOCATION, resource) if resource:
            return joined("wire.location({})", quoted(vocabulary.link_path(resource))), vocabulary.link(resource)
        case Returns(Gives.CONTENT):
            return joined("wire.content({})", quoted(returns.media_type)), runtime("Content")
        case Returns(Gives.DOCUMENT):
            return plain("wire.document()"), runtime("Document")
        case Returns(Gives.EVENTS):
            return plain("wire.event_page()"), runtime("EventPage")
    return plain("wire.nothing()"), plain("None")
