"""What new code is not to use."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import Found, Place
from ucwagen.changes.types.rule import addition, cosmetic

DEPRECATED = addition(
    "deprecated",
    "Its use gives a DeprecationWarning, and goes on working.",
    mirror="no-longer-deprecated",
)
NO_LONGER_DEPRECATED = cosmetic("no-longer-deprecated", "Its use gives no warning any more.", mirror="deprecated")
RULES = (DEPRECATED, NO_LONGER_DEPRECATED)


def deprecation(old: bool, new: bool, place: Place, what: str) -> Iterator[Found]:
    """Whether something is deprecated."""
    if new and not old:
        yield place.inside("deprecated").found(DEPRECATED, f"{what} is deprecated")
    elif old and not new:
        yield place.inside("deprecated").found(NO_LONGER_DEPRECATED, f"{what} is no longer deprecated")
