"""Every way to change one field of one part of a linked API, found by walking it."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from importlib import import_module
from typing import Any

from ucwagen.model import types
from ucwagen.model.types.api import Api, Place
from ucwagen.model.types.wire import GivenName

Step = str | int
REFERENCES = {
    "ResourceRef.revises", "ResourceRef.represents", "Relation.target", "Returns.resource", "EntryPoint.resource",
    "ErrorRow.error", "ValueType.enum", "Api.roles", "Shortcut.embedded", "Shortcut.reads", "Shortcut.link",
    "Shortcut.operation", "Shortcut.positional", "Fill.parameter", "Fill.source",
}  # fmt: skip
"""Fields that lead to what stands elsewhere in the API, where its own fields are changed."""
SORTED = {"Api.resources", "Api.enums", "Shortcut.fills"}
"""Lists whose order follows from names, as does that of tables, or has no meaning."""
SPECIAL: dict[str, tuple[Any, ...]] = {
    "Package.version": ("9.9.9",),
    "Parameter.places": ((Place.HEADER,), (Place.BODY, Place.QUERY)),
    "ErrorRow.group": ("conflict", None),
    "Property.given": (GivenName("other_name", None),), "Relation.given": (GivenName("other_name", None),),
    "Shortcut.given": (GivenName("other_name", None),),
    "Parameter.given": (GivenName("other_name", None),), "Member.given": (GivenName("OTHER_NAME", None),),
}  # fmt: skip
"""Values of fields that not every value of their type can stand in."""


def classes() -> dict[str, type]:
    """The dataclasses of the model, by name."""
    modules = (import_module(f"{types.__name__}.{found.name}") for found in pkgutil.iter_modules(types.__path__))
    found = (cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass))
    return {cls.__name__: cls for cls in found if is_dataclass(cls) and cls.__module__.startswith(types.__name__)}


def compared_fields(cls: type) -> list[str]:
    """The fields that count when two objects are compared: places do not."""
    return [field.name for field in fields(cls) if field.compare]


@dataclass(frozen=True)
class Mutation:
    """One part of an API, one of its fields, and the value that it is to have."""

    path: tuple[Step, ...]
    part: object
    field: str
    value: object

    @property
    def name(self) -> str:
        return f"{type(self.part).__name__}.{self.field}"

    def __repr__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.name} = {self.value!r}"[:200]

    def applied(self, api: Api) -> Api:
        changed = _put(api, (*self.path, self.field), self.value)
        assert isinstance(changed, Api)
        return changed


def mutations(api: Api) -> Iterator[Mutation]:
    """Every single change of one field."""
    known: dict[type, list[object]] = {}
    for _, part in parts(api, ()):
        known.setdefault(type(part), []).append(part)
    for path, part in parts(api, ()):
        for field in compared_fields(type(part)):
            old = getattr(part, field)
            special = SPECIAL.get(f"{type(part).__name__}.{field}")
            values = special if special else others(old, type(part), field, known)
            leads = f"{type(part).__name__}.{field}" in REFERENCES
            same = (lambda new, old=old: _identity(new) == _identity(old)) if leads else old.__eq__
            yield from (Mutation(path, part, field, new) for new in values if same(new) is not True)


def _identity(value: object) -> object:
    """What a reference names: two rows of one name stand for the same thing."""
    if isinstance(value, tuple):
        return tuple(map(_identity, value))
    names = (getattr(value, name, None) for name in ("page", "rel", "name", "method"))
    return next((name for name in names if name is not None), value)


def parts(value: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], object]]:
    """Every dataclass of the model in a value, with the way to it; references are not followed."""
    if is_dataclass(value) and type(value).__name__ in classes():
        yield path, value
        for field in compared_fields(type(value)):
            if f"{type(value).__name__}.{field}" not in REFERENCES:
                yield from parts(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from parts(item, (*path, index))


def others(old: object, cls: type, field: str, known: dict[type, list[object]]) -> Iterator[object]:
    """Values that could stand in place of one."""
    match old:
        case bool():
            yield not old
        case int():
            yield from (old + 1, old - 1)
        case str():
            yield f"{old}X"
        case Enum():
            yield from (other for other in type(old) if other is not old)
        case tuple():
            yield from _tuples(old, is_sorted=f"{cls.__name__}.{field}" in SORTED)
        case None:
            yield from _instead_of_none(cls, field, known)
        case _ if is_dataclass(old):
            yield from [other for other in known.get(type(old), []) if other != old][:2]
    if old is not None and "None" in str(cls.__annotations__[field]):
        yield None


def _tuples(old: tuple[Any, ...], *, is_sorted: bool) -> Iterator[tuple[Any, ...]]:
    """Without the first, in another order unless it has none of its own, and with one more."""
    if old:
        yield old[1:]
    if len(old) > 1 and not is_sorted and not isinstance(old[0], tuple):
        yield old[::-1]
    if old and all(isinstance(item, str) for item in old):
        yield (*old, "another")


def _instead_of_none(cls: type, field: str, known: dict[type, list[object]]) -> Iterator[object]:
    text = str(cls.__annotations__[field])
    if "str" in text:
        yield "another"
    elif "int" in text:
        yield 7
    else:
        named = [instances for kind, instances in known.items() if kind.__name__ in text.split(" | ")]
        yield from (instances[0] for instances in named)


def _put(value: Any, path: tuple[Step, ...], new: object) -> Any:
    if not path:
        return new
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], _put(value[step], tuple(rest), new), *value[step + 1 :])
    return replace(value, **{step: _put(getattr(value, step), tuple(rest), new)})
