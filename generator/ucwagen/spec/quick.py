"""The tree of a file in, what it says as JSON out, by forms that are data: pydantic is not imported.

This reads what is as it should be. Whatever else stands in a file is left to pydantic, which has a message for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from ucwagen.source import node as tree
from ucwagen.spec.restored import HAS, SPEC, TABLE, Fields, Json
from ucwagen.spec.words import FLAGS, SUMMARY, WHOLE

Given = tree.Entry | tree.Node
N = TypeVar("N", tree.Scalar, tree.Sequence, tree.Mapping)
Form: TypeAlias = Sequence[Any]
"""The name of a form, and what belongs to it: the kind of a spec, the words or keys that there are, an inner form."""


class DoubtError(Exception):
    """A file has something that is not read here."""


class Quick:
    """Reads values by their form. A form without a method here is left to pydantic."""

    def __init__(self, kinds: Mapping[str, Fields]) -> None:
        self._kinds = kinds
        self._forms: Mapping[str, Callable[..., Json]] = {
            "spec": self.spec,
            "table": self.table,
            "rows": self.rows,
            "text": self.text,
            "sentence": self.sentence,
            "word": self.word,
            "flag": self.flag,
            "whole": self.whole,
        }

    def read(self, kind: str, path: str, text: str) -> Json:
        """What ``restored.kept`` makes of the spec that pydantic reads; None where pydantic has to read it.

        Raises ``Faults`` where the file is no YAML of the plain kind.
        """
        from ucwagen.source.load import load

        try:
            return self.spec(load(path, text), kind)
        except DoubtError:
            return None

    def _value(self, given: Given, form: Form) -> Json:
        name, *more = form
        make = self._forms.get(name)
        if make is None:
            raise DoubtError
        return make(given.value if isinstance(given, tree.Entry) else given, *more)

    def spec(self, node: tree.Node, kind: str) -> Json:
        """A mapping with the fields of a kind."""
        mapping, known = _of(node, tree.Mapping), self._kinds[kind].forms
        entries = {entry.key.text: entry for entry in mapping}
        due = {key for key, (_, must, _) in known.items() if must}
        if not due <= entries.keys() <= known.keys() or (mapping.flow and SUMMARY in entries):
            raise DoubtError
        found = {name: self._value(entries[key], form) for key, (name, _, form) in known.items() if key in entries}
        return {SPEC: kind, HAS: found}

    def table(self, node: tree.Node, form: Form, keys: list[str] | None) -> Json:
        """A mapping with keys that the file chooses, or some of these."""
        entries = _of(node, tree.Mapping).entries
        if keys is not None and not {entry.key.text for entry in entries} <= set(keys):
            raise DoubtError
        return {TABLE: {entry.key.text: self._value(entry, form) for entry in entries}}

    def rows(self, node: tree.Node, form: Form) -> Json:
        """A list."""
        return [self._value(item, form) for item in _of(node, tree.Sequence).items]

    def text(self, node: tree.Node) -> Json:
        """A text that is not empty."""
        text = _of(node, tree.Scalar).text
        if not text.strip():
            raise DoubtError
        return text

    def sentence(self, node: tree.Node) -> Json:
        """A text, without a comment behind it."""
        if _of(node, tree.Scalar).comment:
            raise DoubtError
        return self.text(node)

    def word(self, node: tree.Node, words: list[str]) -> Json:
        """One of a few words."""
        return _in(self.text(node), words)

    def flag(self, node: tree.Node) -> Json:
        """True or false."""
        return FLAGS[_in(_of(node, tree.Scalar).text, FLAGS)]

    def whole(self, node: tree.Node) -> Json:
        """A whole number."""
        text = _of(node, tree.Scalar).text
        if not WHOLE.fullmatch(text):
            raise DoubtError
        return int(text)


def _of(given: tree.Node, kind: type[N]) -> N:
    if not isinstance(given, kind):
        raise DoubtError
    return given


def _in(text: str, words: Collection[str]) -> str:
    if text not in words:
        raise DoubtError
    return text
