"""Secrets of a client that a server repeats: they are hidden in errors, in each form that a server may give them."""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias
from urllib.parse import unquote_to_bytes

from ...base.errors import Error
from ...base.redact import HIDDEN, Hidden
from ...http.messages import Response
from ...reading.error_body import ErrorBody

Forms: TypeAlias = "tuple[bytes, ...]"
"""What to look for: the secrets, and the parts of base64 that they decide."""
Pattern: TypeAlias = "re.Pattern[bytes]"
Span: TypeAlias = "tuple[int, int]"
_SHORTEST = 4
"""Characters of a secret that is looked for; shorter ones occur in ordinary texts."""
_LONG_ENOUGH = 16
"""Characters of a value after a name, as in ``name=value``, that is looked for by itself."""
_LARGEST = 256 * 1024
"""Bytes of a text or of a content in an error; the rest is left out."""
_STAND_IN = HIDDEN.encode()
_ESCAPE = re.compile(rb"%[0-9A-Fa-f]{2}")
_ESCAPED_AGAIN = re.compile(rb"%(?:25)*[0-9A-Fa-f]{2}")
_STEPS = 3
"""The number of encodings that are undone step by step."""


def forms(secrets: Iterable[str]) -> Forms:
    """The forms of the secrets; empty without secrets."""
    found = {value for secret in secrets for value in (str.__str__(secret), *_bare(str.__str__(secret)))}
    return tuple(
        {form for value in found if len(value) >= _SHORTEST for form in _forms(value.encode(errors="replace"))}
    )


def hide(error: Error, hidden: Forms) -> None:
    """Hide the secrets in an error, and in the errors that it names as its cause."""
    if hidden:
        _hide(error, hidden, set())


def _hide(error: BaseException | None, hidden: Forms, seen: set[int]) -> None:
    while isinstance(error, Error) and id(error) not in seen:
        seen.add(id(error))
        error.args = tuple(_clean(item, hidden, seen) for item in error.args)
        for name, value in list(vars(error).items()):
            vars(error)[name] = _clean(value, hidden, seen)
        _hide(error.__cause__, hidden, seen)
        error = error.__context__


def _clean(value: Any, hidden: Forms, seen: set[int]) -> Any:
    """The value without the secrets; states and calls stay as they are."""
    if isinstance(value, Hidden):
        return value
    if isinstance(value, str):
        return cleaned(value.encode("utf-8", "surrogatepass"), hidden).decode("utf-8", "replace")
    if isinstance(value, tuple):
        return tuple(_clean(item, hidden, seen) for item in value)
    if isinstance(value, Response):
        fields = {name: _clean(text, hidden, seen) for name, text in value.headers.items()}
        return Response(value.status_code, fields, cleaned(value.content, hidden), _clean(value.url, hidden, seen))
    if isinstance(value, ErrorBody):
        return value.mapped(lambda text: _clean(text, hidden, seen))
    if isinstance(value, Error):
        _hide(value, hidden, seen)
    return value


def cleaned(content: bytes, hidden: Forms) -> bytes:
    """The content, cut short, with a stand-in for each secret, also where it is percent-encoded once or more often."""
    content = content[:_LARGEST]
    parts, at = [], 0
    for start, end in _joined([*_spans(content, hidden), *_encoded_spans(content, hidden)]):
        parts += [content[at:start], _STAND_IN]
        at = end
    return b"".join((*parts, content[at:]))


def _spans(content: bytes, hidden: Forms) -> Iterator[Span]:
    """The places of the secrets, which may overlap."""
    for form in hidden:
        at = content.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = content.find(form, at + len(form))


def _encoded_spans(content: bytes, hidden: Forms) -> Iterator[Span]:
    """The places of the percent-encoded secrets, decoded step by step, and all steps in one."""
    steps: list[tuple[bytes, Pattern]] = []
    decoded = content
    while b"%" in decoded and len(steps) < _STEPS:
        steps.append((decoded, _ESCAPE))
        decoded = unquote_to_bytes(decoded)
        yield from _traced(decoded, hidden, steps)
    if b"%25" in content:
        once = _ESCAPED_AGAIN.sub(lambda found: b"%" + found[0][-2:], content)
        yield from _traced(unquote_to_bytes(once), hidden, [(content, _ESCAPED_AGAIN)])


def _traced(decoded: bytes, hidden: Forms, steps: Iterable[tuple[bytes, Pattern]]) -> Iterator[Span]:
    """The places of the secrets in decoded content, traced back to the content as it came."""
    found = [*_spans(decoded, hidden)]
    if found:
        for before, escape in reversed([*steps]):
            at, gone = _escapes(before, escape)
            found = [(_place(start, at, gone), _place(end, at, gone)) for start, end in found]
    yield from found


def _escapes(content: bytes, escape: Pattern) -> tuple[list[int], list[int]]:
    """Of each escape the place after it in the decoded content, and the number of bytes left out up to there."""
    at, gone, total = [0], [0], 0
    for found in escape.finditer(content):
        total += len(found[0]) - 1
        at.append(found.end() - total)
        gone.append(total)
    return at, gone


def _place(decoded: int, at: list[int], gone: list[int]) -> int:
    return decoded + gone[bisect_right(at, decoded) - 1]


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The places in order, those that overlap as one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last is not None and start < last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


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
