"""The texts of specs and the messages come in; a warning for each placeholder that capture left goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ucwagen.diagnostics import Diagnostic
from ucwagen.source import load
from ucwagen.source import node as nodes
from ucwagen.source.http import Example
from ucwagen.source.text import shown
from ucwagen.spec.placeholders import TODO, UNFINISHED


def unfinished(texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Values of specs that are still to be written: one warning for a file, at the first of them."""
    for path, text in texts.items():
        if any(word in text for word in UNFINISHED):
            found = [scalar for scalar in _scalars(load(path, text)) if scalar.text in UNFINISHED]
            if found:
                more = f", and {len(found) - 1} more follow" if found[1:] else ""
                message = f"{shown(found[0].text)} is a placeholder{more}; write what capture cannot know"
                yield Diagnostic(found[0].span, message, severity="warning")


def unfinished_examples(examples: Iterable[Example]) -> Iterator[Diagnostic]:
    """Messages whose title or repairs are still to be written."""
    for example in examples:
        if example.span and (TODO in example.words or any(mend.text == TODO for mend in example.mends)):
            message = "state what this message addresses, or how it is repaired, in place of TODO"
            yield Diagnostic(example.span, message, severity="warning")


def _scalars(node: nodes.Node) -> Iterator[nodes.Scalar]:
    if isinstance(node, nodes.Scalar):
        yield node
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node:
            yield from _scalars(entry.value)
