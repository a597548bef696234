"""When something may have changed: events of the system, and a look at what these do not tell.

Contents decide whether there is something to do; an event is only a reason to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ucwagen.config import find
from ucwagen.diagnostics import Faults
from ucwagen.templates import folder as templates

QUIET = 20
"""Milliseconds without an event after which a save is taken to be complete."""
LONGEST = 400
"""Milliseconds after which a rebuild begins, even if events go on."""
LOOK = 200
"""Milliseconds between two looks at the folders and at the configuration."""


def notices(specs: Sequence[Path], before: object) -> Iterator[bool]:
    """Yields whenever there may be something to do: False where there was no event for a while.

    Ends where the surroundings are no longer those of ``before``.
    """
    from watchfiles import watch

    places = [place for place in (*specs, templates()) if place.is_dir()]
    roots = tuple(str(place.resolve()) for place in places)
    events = watch(
        *places,
        watch_filter=lambda _, path: _matters(path, roots),
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=LOOK,
        yield_on_timeout=True,
    )
    for found in events:
        if surroundings(configuration(), specs) != before:
            return
        yield bool(found)


def _matters(path: str, roots: tuple[str, ...]) -> bool:
    """Whether a build may read the file: names that begin with a dot are ignored."""
    below = next((path.removeprefix(root) for root in roots if path.startswith(root)), path)
    return not any(name.startswith(".") or name == "__pycache__" for name in Path(below).parts)


def configuration() -> object:
    """What the configuration says, or why it cannot be read."""
    try:
        return find(Path()).source
    except Faults as faults:
        return faults.render()
    except OSError as fault:
        return str(fault)


def surroundings(configured: object, specs: Sequence[Path]) -> object:
    """What events do not tell: what the configuration says, and which folders the paths lead to."""
    return configured, [_identity(place) for place in specs]


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
