"""Refuses repeated single members of an XML resource."""

from __future__ import annotations

from collections import Counter

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING
from .validate import whole

if TYPE_CHECKING:
    from .state import State


def refuse_repeats(state: State) -> None:
    """Refuse content that no value holds, repeated properties, and repeated single links and embedded resources."""
    _refuse_repeats(whole(state))


def _refuse_repeats(state: State) -> None:
    names = Counter(state._context.form.property_names(state._source))
    _refuse(state, "", [name for name, number in names.items() if number > 1])
    links, embedded = state._links_class._table, state._embedded_class._table
    _refuse(state, "._links", [rel for rel in links if not links[rel].many and len(state._links_of(rel)) > 1])
    _refuse(
        state, "._embedded", [key for key in embedded if not embedded[key].many and len(state._embedded_of(key)) > 1]
    )
    for key in state._keys():
        for item in state.embedded._states(key):
            _refuse_repeats(item)


def _refuse(state: State, part: str, names: list[str]) -> None:
    for name in names:
        raise DecodeError(f"`{name}` is given twice", path=f"{state._path}{part}.{name}")
