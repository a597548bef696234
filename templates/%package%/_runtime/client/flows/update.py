"""An update that is repeated on top of concurrent changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ...base.arguments import described
from ...base.errors import InvalidArgument
from ...calls.errors import ApiError
from ..session.effects import Apply, Flow
from .recovery import STALE, send

if TYPE_CHECKING:
    from ...states.state import State
    from ..session.session import ClientSession

Change = Callable[[Any], Mapping[str, Any]]
"""A function from the present state to the changes, which are arguments of ``link.put``."""

TRIES = 3


def update(session: ClientSession, link: Any, change: Change) -> Flow[State]:
    """Read, change and write; repeated after a conflict."""
    if not (hasattr(link, "get") and hasattr(link, "put")):
        raise InvalidArgument(f"is a {type(link).__name__}; give a link that has `get` and `put`", parameter="link")
    state, _ = yield from send(session, link.get())
    for left in reversed(range(TRIES)):
        try:
            changes = yield Apply(partial(change, state))
            if not isinstance(changes, Mapping):
                raise InvalidArgument(f"returned {described(changes)}; return the changes by name", parameter="change")
            changed, _ = yield from send(session, link.put(state, **changes))
        except ApiError as fault:
            if fault.status != STALE or not left:
                raise
            state = fault.current or (yield from send(session, link.get()))[0]
        else:
            result: State = changed if changed is not None else (yield from send(session, link.get()))[0]
            return result
    raise AssertionError
