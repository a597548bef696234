"""The Accept header of a request: ranges and their qualities."""

from __future__ import annotations

from functools import lru_cache

Ranges = tuple[tuple[str, float], ...]


@lru_cache(maxsize=256)
def ranges(header: str) -> Ranges:
    """Each range with its quality, the most exact first. An empty header accepts all."""
    found = [_range(text) for text in header.lower().split(",") if text.strip()]
    return tuple(sorted(found, key=lambda one: one[0].count("*"))) or (("*/*", 1.0),)


def _range(text: str) -> tuple[str, float]:
    kind, *parameters = (part.strip() for part in text.split(";"))
    given = next((part.partition("=")[2] for part in parameters if part.startswith("q=")), "1")
    try:
        return kind, min(max(float(given), 0.0), 1.0)
    except ValueError:
        return kind, 1.0


def quality(header: str, kinds: tuple[str, ...]) -> float:
    """The highest quality among some media types; 0 if none is accepted."""
    return max((_quality(ranges(header), kind) for kind in kinds), default=0.0)


def _quality(known: Ranges, kind: str) -> float:
    fitting = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((found for one, found in known if one in fitting), 0.0)
