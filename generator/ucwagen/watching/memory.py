"""The cache of a process that goes on: texts by content, and specs as they were read, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ucwagen.cache.store import Store
from ucwagen.pipeline.kept_specs import LivingSpecs
from ucwagen.pipeline.recall import Recall


class Memory:
    """What the last build without faults used, for each folder of specs."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Store, LivingSpecs]] = {}

    @contextmanager
    def __call__(self, specs: Path, tools: str) -> Iterator[Recall]:
        """Open it, as ``pipeline.caching`` says."""
        store, living = self._known.setdefault(specs, (Store(), LivingSpecs()))
        yield Recall(store, tools, living)
        living.forget()
        self._known[specs] = store.only_used(), living
