"""An operation in, its part of a page out: the call, parameters, errors, reasons and samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ucwagen.model.types.api import ErrorRow, Operation, Parameter, Reason, Resource
from ucwagen.python.names import names
from ucwagen.reference.calls import call_view
from ucwagen.reference.names import Surroundings
from ucwagen.reference.samples import of_operation
from ucwagen.reference.text import Markdown, code, link, plain, sentence, slug
from ucwagen.reference.types import notes_of, type_of
from ucwagen.reference.views import OperationPart, Row


def operation_part(resource: Resource, operation: Operation, around: Surroundings) -> OperationPart:
    """The part of a page about one method."""
    own = [row for row in operation.errors if row.group is None]
    parameters = tuple(_parameter(row, operation, around) for row in operation.parameters)
    errors = tuple(error_row(row, around) for row in own)
    reasons = tuple(map(_reason, operation.reasons))
    return OperationPart(
        method=plain(operation.method),
        summary=Markdown(f"{sentence(operation.summary)}{' Deprecated.' if operation.deprecated else ''}"),
        call=call_view(resource, operation, around),
        parameters=parameters,
        content=Markdown(", ".join(map(code, operation.content))),
        errors=errors,
        shared=_shared(row.group for row in operation.errors if row.group),
        reasons=reasons,
        samples=tuple(of_operation(operation.method, around.examples.get(resource.ref.page, ()))),
    )


def error_row(row: ErrorRow, around: Surroundings, folder: str = "../") -> Row:
    """An error with its status, its subcode, the class to catch, and when it happens."""
    kind = link(code(row.error.name), f"{folder}errors.md#{slug(row.error.alias_of or row.error.name)}")
    caught = code(around.vocabulary.errors[row.error.alias_of or row.error.name, row.subcode])
    return Row((Markdown(str(row.code)), kind, code(row.subcode or "") if row.subcode else Markdown(""), caught,
                sentence(row.summary)))  # fmt: skip


def _parameter(row: Parameter, operation: Operation, around: Surroundings) -> Row:
    name = code(around.attribute(row.name, row.given, names.PARAMETERS))
    place = Markdown(" or ".join(place.value for place in row.places))
    needed = Markdown("yes" if operation.asks_for(row) else "")
    return Row((code(row.name), name, type_of(row.type), needed, place, notes_of(row), sentence(row.summary)))


def _reason(row: Reason) -> Row:
    subcode = code(row.subcode) if row.subcode else Markdown("")
    return Row((code(row.code), subcode, sentence(row.summary)))


def _shared(groups: Iterable[str]) -> Markdown:
    """The groups of errors that the operation has besides its own."""
    return Markdown(", ".join(_group_links(dict.fromkeys(groups))))


def _group_links(groups: Iterable[str]) -> Iterator[Markdown]:
    yield link(Markdown("any operation"), "../error-groups.md#any-operation")
    for name in groups:
        yield link(plain(name), f"../error-groups.md#{slug(name)}")
