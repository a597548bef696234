"""Secrets that a server repeats in a text: they are found in each form in which they may stand there."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

from .escapes import layers
from .redact import HIDDEN

SHORTEST = 4
"""Characters of a secret that is looked for anywhere; a shorter one is looked for as a whole word."""
BEGINNING = 16
"""Characters of a longer secret, from its beginning on, that are looked for: a text may be cut."""
_STEP = 64
_STAND_IN = HIDDEN.encode()
_WORD = rb"[0-9A-Za-z_\x80-\xff]"


class Repeated:
    """Finds secrets in texts: as they are, escaped for an address, JSON or HTML, in UTF-16, and within base64.

    A secret of less than 4 characters is found as a whole word. Of one with more than 16 characters, each beginning of at
    least 16 characters is found too. The time grows with the length of the text and of the secrets.
    """

    __slots__ = ("_forms", "_words")

    def __init__(self, secrets: Iterable[str]) -> None:
        found = {value for secret in secrets for value in (str.__str__(secret), *_bare(str.__str__(secret)))}
        forms = {form for value in found if len(value) >= SHORTEST for form in _forms(value)}
        self._forms = sorted((least, form[:least], form) for form, least in forms)
        short = sorted(value.encode("utf-8", "surrogatepass") for value in found if 0 < len(value) < SHORTEST)
        self._words = _whole_words(short) if short else None

    def __bool__(self) -> bool:
        return bool(self._forms or self._words)

    def hidden(self, content: bytes) -> bytes:
        """The text with a stand-in for each secret."""
        parts: list[bytes] = []
        done = 0
        for start, end in sorted(self._spans(content)):
            if end <= done:
                continue
            if start >= done:
                parts += (content[done:start], _STAND_IN)
            done = end
        return b"".join([*parts, content[done:]])

    def hidden_text(self, text: str) -> str:
        """The same of a text of characters."""
        content = text.encode("utf-8", "surrogatepass")
        found = self.hidden(content)
        return text if found == content else found.decode("utf-8", "replace")

    def _spans(self, content: bytes) -> Iterator[tuple[int, int]]:
        for layer in layers(content):
            size = len(layer.content)
            for least, head, form in self._forms:
                if least > size:
                    break
                if head in layer.content:
                    for start, end in _places(layer.content, head, form):
                        yield layer.span(start, end)
            for word in self._words.finditer(layer.content) if self._words else ():
                yield layer.span(*word.span())


def _places(content: bytes, head: bytes, form: bytes) -> Iterator[tuple[int, int]]:
    """Where a form stands, or a beginning of it that is at least ``head``."""
    at = content.find(head)
    while at >= 0:
        end = at + _common(content, at, form, len(head))
        yield at, end
        at = content.find(head, end)


def _common(content: bytes, at: int, form: bytes, size: int) -> int:
    """The number of bytes of a form that stand at a place, at least ``size``."""
    while size < len(form) and content.startswith(form[size : size + _STEP], at + size):
        size += len(form[size : size + _STEP])
    while size < len(form) and content.startswith(form[size : size + 1], at + size):
        size += 1
    return size


def _bare(secret: str) -> list[str]:
    """The value of a secret that has a name before it, as in ``name=value``."""
    value = secret.partition("=")[2]
    return [value] if len(value) >= BEGINNING else []


def _whole_words(words: list[bytes]) -> re.Pattern[bytes]:
    either = b"|".join(map(re.escape, words))
    return re.compile(b"(?<!" + _WORD + b")(?:" + either + b")(?!" + _WORD + b")")


def _forms(secret: str) -> set[tuple[bytes, int]]:
    """The secret in several encodings, and the parts of base64 that its bytes alone decide, wherever it begins there.

    Each has the number of bytes that its beginning must have.
    """
    plain, beginning = (text.encode("utf-8", "surrogatepass") for text in (secret, secret[:BEGINNING]))
    found = {(form, len(beginning)) for form in (plain, plain.replace(b" ", b"+"))}
    for name in ("utf-16-le", "utf-16-be"):
        found.add((secret.encode(name, "surrogatepass"), len(secret[:BEGINNING].encode(name, "surrogatepass"))))
    for before in range(3):
        encoded = b64encode(bytes(before) + plain)
        part = encoded[-(-8 * before // 6) : 8 * (before + len(plain)) // 6]
        least = len(part) if beginning == plain else 8 * len(beginning) // 6
        if len(part) > SHORTEST:
            found |= {(part, least), (part.replace(b"+", b"-").replace(b"/", b"_"), least)}
    return found
