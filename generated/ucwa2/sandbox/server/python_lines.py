"""The Python line that makes a call: with the state that holds the link, or with the class of the link."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from ..._runtime.base.registry import index, load
from ..._runtime.states.embedded import EmbeddedField
from ..._runtime.states.links import Many, One


class Via(msgspec.Struct, forbid_unknown_fields=True):
    """Where a person found a link: in the state ``rel`` that the variable ``name`` holds, as one of several or alone."""

    name: str
    rel: str
    number: int | None = None
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class CallLine:
    """A line, the lines that have to precede it, and the variable that it sets."""

    text: str
    before: str = ""
    variable: str = ""


def line(via: Via | None, rel: str, url: str, method: str, arguments: Mapping[str, Any]) -> CallLine:
    """The line that calls a method of the resource with a rel at an address."""
    before, link = _by_state(via, rel) if via else ("", None)
    if link is None:
        before, link = _by_class(rel, url)
    call = f"client.send({link}.{method.lower()}({_written(rel, method, arguments)}))"
    if method != "GET":
        return CallLine(call, before)
    variable = variable_of(rel)
    return CallLine(f"{variable} = {call}", before, variable)


def entry_line(rel: str) -> CallLine:
    """The line that reads the entry of the API."""
    variable = variable_of(rel)
    return CallLine(f"{variable} = client.send(client.entry.get())", "", variable)


def variable_of(rel: str) -> str:
    """A variable for the state of a rel: the name of its module."""
    path = index().links.get(rel)
    return path.partition(".")[0] if path else "found"


def _by_class(rel: str, url: str) -> tuple[str, str]:
    path = index().links.get(rel)
    package = __name__.partition(".")[0]
    if path is None:
        return f"from {package} import Link", f"Link({json.dumps(url)})"
    module, _, name = path.partition(".")
    return f"from {package}.resources.{module} import {name}", f"{name}({json.dumps(url)})"


def _by_state(via: Via, rel: str) -> tuple[str, str | None]:
    """The expression of a link of a known state; None for one that the specs do not have."""
    known = _attributes(via.rel, "Embedded" if via.embedded else "Links")
    if rel not in known:
        return "", None
    attribute, is_many = known[rel]
    place = f"[{via.number or 0}]" if is_many else ""
    space = "embedded" if via.embedded else "links"
    return "", f"{via.name}.{space}.{attribute}{place}" + (".links.self" if via.embedded else "")


@cache
def _attributes(rel: str, space: str) -> dict[str, tuple[str, bool]]:
    """The attributes of the links or of the embedded resources of a state by rel, and whether each holds several."""
    path = index().states.get(rel)
    if path is None:
        return {}
    state = load(path)
    kind = getattr(inspect.getmodule(state), f"{state.__name__}{space}", None)
    fields = {name: item for name, item in vars(kind).items() if isinstance(item, One | Many | EmbeddedField)}
    return {item.rel: (name, item.many) for name, item in fields.items()}


def _written(rel: str, method: str, arguments: Mapping[str, Any]) -> str:
    path = index().links.get(rel)
    function = getattr(load(path), method.lower(), None) if path else None
    names = {_plain(name): name for name in inspect.signature(function).parameters} if function else {}
    return ", ".join(f"{names.get(_plain(name), name)}={_literal(value)}" for name, value in arguments.items())


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _plain(name: str) -> str:
    return name.replace("_", "").lower()
