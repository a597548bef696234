"""What a shortcut does with the parameters of its operation: fills, positions, and the type of its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, Span
from ucwagen.model.resources.revisions import type_word
from ucwagen.model.shortcuts.constants import constant
from ucwagen.model.types.api import Fill, Operation, Parameter, Place, Property, ValueType
from ucwagen.model.words.lists import check_distinct
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.shortcuts import FillSpec, ShortcutSpec

CHANGING = ("PUT", "PATCH")
"""Methods whose calls tell a value that is left out from one that is removed."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Reads the parameters of one shortcut; ``state`` are the properties of its state by name."""

    spec: ShortcutSpec
    state: Mapping[str, Property]
    operation: Operation
    faults: Collector

    @property
    def _parameters(self) -> dict[str, Parameter]:
        return {row.name: row for row in self.operation.parameters}

    def fills(self) -> tuple[Fill, ...]:
        """Every parameter that is filled."""
        return tuple(self._fills())

    def positional(self) -> tuple[Parameter, ...]:
        """The parameters that the caller gives by position."""
        check_distinct(self.spec, "positional", self.faults)
        found = [
            self._parameter(name, self.spec.span("positional", at)) for at, name in enumerate(self.spec.positional)
        ]
        for at, name in enumerate(self.spec.positional):
            if name in self.spec.parameters:
                message = (
                    f"{shown(name)} is filled, so that the caller cannot give it by position; remove one of the two"
                )
                place = self.spec.parameters[name].key
                self.faults.error(self.spec.span("positional", at), message, (place, "where it is filled"))
        return tuple(row for row in found if row)

    def content_type(self) -> str | None:
        """The media type of the content, which is one of those that the operation takes."""
        given, known = self.spec.content_type, dict.fromkeys(self.operation.content)
        if given is None:
            return None
        if not known:
            message = (
                f"{self.operation.method} of `{self.spec.link}` sends no content of its own; remove `content_type`"
            )
            self.faults.error(self.spec.span("content_type"), message)
            return None
        words = ErrorText(
            f"{self.operation.method} of `{self.spec.link}` does not take", f"it takes {', '.join(known)}"
        )
        find(known, given, self.spec.span("content_type"), self.faults, words)
        return given

    def _fills(self) -> Iterator[Fill]:
        for name, row in self.spec.parameters.items():
            parameter = self._parameter(name, row.key)
            if parameter and self._makes_sense(row, parameter):
                source = self._source(row, parameter)
                value = constant(row, parameter, self.faults)
                if source or value is not None:
                    yield Fill(parameter, source, value, row.replaceable)

    def _parameter(self, name: str, span: Span) -> Parameter | None:
        known = self._parameters
        wrong = f"{self.operation.method} of `{self.spec.link}` has no parameter"
        words = ErrorText(wrong, f"it has {', '.join(known)}" if known else "it has none")
        return find(known, name, span, self.faults, words)

    def _makes_sense(self, row: FillSpec, parameter: Parameter) -> bool:
        wrong = ""
        if (row.from_ is None) == (row.value is None):
            wrong = "is filled either from a property or with a constant; write one of `from` and `value`"
        elif parameter.is_minted:
            wrong = "is made when left out, and must differ from call to call; remove it here"
        elif row.from_ is not None and self._is_change(parameter):
            wrong = (
                f"changes the resource, and {self.operation.method} would remove it where the state lacks the property"
            )
            wrong += "; leave it to the caller"
        if wrong:
            self.faults.error(row.key, f"`{parameter.name}` {wrong}")
        return not wrong

    def _is_change(self, parameter: Parameter) -> bool:
        return self.operation.method in CHANGING and self.operation.place(parameter) is Place.BODY

    def _source(self, row: FillSpec, parameter: Parameter) -> Property | None:
        """The property that fills a parameter, which has the same type."""
        if row.from_ is None:
            return None
        words = ErrorText("the state has no property", f"it has {', '.join(self.state) or 'none'}")
        source = find(self.state, row.from_, row.span("from_"), self.faults, words)
        if source and _wire(source.type) != _wire(parameter.type):
            message = f"property `{source.name}` is {_phrase(source.type)}, and parameter `{parameter.name}` is "
            message += f"{_phrase(parameter.type)}; name another property, or leave the parameter to the caller"
            self.faults.error(row.span("from_"), message, (source.span, "the property"))
            return None
        return source


def _wire(type_: ValueType) -> tuple[str, bool]:
    return type_word(type_), type_.many


def _phrase(type_: ValueType) -> str:
    return f"a list of {type_word(type_)}" if type_.many else type_word(type_)
