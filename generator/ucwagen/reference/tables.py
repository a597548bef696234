"""Enumerations and errors in, their pages out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.model.types.api import Api, Enumeration, ErrorKind, ErrorRow, Resource
from ucwagen.python.names.namespace import named
from ucwagen.reference.names import Surroundings, resource_link
from ucwagen.reference.operations import error_row
from ucwagen.reference.text import Markdown, code, link, plain, scalar, sentence
from ucwagen.reference.views import EnumPage, ErrorPart, ErrorsPage, Fact, Row

FOLDER = "enums"
ANY = "any operation"


def enum_page(enum: Enumeration, around: Surroundings) -> EnumPage:
    """The page of an enumeration: its members, and the resources whose properties or parameters have it."""
    uses = tuple(
        resource_link(resource.ref, "../resources/") for resource in around.api.resources if _uses(resource, enum)
    )
    return EnumPage(
        template="reference/enums/%enum%.md.jinja",
        path=PurePosixPath(FOLDER, f"{enum.name}.md"),
        title=scalar(f"{enum.name} (enumeration)"),
        description=scalar(enum.summary),
        heading=plain(enum.name),
        summary=sentence(enum.summary),
        facts=tuple(_facts(enum, around)),
        members=tuple(_members(enum, around)),
        uses=uses,
    )


def errors_page(around: Surroundings) -> ErrorsPage:
    """Each error, with the subcodes that are documented for it."""
    rows = list(_documented(around.api))
    return ErrorsPage(
        template="reference/errors.md.jinja",
        path=PurePosixPath("errors.md"),
        title=scalar("Errors"),
        description=scalar("Every documented error by name, status and subcode, and the class to catch."),
        heading=Markdown("Errors"),
        summary=Markdown("Each error is a class; one of a documented subcode is a class below it."),
        parts=tuple(_error(kind, rows, around) for kind in around.api.errors),
    )


def groups_page(around: Surroundings) -> ErrorsPage:
    """The errors that many operations share."""
    groups = [(ANY, around.api.generic), *((name, rows) for name, rows in around.api.groups if rows)]
    return ErrorsPage(
        template="reference/error-groups.md.jinja",
        path=PurePosixPath("error-groups.md"),
        title=scalar("Groups of errors"),
        description=scalar("Errors that any operation can have, and those that several operations share."),
        heading=Markdown("Groups of errors"),
        summary=Markdown("Pages of resources name these groups in place of their rows."),
        parts=tuple(_group(name, rows, around) for name, rows in groups),
    )


def _facts(enum: Enumeration, around: Surroundings) -> Iterator[Fact]:
    found = around.vocabulary.enums[enum.name]
    yield Fact(Markdown("In Python"), code(f"{around.vocabulary.package}.enums.{found}"))
    if enum.address:
        yield Fact(Markdown("Page of the vendor"), link(plain(enum.name), enum.address))


def _members(enum: Enumeration, around: Surroundings) -> Iterator[Row]:
    for row in enum.members:
        name = named(row.name, row.given, around.vocabulary.styles.upper, frozenset()) or ""
        note = " Deprecated." if row.deprecated else ""
        yield Row((code(row.name), code(name), Markdown(f"{sentence(row.summary)}{note}")))


def _uses(resource: Resource, enum: Enumeration) -> bool:
    types = [row.type for row in resource.properties]
    types += [row.type for operation in resource.operations for row in operation.parameters]
    return any(found.enum is not None and found.enum.name == enum.name for found in types)


def _documented(api: Api) -> Iterator[ErrorRow]:
    yield from api.generic
    for _, rows in api.groups:
        yield from rows
    for resource in api.resources:
        for operation in resource.operations:
            yield from operation.errors


def _error(kind: ErrorKind, rows: Iterable[ErrorRow], around: Surroundings) -> ErrorPart:
    subcodes = {row.subcode: row for row in rows if row.error == kind and row.subcode}
    found = tuple(_subcode(row, around) for _, row in sorted(subcodes.items()))
    also = f" The same as {link(code(kind.alias_of), f'#{kind.alias_of.lower()}')}." if kind.alias_of else ""
    caught = code(f"{around.vocabulary.package}.errors.{around.vocabulary.errors[kind.name, None]}")
    words = f"Status {kind.code}, {caught}. {sentence(kind.summary)}{also}"
    return ErrorPart(plain(kind.name), Markdown(words), found)


def _subcode(row: ErrorRow, around: Surroundings) -> Row:
    name = around.vocabulary.errors[row.error.alias_of or row.error.name, row.subcode]
    meaning = next((member.summary for member in around.api.subcodes if member.name == row.subcode), "")
    return Row((code(row.subcode or ""), code(name), sentence(meaning)))


def _group(name: str, rows: Iterable[ErrorRow], around: Surroundings) -> ErrorPart:
    found = tuple(error_row(row, around, "") for row in rows)
    return ErrorPart(plain(name), Markdown(""), found)
