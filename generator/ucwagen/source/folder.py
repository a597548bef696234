"""The files of a folder of specs come in; texts go out: specs by path, documented messages by page, and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

from ucwagen.calls import Call, directly
from ucwagen.diagnostics import Collector, Faults, Source, naming
from ucwagen.inputs import (
    EXAMPLES,
    GRANTS,
    GUIDES,
    LICENSE,
    MESSAGES,
    MODULE,
    NOTICE,
    REPLAY,
    SANDBOX,
    SERVED,
    SPEC,
    Inputs,
)
from ucwagen.source import http
from ucwagen.source.http import Example
from ucwagen.source.messages import Messages, Parse, check_messages
from ucwagen.source.text import decode, with_line_feeds

Read = TypeVar("Read")


def specs(inputs: Inputs) -> dict[str, str]:
    """The texts of all spec files by path, as the user would type it."""
    return _read(inputs, (path for path in inputs.files if path.endswith(SPEC)), lambda path, text: text)


def message_texts(inputs: Inputs) -> dict[str, str]:
    """The texts of all files of documented messages by path."""
    return _read(inputs, _messages(inputs), lambda path, text: text)


def examples(inputs: Inputs, call: Call = directly) -> dict[str, Messages]:
    """The documented messages by the name of their page; those of guides lie in a folder of their own."""
    of_pages = (path for path in _messages(inputs) if _folder(path) == EXAMPLES)
    return _by_page(inputs, of_pages, http.read, call)


def guides(inputs: Inputs, call: Call = directly) -> dict[str, Messages]:
    """The documented messages of guides by the name of the guide."""
    of_guides = (path for path in _messages(inputs) if _folder(path) == GUIDES)
    return _by_page(inputs, of_guides, http.parse, call)


def _by_page(inputs: Inputs, paths: Iterable[str], parse: Parse, call: Call) -> dict[str, Messages]:
    def take(path: str, text: str) -> Messages:
        messages = Messages(path, text, parse)
        call(check_messages, messages)
        return messages

    return {Path(path).stem: found for path, found in _read(inputs, paths, take).items()}


def all_examples(inputs: Inputs) -> tuple[Example, ...]:
    """The documented messages of all pages, guides included."""
    return tuple(chain.from_iterable(_read(inputs, _messages(inputs), http.parse).values()))


def legal(inputs: Inputs) -> dict[str, str]:
    """The licence and the notice, those that there are, by the name of their file."""
    found = _read(inputs, (path for path in inputs.files if path in (LICENSE, NOTICE)), _unchanged)
    return {Path(path).name: text for path, text in found.items()}


def behaviour(inputs: Inputs) -> dict[str, Source]:
    """The modules of the sandbox by the name of their file."""
    modules = (path for path in inputs.files if _folder(path) == SANDBOX and path.endswith(MODULE))
    return {Path(path).name: Source(path, text) for path, text in _read(inputs, modules, _unchanged).items()}


def served(inputs: Inputs) -> dict[str, str]:
    """The files that modules of the sandbox serve to browsers, by their names."""
    found = _read(
        inputs, (path for path in inputs.files if _folder(path) == SANDBOX and path.endswith(SERVED)), _unchanged
    )
    return {Path(path).name: text for path, text in found.items()}


def grants(inputs: Inputs) -> Source | None:
    """The module of the grants that the API alone has, if there is one."""
    found = _read(inputs, (path for path in inputs.files if path == GRANTS), _unchanged)
    return next((Source(path, text) for path, text in found.items()), None)


def text_at(inputs: Inputs, path: str) -> Source | None:
    """One text below the folder of specs, with its place; None where there is none."""
    found = _read(inputs, (name for name in inputs.files if name == path), lambda _, text: text)
    return next((Source(place, text) for place, text in found.items()), None)


def others(inputs: Inputs) -> dict[str, Source]:
    """The texts of all files that are no specs, by path below the folder, with their places."""
    paths = [path for path in inputs.files if not path.endswith(SPEC) or path == REPLAY]
    texts = _read(inputs, paths, lambda _, text: text)
    return {path: Source(inputs.shown(path), texts[inputs.shown(path)]) for path in paths}


def text_of(path: Path) -> str:
    """The text of a file; raises a fault where it is none."""
    with naming(path):
        data = path.read_bytes()
    return decode(str(path), data)


def _messages(inputs: Inputs) -> Iterator[str]:
    return (path for path in inputs.files if path.endswith(MESSAGES))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _unchanged(path: str, text: str) -> str:
    return with_line_feeds(text)


def _read(inputs: Inputs, paths: Iterable[str], take: Callable[[str, str], Read]) -> dict[str, Read]:
    """What ``take`` makes of the path and the text of each file. Raises the faults of all files together."""
    faults = Collector()
    found: dict[str, Read] = {}
    for path in paths:
        shown = inputs.shown(path)
        try:
            found[shown] = take(shown, decode(shown, inputs.files[path]))
        except Faults as fault:
            faults.extend(fault)
    faults.finish()
    return found
