"""The ``repr`` of states: short, with secrets redacted."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.errors import DecodeError
from ..base.redact import HIDDEN, is_secret, printable, shown, without_secrets
from ..base.typing_shim import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .state import State

_MEMBERS = 4
_WIDTH = 40


def show(state: State) -> str:
    """The class, the address, and the first few properties."""
    rel = [repr(state.rel)] if state.rel and state.rel != state._rel else []
    address = _address(state)
    known = [name for name in state if name not in ("rel", "etag") and state._values[name] is not None]
    members = [f"{printable(name)[:_WIDTH]}={_value(name, state._values[name])}" for name in known[:_MEMBERS]]
    more = ["…"] if len(known) > _MEMBERS else []
    return f"<{' '.join([type(state).__name__, *rel, *([address] if address else []), *members, *more])}>"


def names(view: Iterable[str]) -> str:
    """The names in a name space of a state; a placeholder if it has another shape."""
    try:
        return ", ".join(view)
    except DecodeError:
        return HIDDEN


def _address(state: State) -> str:
    try:
        return shown(state.href)
    except DecodeError:
        return ""


def _value(name: str, value: Any) -> str:
    if is_secret(name):
        return HIDDEN
    text = repr(without_secrets(value))
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
