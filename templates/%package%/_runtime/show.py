"""How a state prints: short, and without anything that is nobody's business."""

from __future__ import annotations

from .http import shown
from .privacy import HIDDEN, is_secret, printable
from .typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .state import State

_MEMBERS = 4
_WIDTH = 40


def show(state: State) -> str:
    """The class, the address, and the first few properties."""
    rel = [repr(state.rel)] if state.rel and state.rel != state._rel else []
    address = [shown(state.href)] if state.href else []
    names = [name for name in state if name not in ("rel", "etag") and state[name] is not None]
    members = [f"{printable(name)[:_WIDTH]}={_value(name, state[name])}" for name in names[:_MEMBERS]]
    more = ["…"] if len(names) > _MEMBERS else []
    return f"<{' '.join([type(state).__name__, *rel, *address, *members, *more])}>"


def _value(name: str, value: Any) -> str:
    if is_secret(name):
        return HIDDEN
    text = repr(value)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
