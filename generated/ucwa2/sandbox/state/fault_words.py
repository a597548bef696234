"""The kinds of faults in words, for those who choose one."""

from __future__ import annotations

from typing import Any

from .faults import EFFECTS, KINDS

_WORDS = {
    "latency": "The answer is late; the request is carried out after the wait.",
    "late": "The request is carried out at once; its answer is late.",
    "drop-before": "The connection ends before the request is carried out.",
    "drop-after": "The request is carried out; the connection ends without the answer.",
    "truncate": "The connection ends in the middle of the answer.",
    "reset": "The connection is reset before the request is carried out.",
    "status": "An error with a status.",
    "error": "An error with a code and a subcode of the API.",
    "html": "A page of a proxy in place of the answer.",
    "redirect": "A redirection to another address.",
    "link": "Links in the answer lead to another address.",
    "reason": "An event says that something has failed.",
}
_NEEDS = {
    "latency": ("seconds",), "late": ("seconds",), "status": ("status",), "html": ("status",), "redirect": ("link",),
    "error": ("code", "subcode"), "link": ("link", "rel"), "reason": ("code", "subcode", "rel"),
}  # fmt: skip


def kinds() -> list[dict[str, Any]]:
    """Each kind with what it does, and the fields that it reads besides those of every fault."""
    own = [{"kind": kind, "does": _WORDS[kind], "fields": [*_NEEDS.get(kind, ())]} for kind in KINDS]
    return [*own, *map(_effect, sorted(EFFECTS))]


def _effect(kind: str) -> dict[str, Any]:
    """An effect in the words of its function."""
    found = EFFECTS[kind]
    words = " ".join((found.apply.__doc__ or "").split())
    return {"kind": kind, "does": words, "fields": ["link"] if found.needs_link else []}
