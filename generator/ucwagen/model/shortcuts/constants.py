"""Constants that shortcuts send: from the text of a spec to the value, or a fault that says why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, nearest
from ucwagen.model.types.api import Constant, Kind, Parameter, ValueType
from ucwagen.source.text import shown
from ucwagen.spec.words import FLAGS, WHOLE

if TYPE_CHECKING:
    from ucwagen.spec.shortcuts import FillSpec

One = str | bool | int | float
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?", re.ASCII)


class NotAConstantError(ValueError):
    """Why a text is no value of a type."""


def constant(spec: FillSpec, parameter: Parameter, faults: Collector) -> Constant | None:
    """The value of a fill; None, and a fault, where the parameter cannot have it."""
    given, kind = spec.value, parameter.type
    if given is None:
        return None
    if isinstance(given, str) == kind.many:
        due = "a list of values" if kind.many else "one value"
        faults.error(spec.span("value"), f"`{parameter.name}` takes {due}; write {due}")
        return None
    texts = (given,) if isinstance(given, str) else given
    found: list[One] = []
    for index, text in enumerate(texts):
        place = spec.span("value") if isinstance(given, str) else spec.span("value", index)
        try:
            found.append(_one(text, kind))
        except NotAConstantError as why:
            faults.error(place, f"{shown(text)} is no value of `{parameter.name}`: {why}")
    if len(found) < len(texts):
        return None
    return tuple(found) if kind.many else found[0]


def _one(text: str, type_: ValueType) -> One:
    read = READERS.get(type_.kind)
    if read is None:
        raise NotAConstantError(f"a spec cannot state a value of the type `{type_.kind.value}`; leave it to the caller")
    return read(text, type_)


def _string(text: str, type_: ValueType) -> str:
    if type_.max_length is not None and len(text) > type_.max_length:
        raise NotAConstantError(f"it is {len(text)} characters long, and at most {type_.max_length} are allowed")
    return text


def _flag(text: str, _: ValueType) -> bool:
    if text not in FLAGS:
        raise NotAConstantError("write true or false")
    return FLAGS[text]


def _integer(text: str, type_: ValueType) -> int:
    if not WHOLE.fullmatch(text):
        raise NotAConstantError("write a whole number")
    return int(_within(int(text), type_))


def _number(text: str, type_: ValueType) -> float:
    if not NUMBER.fullmatch(text):
        raise NotAConstantError("write a number such as 0.5")
    return _within(float(text), type_)


def _member(text: str, type_: ValueType) -> str:
    known = [member.name for member in type_.enum.members] if type_.enum else []
    if text not in known:
        raise NotAConstantError(f"it is no member{nearest(text, known) or '; write one of ' + ', '.join(known)}")
    return text


def _within(value: float, type_: ValueType) -> float:
    if type_.minimum is not None and value < type_.minimum:
        raise NotAConstantError(f"the least value is {type_.minimum}")
    if type_.maximum is not None and value > type_.maximum:
        raise NotAConstantError(f"the greatest value is {type_.maximum}")
    return value


READERS: dict[Kind, Callable[[str, ValueType], One]] = {
    Kind.STRING: _string,
    Kind.BOOLEAN: _flag,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.ENUM: _member,
}
"""The kinds of which a spec can state a value."""
