"""The tables of operations: parameters, their places, and results. Checks arguments."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from ..base.errors import InvalidArgument, warn_deprecated
from ..base.typing_shim import TYPE_CHECKING, Any, Literal
from ..http.messages import check_header
from ..values.kinds import Kind, guess, kind_of
from .contracts import Returns

Place = Literal["body", "query", "either", "header"]
_WITH_BODY = ("POST", "PUT", "PATCH")


if TYPE_CHECKING:
    from enum import Enum

    class Unset(Enum):
        """The type of ``UNSET``."""

        UNSET = "UNSET"

else:

    class Unset:
        """The type of ``UNSET``, its only instance. Type checkers see an enumeration, whose import would be slow."""

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

    __slots__ = (
        "comma", "deprecated", "deprecated_members", "kind", "many", "max_length", "maximum", "minimum", "name", "nullable",
        "place", "required",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        kind: str,
        *,
        many: bool = False,
        required: bool = False,
        place: Place = "body",
        comma: bool = False,
        nullable: bool = False,
        max_length: int | None = None,
        minimum: int | None = None,
        maximum: int | None = None,
        deprecated: bool = False,
        deprecated_members: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.kind: Kind = kind_of(kind)
        self.many = many
        self.required = required
        self.place = place
        self.max_length = max_length
        self.minimum = minimum
        self.maximum = maximum
        self.comma = comma
        """Whether a list stands in the query as one text, with a comma between the items."""
        self.nullable = nullable
        """Whether a partial update can say null."""
        self.deprecated = deprecated
        self.deprecated_members = deprecated_members
        """The wire names of those members of its enumeration that are deprecated."""

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
            if self.comma or self.place == "header":
                self._check_text(query_text(self.kind, found))
        except ValueError as fault:
            raise InvalidArgument(f"{fault}{where}", parameter=self.name) from None
        return found

    def check_given(self, value: Any) -> Any:
        """As ``check``, for a value that the caller gives: what is deprecated also gives a warning."""
        if self.deprecated:
            warn_deprecated(f"parameter `{self.name}`")
        found = self.check(value)
        items = found if self.many else (found,)
        for member in self.deprecated_members:
            if member in items:
                warn_deprecated(f"value `{member}` of parameter `{self.name}`")
        return found

    def _check_text(self, text: str) -> None:
        """Refuse what a header, or a list of texts with commas between them, cannot hold."""
        if self.comma and "," in text:
            raise ValueError("holds a comma, which separates the items of this list")
        if self.place == "header":
            check_header(self.name, text)
            if text != text.strip(" \t"):
                raise ValueError("begins or ends with white space, which a header loses")

    def _check_limits(self, value: Any) -> None:
        if self.max_length is not None and len(value) > self.max_length:
            raise ValueError(f"is {len(value)} characters long; at most {self.max_length} are allowed")
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"is {value}; at least {self.minimum} is needed")
        if self.maximum is not None and value > self.maximum:
            raise ValueError(f"is {value}; at most {self.maximum} is allowed")


class Operation:
    """An HTTP method of a link. ``content`` lists media types where the request body is not the usual input."""

    __slots__ = ("content", "deprecated", "method", "parameters", "returns")

    def __init__(
        self,
        method: str,
        *parameters: Parameter,
        returns: Returns,
        content: tuple[str, ...] = (),
        deprecated: bool = False,
    ) -> None:
        self.method = method
        self.parameters = parameters
        self.returns = returns
        self.content = content
        self.deprecated = deprecated

    def in_body(self, parameter: Parameter) -> bool:
        """Whether a parameter travels in the body: one of either place does so where there is a body for it."""
        if parameter.place == "either":
            return self.method in _WITH_BODY and not self.content
        return parameter.place == "body"

    def in_query(self, parameter: Parameter) -> bool:
        """Whether a parameter travels in the query."""
        return parameter.place != "header" and not self.in_body(parameter)

    def check(self, arguments: Mapping[str, Any], minted: Container[str]) -> dict[Parameter, Any]:
        """The arguments that will be sent, in the order of the table. Those ``minted`` are made where they are left out."""
        found = {}
        for parameter in self.parameters:
            value = arguments.get(parameter.name)
            if value is not None:
                found[parameter] = parameter.check_given(value)
            elif parameter.name in minted:
                found[parameter] = parameter.check(_new_id())
            elif parameter.required:
                raise InvalidArgument("is required", parameter=parameter.name)
        return found

    def check_partial(self, arguments: Mapping[str, Any], minted: Container[str]) -> dict[Parameter, Any]:
        """The arguments of a partial update. What is UNSET is not sent; None in the body is null, where that is allowed."""
        given = {name: value for name, value in arguments.items() if value is not UNSET}
        nulls = [row for row in self.parameters if self._is_null(row, given, minted)]
        for parameter in nulls:
            if not parameter.nullable:
                raise InvalidArgument("cannot be null", parameter=parameter.name)
        without = {row.name for row in nulls}
        stated = [row for row in self.parameters if row.name not in without]
        found = Operation(self.method, *stated, returns=self.returns).check(given, minted)
        return {row: found.get(row) for row in self.parameters if row in found or row in nulls}

    def _is_null(self, parameter: Parameter, given: Mapping[str, Any], minted: Container[str]) -> bool:
        """Whether None was given for a member that an update can change."""
        is_member = self.in_body(parameter) and parameter.name not in minted
        return is_member and parameter.name in given and given[parameter.name] is None

    def check_changes(self, changes: Mapping[str, Any]) -> dict[Parameter, Any]:
        """The changes that a PUT makes: None removes what is not required, and what is left out stays."""
        known = [parameter for parameter in self.parameters if parameter.name in changes]
        for parameter in known:
            if parameter.required and changes[parameter.name] is None:
                raise InvalidArgument("is required, so it cannot be removed", parameter=parameter.name)
        return {row: None if changes[row.name] is None else row.check_given(changes[row.name]) for row in known}


def _new_id() -> str:
    from uuid import uuid4

    return uuid4().hex


def items(value: Any) -> list[Any]:
    """The values of a parameter: none, one or several."""
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def query_text(kind: Kind | None, value: Any) -> str:
    """As XML has it, but for booleans, which the reference writes in lower case here."""
    try:
        return str(value).lower() if isinstance(value, bool) else (kind or guess(value)).xml(value)
    except ValueError as fault:
        raise InvalidArgument(str(fault)) from None
