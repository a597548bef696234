"""The shape of a state, which is equal in both formats: the received documented members, by name."""

from __future__ import annotations

from typing import Any

from tests.golden import describe

from ucwa2._runtime import State


def shape(state: State) -> Any:
    """The received documented members, by name."""
    links = sorted(rel for rel in state.links if rel in type(state)._links_class._table)
    inside = {rel: [shape(child) for child in _children(state.embedded[rel])] for rel in sorted(state.embedded)}
    return (type(state).__name__, sorted(describe.came(state)), links, inside)


def _children(found: Any) -> tuple[State, ...]:
    return found if isinstance(found, tuple) else (found,)
