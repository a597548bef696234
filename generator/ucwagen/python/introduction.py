"""The API in, what the README of its package tells of the client out."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.model.types import Api, Gives
from ucwagen.python.features import GRANTS
from ucwagen.python.literals import Code
from ucwagen.python.names import Identifier
from ucwagen.python.package_views import StartView, UseView
from ucwagen.python.prose import phrase

SANDBOX_GRANT = Code(', PasswordGrant("ann@contoso.com", "secret")')
"""Credentials of a user whom every sandbox knows."""


def starts(api: Api) -> Iterator[StartView]:
    """The first call, where the API begins at an entry that can be read."""
    head = api.entry.resource
    if api.discovery or head is None:
        return
    resource = next(row for row in api.resources if row.head is head)
    if any(row.method == "GET" and row.returns.gives is Gives.STATE for row in resource.operations):
        signs_in = api.sign_in is not None and "password" in api.sign_in.grants
        names = ["Client", *([GRANTS["password"]] if signs_in else [])]
        grant = SANDBOX_GRANT if signs_in else Code("")
        yield StartView(phrase(head.rel), grant, tuple(map(Identifier, names)))


def uses(api: Api) -> Iterator[UseView]:
    """What the client of this API can do."""
    roles = {role for role, _ in api.roles}
    yield _use("send a call", "client.send(link.get())")
    yield _use("see it without sending it", "link.get().preview()")
    if any(operation.method == "PUT" for resource in api.resources for operation in resource.operations):
        yield _use("change what others may change too", 'client.update(link, lambda found: {"name": value})')
    if "events" in roles:
        yield _use("follow events", "for event in client.events(): …")
    if "events" in roles and api.operation_id:
        wait = "with client.start(link.post()) as operation: operation.result(timeout=30)"
        yield _use("wait for the end of an operation", wait)
    if "batch" in roles:
        yield _use("send several calls as one", "client.batch(call, call)")


def _use(purpose: str, code: str) -> UseView:
    return UseView(phrase(purpose), phrase(code))
