"""The documented errors: the status and code of each subcode, and the subcodes that the core itself reports."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Literal

from ..._runtime.base.registry import load_errors
from ..._runtime.calls.errors import ApiError, error_class

LATER = 503

Cause = Literal["body", "parameters", "revision", "replaced"]
"""An error that the core reports: an unreadable body, wrong parameters, an unknown revision, a replaced long poll."""

_SUBCODES: dict[Cause, str] = {}


def error_subcode(cause: Cause, subcode: str) -> None:
    """Register the subcode with which the API reports an error of the core."""
    _SUBCODES[cause] = subcode


def subcode_of(cause: Cause) -> str | None:
    return _SUBCODES.get(cause)


def settled(status: int | None, code: str | None, subcode: str | None) -> tuple[int, str]:
    """Status and code; what is not given comes from the table of documented errors."""
    for known in _with(subcode):
        if status in (None, known[0]) and code in (None, known[1]):
            return known
    if code is not None:
        return status or error_class(None, code, None)._status or LATER, code
    status = status or LATER
    return status, min(
        _of(status), key=len, default=phrase(status).title().replace(" ", "").replace("-", "") or "Unknown"
    )


def _of(status: int) -> Iterator[str]:
    """The codes of a status; the shortest is the general one."""
    load_errors()
    return (kind._code for kind in _below(ApiError) if kind._status == status and kind._code is not None)


def _with(subcode: str | None) -> Iterator[tuple[int, str]]:
    """Status and code of each documented error with the subcode."""
    load_errors()
    for kind in _below(ApiError):
        is_meant = subcode is not None and not kind._made and getattr(kind, "_subcode", None) == subcode
        if is_meant and kind._status is not None and kind._code is not None:
            yield kind._status, kind._code


def _below(kind: type[ApiError]) -> Iterator[type[ApiError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def phrase(status: int) -> str:
    """The reason phrase of a status; empty for a status without one."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
