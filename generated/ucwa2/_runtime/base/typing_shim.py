"""Names of ``typing`` for annotations. Its import would cost more than the whole package: type checkers see the
real names, the interpreter sees stand-ins."""

from __future__ import annotations

TYPE_CHECKING: bool = False
"""The annotation keeps jedi, and editors that use it, from passing over what only type checkers import."""

if TYPE_CHECKING:
    from typing import (
        Any,
        ClassVar,
        Final,
        Generic,
        Literal,
        Never,
        Protocol,
        Self,
        TypeAlias,
        TypeVar,
        dataclass_transform,
        overload,
    )
else:

    class Generic:
        """A base that can be subscripted."""

        __slots__ = ()
        __class_getitem__ = classmethod(type(list[int]))

    Any = ClassVar = Final = Literal = Never = Protocol = Self = TypeAlias = Generic

    class TypeVar:
        """Keeps its arguments, from which the real type variable is made when type hints are read."""

        __slots__ = ("keywords", "name")

        def __init__(self, name, **keywords):
            self.name = name
            self.keywords = keywords

    def dataclass_transform(**_):
        return overload

    def overload(function):
        return function


__all__ = [
    "TYPE_CHECKING",
    "Any",
    "ClassVar",
    "Final",
    "Generic",
    "Literal",
    "Never",
    "Protocol",
    "Self",
    "TypeAlias",
    "TypeVar",
    "dataclass_transform",
    "overload",
]
