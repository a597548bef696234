"""Specs by the text of their file: restored from a store where it has them, or as they were read before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ucwagen.cache.store import Store

if TYPE_CHECKING:
    from ucwagen.spec.restored import Restorer
    from ucwagen.spec.said import Said


class KeptSpecs:
    """Reads specs by way of a store. Those that it restores have no places."""

    def __init__(self, store: Store, key: Callable[..., str]) -> None:
        self._store, self._key = store, key
        self._restorer: Restorer | None = None

    def __call__(self, kind: str, path: str, text: str) -> Said:
        from ucwagen.spec.read import parsed
        from ucwagen.spec.restored import kept

        key = self._key("spec", kind, text)
        value = self._store.get(key)
        if value is not None and (restorer := self._restoring()):
            found: Said = restorer.restored(value)
            return found
        spec = parsed(kind, path, text)
        self._store.put(key, kept(spec))
        self._note_fields()
        return spec

    def _restoring(self) -> Restorer | None:
        from ucwagen.spec.restored import Fields, Restorer

        if self._restorer is None:
            value = self._store.get(self._key("fields"))
            if value is not None:
                self._restorer = Restorer({name: Fields(tuple(names), rest) for name, (names, rest) in value.items()})
        return self._restorer

    def _note_fields(self) -> None:
        from ucwagen.spec.fields import fields

        key = self._key("fields")
        if self._store.get(key) is None:
            self._store.put(key, {name: [found.names, found.defaults] for name, found in fields().items()})


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
