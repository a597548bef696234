"""The documented messages of a file, which is parsed when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from ucwagen.source.http import Example

Parse = Callable[[str, str], tuple[Example, ...]]


class Messages:
    """Messages by the text of their file. Iterating raises ``Faults`` where it cannot be parsed."""

    def __init__(self, path: str, text: str, parse: Parse) -> None:
        self._path, self._text, self._parse = path, text, parse

    @cached_property
    def _examples(self) -> tuple[Example, ...]:
        return self._parse(self._path, self._text)

    def __iter__(self) -> Iterator[Example]:
        return iter(self._examples)

    def parts(self) -> tuple[Any, ...]:
        """What tells these messages from others, apart from their places."""
        return (self._parse.__name__, self._text)


def check_messages(messages: Messages) -> None:
    """Raise the faults of a file."""
    iter(messages)
