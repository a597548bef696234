"""The base of all spec types: validated from nodes, without unknown keys, with the place of every field.

Pydantic gets nodes, not dictionaries: the types below turn a node into a value, or raise a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ucwagen.diagnostics import Span
from ucwagen.source import node as tree
from ucwagen.source.text import shown
from ucwagen.spec.said import Said
from ucwagen.spec.words import FLAGS, SUMMARY, WHOLE

T = TypeVar("T")
Given = tree.Entry | tree.Node
"""What a type is made from: an entry of a mapping, or an item of a list."""

KINDS = {tree.Scalar: "a text", tree.Sequence: "a list", tree.Mapping: "a mapping"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """An entry with an unknown key, and the known keys."""

    entry: tree.Entry
    known: tuple[str, ...]


class Spec(BaseModel, Said):
    """A mapping of a spec file: its keys are the fields, and every field keeps its place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _node: tree.Mapping = PrivateAttr()
    _key: Span = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _from_node(cls, given: Given, handler: ModelWrapValidatorHandler[Spec]) -> Spec:
        node = _of_kind(given, tree.Mapping)
        known = cls.known()
        _refuse_flow(node, known)
        spec = handler({e.key.text: e if e.key.text in known else Unknown(e, known) for e in node})
        spec._node = node
        spec._key = given.key.span if isinstance(given, tree.Entry) else node.span
        return spec

    @classmethod
    @cache
    def known(cls) -> tuple[str, ...]:
        """The keys that this kind of mapping may have."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @property
    def node(self) -> tree.Mapping:
        """The mapping that this was read from."""
        return self._node

    @property
    def key(self) -> Span:
        """The place of its key, or its beginning if it has none."""
        return self._key

    def span(self, field: str, *path: str | int) -> Span:
        """The place of a field's value, or of what ``path`` leads to inside it; of the spec where it is not given."""
        found: tree.Node = self._node
        place = self._key
        for step in (type(self).model_fields[field].alias or field, *path):
            inner = child(found, step)
            if inner is None:
                return place
            found = inner.value if isinstance(inner, tree.Entry) else inner
            place = found.span
        return place

    def key_of(self, field: str, name: str) -> Span:
        """The place of a key in a table."""
        entry = self._node.get(type(self).model_fields[field].alias or field)
        inner = child(entry.value, name) if entry else None
        return inner.key.span if isinstance(inner, tree.Entry) else self._key

    def given(self) -> dict[str, Any]:
        """The fields that the file states, with their values."""
        return {name: value for name, value in vars(self).items() if name in self.model_fields_set}

    def fields(self) -> dict[str, Any]:
        """All fields with their values, those that are left out with their default."""
        return dict(vars(self))


def given_keys(given: Given) -> tuple[str, ...]:
    """The keys of what is given, where it is a mapping."""
    node = given.value if isinstance(given, tree.Entry) else given
    return tuple(entry.key.text for entry in node) if isinstance(node, tree.Mapping) else ()


def child(node: tree.Node, step: str | int) -> Given | None:
    """The entry or the item of ``node`` that ``step`` names."""
    match node, step:
        case tree.Mapping(), str():
            return node.get(step)
        case tree.Sequence(), int() if step < len(node.items):
            return node.items[step]
    return None


def _text(given: Given) -> str:
    text = _of_kind(given, tree.Scalar).text
    if not text.strip():
        raise PydanticCustomError("empty", "is empty; write a text")
    return text


def _flag(given: Given) -> bool:
    text = _of_kind(given, tree.Scalar).text
    if text not in FLAGS:
        raise _wrong("flag", text, "true or false")
    return FLAGS[text]


def _whole(given: Given) -> int:
    text = _of_kind(given, tree.Scalar).text
    if not WHOLE.fullmatch(text):
        raise _wrong("whole", text, "a whole number")
    return int(text)


def _table(given: Given) -> dict[str, tree.Entry]:
    return {entry.key.text: entry for entry in _of_kind(given, tree.Mapping)}


def _rows(given: Given) -> tuple[tree.Node, ...]:
    return _of_kind(given, tree.Sequence).items


Node = TypeVar("Node", tree.Scalar, tree.Sequence, tree.Mapping)


def _of_kind(given: Given, kind: type[Node]) -> Node:
    node = given.value if isinstance(given, tree.Entry) else given
    if not isinstance(node, kind):
        raise PydanticCustomError("kind", "is {found}; write {due}", {"found": _found(node), "due": KINDS[kind]})
    return node


def _found(node: tree.Node) -> str:
    return "empty" if isinstance(node, tree.Scalar) and not node.text.strip() else KINDS[type(node)]


def _wrong(kind: str, text: str, due: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "is {found}; write {due}", {"found": shown(text), "due": due})


def _refuse_flow(node: tree.Mapping, known: tuple[str, ...]) -> None:
    """In ``{…}`` a summary ends at its first comma, and a reader would not notice."""
    summary = node.get(SUMMARY)
    if node.flow and summary and SUMMARY in known:
        message = "a summary inside `{…}` ends at its first comma; write the mapping out, one key a line"
        raise PydanticCustomError("flow", message, {"span": summary.key.span})


def _whole_sentence(given: Given) -> Given:
    """A text without quotes ends before `` #``, and a reader would not notice."""
    node = given.value if isinstance(given, tree.Entry) else given
    if isinstance(node, tree.Scalar) and node.comment:
        message = "ends before ` #`, where a comment begins; put quotes around the text, or the comment on its own line"
        raise PydanticCustomError("cut", message, {"span": node.comment})
    return given


@dataclass(frozen=True, slots=True)
class _Word:
    """Takes a scalar as its text. The JSON Schema says which values of YAML an editor takes for it.

    A ``plain`` one may look like a number or a flag, such as an edition; others are flagged where they do.
    """

    plain: bool = False

    def __get_pydantic_core_schema__(self, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_text, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = handler(core)
        words = schema.get("enum")
        if words:
            return {"enum": [_plain(word) for word in words]}
        return {"type": ["string", "number", "boolean"] if self.plain else "string"}


def _plain(word: str) -> str | int | bool:
    return int(word) if word.isdecimal() else FLAGS.get(word, word)


WORD = _Word()
"""Marks a Literal: one of a few words."""

Text = Annotated[str, WORD]
"""A name, or words."""
Value = Annotated[str, _Word(plain=True)]
"""A text that may look like a number or a flag: an edition, a version, a value of the wire, words of a page."""
Sentence = Annotated[Text, BeforeValidator(_whole_sentence)]
"""A text that people read, in which a `#` belongs to the text."""
Words = Annotated[Value, BeforeValidator(_whole_sentence)]
"""What people read, which may look like a number too, such as a cell of a page."""
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
TABLE = BeforeValidator(_table)
Table = Annotated[Mapping[str, T], TABLE]
Rows = Annotated[tuple[T, ...], BeforeValidator(_rows)]

READERS = {
    _text: "text",
    _whole_sentence: "sentence",
    _flag: "flag",
    _whole: "whole",
    _table: "table",
    _rows: "rows",
}
"""What takes a value from its node, by the name of the form that the value has for ``quick``."""
