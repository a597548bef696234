"""Values as parameters of a query."""

from __future__ import annotations

from ..base.errors import InvalidArgument
from ..base.typing_shim import Any
from ..values.kinds import Kind, guess


def items(value: Any) -> list[Any]:
    """The values of a parameter: none, one or several."""
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def query_text(kind: Kind | None, value: Any) -> str:
    """As XML has it, but for booleans, which the reference writes in lower case here."""
    try:
        return str(value).lower() if isinstance(value, bool) else (kind or guess(value)).xml(value)
    except ValueError as fault:
        raise InvalidArgument(str(fault)) from None
