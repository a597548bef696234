"""The API in, the view of the README's first contact out: how a client of this API begins, against its own sandbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ucwagen.model.types.api import Api, Gives, Kind, Operation, Parameter, ResourceRef
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.namespace import named
from ucwagen.python.package.documented import body_of
from ucwagen.python.package.extras import Examples
from ucwagen.python.text.literals import Code, literal
from ucwagen.python.text.prose import Prose, phrase
from ucwagen.python.views.package import ContactView, CreatedView, EntriesView, GrantView

GRANTS = {
    "password": GrantView(Code("PasswordGrant"), Code("user.name, user.password")),
    "token": GrantView(Code("TokenGrant"), Code("user.token")),
}
"""Grants that the users of a sandbox have, the one that is shown first."""
VALUES = {Kind.STRING: '"…"', Kind.BOOLEAN: "True", Kind.INTEGER: "1"}
"""Values of required arguments; an application that needs others is not shown."""
CREATING = {"applications", "application"}
"""Roles of an API in which a client begins with an application."""


def first_contact(api: Api, examples: Examples, vocabulary: Vocabulary) -> Iterator[ContactView]:
    """The first contact, if a user of the sandbox can sign in and the client has a resource to begin with."""
    given = api.sign_in.grants if api.sign_in else ()
    grants = tuple(GRANTS[name] for name in GRANTS if name in given)[:1]
    created = tuple(_created(api, examples, vocabulary))[:1]
    home = () if created or api.discovery else tuple(_home(api))
    if (grants or api.sign_in is None) and (created or home):
        roles = dict(api.roles)
        yield ContactView(
            grants=grants,
            created=created,
            home=home,
            discovers=bool(api.discovery),
            has_events="events" in roles,
            has_operations="events" in roles and api.operation_id is not None,
            has_batch="batch" in roles,
        )


def _home(api: Api) -> Iterator[Prose]:
    """The rel of the entry, if it can be read."""
    entry = api.entry.resource
    if entry is not None and any(row.method == "GET" and _gives_state(row) for row in _operations(api, entry)):
        yield phrase(entry.rel)


def _created(api: Api, examples: Examples, vocabulary: Vocabulary) -> Iterator[CreatedView]:
    """How a client creates its application."""
    for rel, values in _creating(api, examples, vocabulary):
        yield CreatedView(tuple(Code(f"{name}={value}") for name, value in values.items()), phrase(rel))


def application(api: Api, examples: Examples, vocabulary: Vocabulary) -> EntriesView | None:
    """The arguments with which tests create an application; None where a client begins without one."""
    for _, values in _creating(api, examples, vocabulary):
        return EntriesView(tuple(Code(f"{literal(name)}: {value}") for name, value in values.items()))
    return None


def _creating(api: Api, examples: Examples, vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, Code]]]:
    """The rel of an application and the arguments that create it, if values are known for all."""
    roles = dict(api.roles)
    if not roles.keys() >= CREATING:
        return
    for operation in _operations(api, roles["applications"]):
        made = operation.returns.resource
        needed = [row for row in operation.parameters if operation.asks_for(row)]
        if operation.method == "POST" and made and all(row.type.kind in VALUES for row in needed):
            given = body_of(examples, roles["applications"].page, "POST", "request")
            yield made.rel, {_name(row, vocabulary): _value(row, given) for row in needed}


def _name(row: Parameter, vocabulary: Vocabulary) -> str:
    return str(named(row.name, row.given, vocabulary.styles.snake, names.PARAMETERS))


def _value(row: Parameter, given: Mapping[str, Any]) -> Code:
    """The documented value, or else one of the type."""
    found = given.get(row.name)
    value = literal(found) if isinstance(found, str) and row.type.kind is Kind.STRING else Code(VALUES[row.type.kind])
    return Code(f"[{value}]") if row.type.many else value


def _operations(api: Api, ref: ResourceRef) -> tuple[Operation, ...]:
    return next(resource for resource in api.resources if resource.ref == ref).operations


def _gives_state(operation: Operation) -> bool:
    return operation.returns.gives is Gives.STATE
