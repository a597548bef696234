"""What ``shortcuts.yaml`` says: names on states for calls that people make often."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from ucwagen.source import node as tree
from ucwagen.spec.base import WORD, Flag, Given, Rows, Sentence, Spec, Table, Text, Value
from ucwagen.spec.types import PYTHON, Method

ONE, SEVERAL = "value", "list"


def _constant_kind(given: Given) -> str:
    node = given.value if isinstance(given, tree.Entry) else given
    return SEVERAL if isinstance(node, tree.Sequence) else ONE


Constant = Annotated[Annotated[Value, Tag(ONE)] | Annotated[Rows[Value], Tag(SEVERAL)], Discriminator(_constant_kind)]


class FillSpec(Spec):
    """A parameter that a shortcut fills: from a property of the state, or with a constant."""

    from_: Text | None = Field(
        None, alias="from", description="the property of the state whose value it gets; in place of value"
    )
    value: Constant | None = Field(None, description="the value that it gets; a list for a parameter with many values")
    replaceable: Flag = Field(False, description="true where the caller can give another value")


class ShortcutSpec(Spec):
    """A call of an operation of another link, as a method of a state."""

    summary: Sentence = Field(description="what the call does, as the first line of its docstring")
    embedded: Rows[Text] = Field((), description="embedded resources that lead to the link, the outer one first")
    get: Rows[Text] = Field(
        (), description="links whose states are read before, each by a GET of its own, the first one first"
    )
    link: Text = Field(description="rel of the link of the state that is reached; self: the resource of that state")
    operation: Annotated[Method, WORD] = Field(description="the method of the operation of that link")
    positional: Rows[Text] = Field((), description="parameters that the caller must give, by their positions")
    content_type: Text | None = Field(
        None, description="the media type of the content, where the operation sends content; left out: an argument"
    )
    parameters: Table[FillSpec] = Field(
        default_factory=dict, description="parameters that are filled; all others are arguments"
    )
    python: Text | None = Field(None, description=PYTHON)


class ShortcutsSpec(Spec):
    """specs/shortcuts.yaml: shortcuts by the page of the resource whose state has them. An API can have none."""

    shortcuts: Table[Table[ShortcutSpec]] = Field(
        description="by the page of a resource, the shortcuts of its states by name"
    )
