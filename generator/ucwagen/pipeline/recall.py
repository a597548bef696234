"""What the stages need not do again: specs that were read, and views whose text is known, by their content.

A value is known by the digest of all that it follows from: its inputs, and the ``tools`` that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ucwagen.cache.digest import Digester
from ucwagen.cache.store import Store
from ucwagen.calls import Made, directly
from ucwagen.diagnostics import Collector
from ucwagen.target import CopyView, TextView, View

if TYPE_CHECKING:
    from ucwagen.spec.restored import Restorer
    from ucwagen.spec.said import Said


class Recall:
    """The cache as one run of the stages uses it."""

    def __init__(self, store: Store, tools: str) -> None:
        self.store = store
        self._tools = tools
        self._digester = Digester()
        self._due: dict[PurePosixPath, str] = {}
        self._restorer: Restorer | None = None

    def key(self, *values: object) -> str:
        """The key of what follows from these values."""
        return self._digester.digest(self._tools, *values)

    def reading(self, kind: str, path: str, text: str) -> Said:
        """The spec in a text, restored where it is known; its places then lead nowhere."""
        from ucwagen.spec.read import parsed
        from ucwagen.spec.restored import kept

        key = self.key("spec", kind, text)
        value = self.store.get(key)
        if value is not None and (restorer := self._restoring()):
            found: Said = restorer.restored(value)
            return found
        spec = parsed(kind, path, text)
        self.store.put(key, kept(spec))
        self._note_fields()
        return spec

    def call(self, make: Callable[..., Made], *values: Any, faults: Collector | None = None) -> Made | View:
        """As ``calls.Call`` says."""
        key = self.key(make.__module__, make.__qualname__, *values)
        known = self.store.get(key)
        if known is not None:
            return _view(known)  # type: ignore[return-value]
        own = Collector()
        made = directly(make, *values, faults=None if faults is None else own)
        if faults is not None and any(own):
            faults.add(own)
        elif made is None or isinstance(made, TextView):
            self.store.put(key, _text(made))
        else:
            self._due[made.path] = key
        return made

    def known(self, views: Iterable[View]) -> Iterator[View]:
        """The views; in place of those whose text is known, this text."""
        for view in views:
            if isinstance(view, (TextView, CopyView)) or view.path in self._due:
                yield view
                continue
            key = self.key("view", view)
            text = self.store.get(key)
            if text is None:
                self._due[view.path] = key
            yield view if text is None else _text_view(text)

    def learn(self, files: Mapping[PurePosixPath, str]) -> None:
        """Take over the texts that were rendered."""
        for path, key in self._due.items():
            self.store.put(key, _text(TextView(template="", path=path, text=files[path])))

    def _restoring(self) -> Restorer | None:
        from ucwagen.spec.restored import Fields, Restorer

        if self._restorer is None:
            value = self.store.get(self.key("fields"))
            if value is not None:
                self._restorer = Restorer({name: Fields(tuple(names), rest) for name, (names, rest) in value.items()})
        return self._restorer

    def _note_fields(self) -> None:
        from ucwagen.spec.fields import fields

        key = self.key("fields")
        if self.store.get(key) is None:
            self.store.put(key, {name: [found.names, found.defaults] for name, found in fields().items()})


def _text(view: TextView | None) -> Any:
    return {} if view is None else {"path": str(view.path), "text": view.text}


def _view(value: Any) -> TextView | None:
    return _text_view(value) if value else None


def _text_view(value: Any) -> TextView:
    return TextView(template="", path=PurePosixPath(value["path"]), text=value["text"])
