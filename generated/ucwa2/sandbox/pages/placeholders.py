"""Bodies without samples: the documented members with values of their types, and the links that lead somewhere."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from ..._runtime.base.registry import load
from ..._runtime.states.links import LinkField
from ..._runtime.states.state import State
from ..._runtime.values.data_link import DataLink
from ..._runtime.values.kinds import Kind
from .catalogue import Page, catalogue

_FIRST = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)  # noqa: UP017
_VALUES: dict[str, Any] = {
    "string": "text",
    "boolean": False,
    "integer": 0,
    "number": 0.0,
    "decimal": Decimal(0),
    "datetime": _FIRST,
    "date": _FIRST.date(),
    "timespan": datetime.timedelta(minutes=1),
    "uuid": UUID(int=0),
    "bytes": b"bytes",
    "object": {},
    "data": DataLink("data:text/plain,text"),
    "any": "text",
}
"""A value of each type, by the word for it in the specs."""


def placeholders(page: Page, path: str, application: str) -> dict[str, Any]:
    """The body of a resource without a sample at an address; its links lead into the application at another."""
    links = {"self": {"href": path}}
    body: dict[str, Any] = {"rel": page.rel}
    if page.state is None:
        return {**body, "_links": links}
    state: type[State] = load(page.state)
    for name, item in state._properties.items():
        if item.since <= page.revision:
            value = _value(item.kind)
            if item.kind.word == "data":
                links[name] = {"href": value}
            else:
                body[name] = [value] if item.many else value
    for field in vars(state._links_class).values():
        address = catalogue().address_of(field.rel) if isinstance(field, LinkField) and field.rel != "self" else None
        if address is not None:
            links[field.rel] = {"href": catalogue().home.moved(address, application)}
    return {**body, "_links": links}


def _value(kind: Kind) -> Any:
    """A value of a type in JSON form; of an enumeration the first member."""
    if kind.members is not None:
        kind.read("")  # the members are loaded at the first look-up
        return next((name for name in kind.members if name), "text")
    return kind.json(kind.check(_VALUES[kind.word]))
