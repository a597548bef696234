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
from ucwagen.pipeline.kept_specs import KeptSpecs
from ucwagen.target import Content, CopyView, TextView, View

if TYPE_CHECKING:
    from ucwagen.spec.read import Reading


class Recall:
    """The cache as one run of the stages uses it."""

    def __init__(self, store: Store, tools: str, reading: Reading | None = None) -> None:
        self._store = store
        self._tools = tools
        self._digester = Digester()
        self._due: dict[PurePosixPath, str] = {}
        self.reading = reading or KeptSpecs(store, self._key)
        self.has_places = reading is not None
        """Whether faults lead to their places: specs that are restored have none."""

    def _key(self, *values: object) -> str:
        """The key of what follows from these values."""
        return self._digester.digest(self._tools, *values)

    def call(self, make: Callable[..., Made], *values: Any, faults: Collector | None = None) -> Made | View:
        """As ``calls.Call`` says."""
        key = self._key(make.__module__, make.__qualname__, *values)
        known = self._store.get(key)
        if known is not None:
            return _view(known)  # type: ignore[return-value]
        own = Collector()
        made = directly(make, *values, faults=None if faults is None else own)
        if faults is not None and any(own):
            faults.add(own)
        elif made is None or isinstance(made, TextView):
            self._store.put(key, _text(made))
        else:
            self._due[made.path] = key
        return made

    def get(self, *values: object) -> Any:
        """The JSON value that was put under these values; None where there is none."""
        return self._store.get(self._key(*values))

    def put(self, value: Any, *values: object) -> None:
        """Keep a JSON value."""
        self._store.put(self._key(*values), value)

    def known(self, views: Iterable[View]) -> Iterator[View]:
        """The views; in place of those whose text is known, this text."""
        for view in views:
            if isinstance(view, (TextView, CopyView)) or view.path in self._due:
                yield view
                continue
            key = self._key("view", view)
            text = self._store.get(key)
            if text is None:
                self._due[view.path] = key
            yield view if text is None else _text_view(text)

    def learn(self, files: Mapping[PurePosixPath, Content]) -> None:
        """Take over the texts that were rendered."""
        for path, key in self._due.items():
            self._store.put(key, _text(TextView(template="", path=path, text=str(files[path]))))


def _text(view: TextView | None) -> Any:
    return {} if view is None else {"path": str(view.path), "text": view.text}


def _view(value: Any) -> TextView | None:
    return _text_view(value) if value else None


def _text_view(value: Any) -> TextView:
    return TextView(template="", path=PurePosixPath(value["path"]), text=value["text"])
