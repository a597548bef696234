"""Secrets of a client that a server repeats: they are hidden in errors, and in what events say of failures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...base.errors import DecodeError, Error
from ...base.redact import Hidden
from ...http.messages import Response
from ...reading.error_body import ErrorBody

if TYPE_CHECKING:
    from ...base.repeated import Repeated
    from ...reading.events import Event

_LARGEST = 256 * 1024
"""Characters of a text, or bytes of a content, in an error; the rest is left out."""


def hide(error: BaseException, secrets: Repeated) -> None:
    """Hide the secrets in an error, and in the errors that it names as its cause.

    Of an error that is not of this package, only the texts that it was made with are changed.
    """
    if not secrets:
        return
    if isinstance(error, Error):
        _hide(error, secrets, set())
    elif any(isinstance(item, str) for item in error.args):
        error.args = tuple(_text(item, secrets) if isinstance(item, str) else item for item in error.args)


def hide_in_events(failures: Sequence[Event | DecodeError], secrets: Repeated) -> None:
    """Hide the secrets in the reasons of events, and in the errors of what cannot be read; states are data, and stay."""
    if not secrets:
        return
    for failure in failures:
        if isinstance(failure, DecodeError):
            _hide(failure, secrets, set())
        else:
            failure._hide(lambda member: _clean(member, secrets, set()))


def _hide(error: BaseException | None, secrets: Repeated, seen: set[int]) -> None:
    while isinstance(error, Error) and id(error) not in seen:
        seen.add(id(error))
        error.args = tuple(_clean(item, secrets, seen) for item in error.args)
        for name, value in list(vars(error).items()):
            vars(error)[name] = _clean(value, secrets, seen)
        _hide(error.__cause__, secrets, seen)
        error = error.__context__


def _clean(value: Any, secrets: Repeated, seen: set[int]) -> Any:
    """The value without the secrets; states and calls stay as they are."""
    if isinstance(value, Hidden):
        return value
    if isinstance(value, str):
        return _text(value, secrets)
    if isinstance(value, tuple):
        return tuple(_clean(item, secrets, seen) for item in value)
    if isinstance(value, Response):
        fields = {_text(name, secrets): _text(text, secrets) for name, text in value.headers.items()}
        url = None if value.url is None else _text(value.url, secrets)
        return Response(value.status_code, fields, secrets.hidden(value.content[:_LARGEST]), url)
    if isinstance(value, ErrorBody):
        return value.mapped(lambda text: _text(text, secrets))
    if isinstance(value, Error):
        _hide(value, secrets, seen)
    return value


def _text(text: str, secrets: Repeated) -> str:
    return secrets.hidden_text(text[:_LARGEST])
