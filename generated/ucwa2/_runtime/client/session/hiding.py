"""Secrets of a client that a server repeats: they are hidden in errors, in each form that a server may give them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from typing import Any, TypeAlias

from ...base.errors import Error
from ...base.redact import HIDDEN, Hidden
from ...http.messages import Response
from ...reading.error_body import ErrorBody

Pattern: TypeAlias = "re.Pattern[bytes]"
_SHORTEST = 4
"""Characters of a secret that is looked for; shorter ones occur in ordinary texts."""
_LONG_ENOUGH = 16
"""Characters of a value after a name, as in ``name=value``, that is looked for by itself."""
_LARGEST = 256 * 1024
"""Bytes of a text or of a content in an error; the rest is left out."""
_STAND_IN = HIDDEN.encode()


def pattern(secrets: Iterable[str]) -> Pattern | None:
    """Matches the secrets as they are, percent-encoded, and within base64; None without secrets."""
    found = {value for secret in secrets for value in (str.__str__(secret), *_bare(str.__str__(secret)))}
    forms = [form for value in found if len(value) >= _SHORTEST for form in _forms(value.encode(errors="replace"))]
    return re.compile(b"|".join(map(_encoded, sorted(forms, key=len, reverse=True)))) if forms else None


def hide(error: Error, hidden: Pattern | None) -> None:
    """Hide the secrets in an error, and in the errors that it names as its cause."""
    if hidden is not None:
        _hide(error, hidden, set())


def _hide(error: BaseException | None, hidden: Pattern, seen: set[int]) -> None:
    while isinstance(error, Error) and id(error) not in seen:
        seen.add(id(error))
        error.args = tuple(_clean(item, hidden, seen) for item in error.args)
        for name, value in list(vars(error).items()):
            vars(error)[name] = _clean(value, hidden, seen)
        _hide(error.__cause__, hidden, seen)
        error = error.__context__


def _clean(value: Any, hidden: Pattern, seen: set[int]) -> Any:
    """The value without the secrets; states and calls stay as they are."""
    if isinstance(value, Hidden):
        return value
    if isinstance(value, str):
        return _cleaned(value.encode("utf-8", "surrogatepass"), hidden).decode("utf-8", "replace")
    if isinstance(value, tuple):
        return tuple(_clean(item, hidden, seen) for item in value)
    if isinstance(value, Response):
        fields = {name: _clean(text, hidden, seen) for name, text in value.headers.items()}
        return Response(value.status_code, fields, _cleaned(value.content, hidden), _clean(value.url, hidden, seen))
    if isinstance(value, ErrorBody):
        return value.mapped(lambda text: _clean(text, hidden, seen))
    if isinstance(value, Error):
        _hide(value, hidden, seen)
    return value


def _cleaned(content: bytes, hidden: Pattern) -> bytes:
    return hidden.sub(_STAND_IN, content[:_LARGEST])


def _bare(secret: str) -> list[str]:
    """The value of a secret that has a name before it."""
    value = secret.partition("=")[2]
    return [value] if len(value) >= _LONG_ENOUGH else []


def _forms(secret: bytes) -> set[bytes]:
    """The secret, and the parts of base64 that its bytes alone decide, wherever in the encoded text it begins."""
    found = {secret}
    for before in range(3):
        encoded = b64encode(bytes(before) + secret)
        part = encoded[-(-8 * before // 6) : 8 * (before + len(secret)) // 6]
        found |= {part, part.replace(b"+", b"-").replace(b"/", b"_")} if len(part) > _SHORTEST else set()
    return found


def _encoded(form: bytes) -> bytes:
    """A pattern of the bytes, each as it is or percent-encoded, once or more often."""
    return b"".join(b"(?:%b|%%(?:25)*(?i:%02x))" % (re.escape(bytes([one])), one) for one in form)
