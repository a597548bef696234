"""Specs by the text of their file: restored from a store where it has them, or as they were read before.

A file that changed is read without pydantic where nothing in it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ucwagen.cache.store import Store

if TYPE_CHECKING:
    from ucwagen.spec.quick import Quick
    from ucwagen.spec.restored import Fields, Restorer
    from ucwagen.spec.said import Said


class KeptSpecs:
    """Reads specs by way of a store. Those that it restores have no places."""

    def __init__(self, store: Store, key: Callable[..., str]) -> None:
        self._store, self._key = store, key

    def __call__(self, kind: str, path: str, text: str) -> Said:
        from ucwagen.spec.read import parsed
        from ucwagen.spec.restored import kept

        key = self._key("spec", kind, text)
        value = self._store.get(key)
        if value is None and self._kinds:
            value = self._quick.read(kind, path, text)
            if value is not None:
                self._store.put(key, value)
        if value is not None and self._kinds:
            found: Said = self._restorer.restored(value)
            return found
        spec = parsed(kind, path, text)
        self._store.put(key, kept(spec))
        self._note_fields()
        return spec

    @cached_property
    def _kinds(self) -> Mapping[str, Fields]:
        """The fields of each kind, as an earlier build noted them; empty in the first one."""
        from ucwagen.spec.restored import Fields

        noted = self._store.get(self._key("fields")) or {}
        return {name: Fields(tuple(names), *rest) for name, (names, *rest) in noted.items()}

    @cached_property
    def _quick(self) -> Quick:
        from ucwagen.spec.quick import Quick

        return Quick(self._kinds)

    @cached_property
    def _restorer(self) -> Restorer:
        from ucwagen.spec.restored import Restorer

        return Restorer(self._kinds)

    def _note_fields(self) -> None:
        from ucwagen.spec.fields import fields

        key = self._key("fields")
        if self._store.get(key) is None:
            self._store.put(key, {name: [of.names, of.defaults, of.forms] for name, of in fields().items()})


class LivingSpecs:
    """Specs as they were read, for a process that goes on."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], Said] = {}
        self._used: dict[tuple[str, str, str], Said] = {}

    def __call__(self, kind: str, path: str, text: str) -> Said:
        from ucwagen.spec.read import parsed

        name = (kind, path, text)
        found = self._known.get(name) or parsed(*name)
        self._known[name] = self._used[name] = found
        return found

    def forget(self) -> None:
        """Drop what was not used since the last time."""
        self._known, self._used = self._used, {}
