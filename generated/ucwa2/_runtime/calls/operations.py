"""The tables of operations: what each takes, where it travels, and what comes back. Arguments are checked here."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from ..base.errors import InvalidArgument
from ..base.typing_shim import TYPE_CHECKING, Any, Literal
from ..values.kinds import Kind, kind_of
from .results import Returns

Place = Literal["body", "query", "either"]
_WITH_BODY = ("POST", "PUT", "PATCH")


if TYPE_CHECKING:
    from enum import Enum

    class Unset(Enum):
        """The type of ``UNSET``."""

        UNSET = "UNSET"

else:

    class Unset:
        """The type of ``UNSET``, of which there is one instance. Type checkers see an enumeration, whose import is dear."""

        __slots__ = ()

        def __new__(cls):
            return UNSET

        def __repr__(self):
            return "UNSET"

        def __bool__(self):
            return False

        def __reduce__(self):
            return "UNSET"

    Unset.UNSET = object.__new__(Unset)

UNSET = Unset.UNSET
"""Leaves a property as it is, where None would remove it."""


class Parameter:
    """A parameter of an operation, and its documented limits."""

    __slots__ = ("kind", "many", "max_length", "maximum", "minimum", "name", "place", "required")

    def __init__(
        self,
        name: str,
        kind: str,
        *,
        many: bool = False,
        required: bool = False,
        place: Place = "body",
        max_length: int | None = None,
        minimum: int | None = None,
        maximum: int | None = None,
    ) -> None:
        self.name = name
        self.kind: Kind = kind_of(kind)
        self.many = many
        self.required = required
        self.place = place
        self.max_length = max_length
        self.minimum = minimum
        self.maximum = maximum

    def check(self, value: Any) -> Any:
        """The value as it will be sent. Raises ``InvalidArgument``, which names the parameter."""
        if not self.many:
            return self._check_one(value, "")
        if isinstance(value, str | bytes) or not isinstance(value, Sequence):
            raise InvalidArgument(f"takes a list, not {type(value).__name__}", parameter=self.name)
        return tuple([self._check_one(item, f" (item {number})") for number, item in enumerate(value)])

    def _check_one(self, value: Any, where: str) -> Any:
        try:
            found = self.kind.check(value)
            self._check_limits(found)
        except ValueError as fault:
            raise InvalidArgument(f"{fault}{where}", parameter=self.name) from None
        return found

    def _check_limits(self, value: Any) -> None:
        if self.max_length is not None and len(value) > self.max_length:
            raise ValueError(f"is {len(value)} characters long; at most {self.max_length} are allowed")
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"is {value}; at least {self.minimum} is needed")
        if self.maximum is not None and value > self.maximum:
            raise ValueError(f"is {value}; at most {self.maximum} is allowed")


class Operation:
    """An HTTP method of a link. ``content`` lists media types where the request body is not the usual input."""

    __slots__ = ("content", "method", "parameters", "returns")

    def __init__(self, method: str, *parameters: Parameter, returns: Returns, content: tuple[str, ...] = ()) -> None:
        self.method = method
        self.parameters = parameters
        self.returns = returns
        self.content = content

    def in_body(self, parameter: Parameter) -> bool:
        """Whether a parameter travels in the body: one of either place does so where there is a body for it."""
        if parameter.place == "either":
            return self.method in _WITH_BODY and not self.content
        return parameter.place == "body"

    def check(self, arguments: Mapping[str, Any], minted: Container[str]) -> dict[Parameter, Any]:
        """The arguments that will be sent, in the order of the table. Those ``minted`` are made where they are left out."""
        found = {}
        for parameter in self.parameters:
            value = arguments.get(parameter.name)
            if value is None and parameter.name in minted:
                value = _new_id()
            if value is not None:
                found[parameter] = parameter.check(value)
            elif parameter.required:
                raise InvalidArgument("is required", parameter=parameter.name)
        return found

    def check_changes(self, changes: Mapping[str, Any]) -> dict[Parameter, Any]:
        """The changes that a PUT makes: None removes what is not required, and what is left out stays."""
        known = [parameter for parameter in self.parameters if parameter.name in changes]
        for parameter in known:
            if parameter.required and changes[parameter.name] is None:
                raise InvalidArgument("is required, so it cannot be removed", parameter=parameter.name)
        return {row: None if changes[row.name] is None else row.check(changes[row.name]) for row in known}


def _new_id() -> str:
    from uuid import uuid4

    return uuid4().hex
