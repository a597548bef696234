"""How a run gets at a cache: none, or the file of the user for a folder of specs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ucwagen.pipeline.recall import Recall

Caching = Callable[[Path, str], AbstractContextManager["Recall | None"]]
"""Opens the cache for a folder of specs, and for the digest of the tools that read and print them."""


def uncached(specs: Path, tools: str) -> AbstractContextManager[None]:
    """Open none."""
    return nullcontext()


@contextmanager
def on_disk(specs: Path, tools: str) -> Iterator[Recall]:
    """Open the file of the user; what was added is in it at the end, if nothing was raised."""
    from ucwagen.cache.place import place
    from ucwagen.cache.store import Store
    from ucwagen.disk import records
    from ucwagen.pipeline.recall import Recall

    path = place(specs)
    store = Store(records.read(path))
    yield Recall(store, tools)
    if store.is_wasteful:
        records.replace(path, store.in_use)
    elif store.added:
        records.append(path, store.added)
