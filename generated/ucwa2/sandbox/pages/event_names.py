"""The types of events, and the rels that the API documents, for those who name them by hand."""

from __future__ import annotations

from difflib import get_close_matches

from .catalogue import catalogue

EVENT_TYPES = ("added", "updated", "deleted", "started", "completed")


def check_event_type(kind: object) -> None:
    """Raise ``ValueError`` for what is no type of events."""
    if kind not in EVENT_TYPES:
        raise ValueError(f"`{kind}` is no type of an event; there are {', '.join(EVENT_TYPES)}")


def check_rel(rel: object) -> None:
    """Raise ``ValueError`` for a rel that the API does not document, with the nearest one that it does."""
    known = catalogue().rels
    if rel not in known:
        near = get_close_matches(str(rel), known, 1)
        meant = f"; did you mean `{near[0]}`?" if near else ""
        raise ValueError(f"`{rel}` is no rel of a resource{meant}")
