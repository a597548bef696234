"""The type of a property or a parameter: what it is in Python, and the limits that calls are held to."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import Found, Place, fact, said
from ucwagen.changes.types.rule import Rule, addition, breaking
from ucwagen.model.types.api import ValueType

PROPERTY_TYPE_CHANGED = breaking("property-type-changed", "Code that reads the property gets values of another type.")
PARAMETER_TYPE_CHANGED = breaking(
    "parameter-type-changed", "Calls give the parameter a value of a type that it no longer takes, or sends otherwise."
)
LIMIT_TIGHTENED = breaking(
    "parameter-limit-tightened",
    "Calls with a value that was allowed raise InvalidArgument.",
    mirror="parameter-limit-loosened",
)
LIMIT_LOOSENED = addition(
    "parameter-limit-loosened", "Calls may have values that were refused.", mirror="parameter-limit-tightened"
)
RULES = (PROPERTY_TYPE_CHANGED, PARAMETER_TYPE_CHANGED, LIMIT_TIGHTENED, LIMIT_LOOSENED)

HIGHEST, LOWEST = ("max_length", "maximum"), ("minimum",)


def type_phrase(value: ValueType) -> str:
    """A type in words: ``list of datetime``."""
    return f"list of {_one(value)}" if value.many else _one(value)


def value_type(old: ValueType, new: ValueType, rule: Rule, place: Place, what: str) -> Iterator[Found]:
    """What the value is, and what a string holds."""
    if type_phrase(old) != type_phrase(new) or old.kind is not new.kind:
        key = "type" if _one(old) != _one(new) else "many"
        yield place.inside(key).found(rule, f"{what} is {said(type_phrase(new))}, was {said(type_phrase(old))}")
    yield from fact(old.format, new.format, place.inside("format"), f"the format of {what}")


def documented_limits(old: ValueType, new: ValueType, place: Place, what: str) -> Iterator[Found]:
    """The limits of a property, and whether it can be null: reading does not depend on either."""
    for name in ("nullable", *HIGHEST, *LOWEST):
        key = place.inside(name)
        yield from fact(getattr(old, name), getattr(new, name), key, f"`{name}` of {what}")


def limits(old: ValueType, new: ValueType, place: Place, what: str) -> Iterator[Found]:
    """The limits of a parameter, to which the package holds its callers."""
    for name in (*HIGHEST, *LOWEST):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            sign = 1 if name in HIGHEST else -1
            tighter = after is not None and (before is None or sign * after < sign * before)
            message = f"`{name}` of {what} is {said(after)}, was {said(before)}"
            yield place.inside(name).found(LIMIT_TIGHTENED if tighter else LIMIT_LOOSENED, message)


def _one(value: ValueType) -> str:
    return value.enum.name if value.enum else value.kind.value
