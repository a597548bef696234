"""Names that stand side by side in Python: those that follow from wire names, and those that specs give."""

from __future__ import annotations

from keyword import iskeyword

from ucwagen.diagnostics import Collector, Span
from ucwagen.model.types.api import GivenName
from ucwagen.python.names.names import LEGAL, STAND_IN, WIRE, Identifier, Style
from ucwagen.python.names.proposals import proposal
from ucwagen.source.text import shown

RULE = "which takes a letter, then ASCII letters and digits, with single `-`, `_` or `.` between"
RENAME = "give one of them another name with `python`"


class Namespace:
    """Names that stand side by side and so must differ. A name that cannot be is a fault, and gets a stand-in."""

    def __init__(self, style: Style, faults: Collector, reserved: frozenset[str] = frozenset()) -> None:
        self._style = style
        self._faults = faults
        self._reserved = reserved
        self._taken: dict[str, tuple[str, Span]] = {}

    def add(self, what: str, wire: str, span: Span, given: GivenName | None = None) -> Identifier:
        """The name for ``wire``, or the one that its spec gives; ``what`` is its kind, for faults."""
        name = named(wire, given, self._style, self._reserved)
        if name is None and given is None:
            fit = f"say `python: {self._proposal(what, wire)}`"
            self._faults.error(span, f"{what} {shown(wire)} cannot become a Python name, {RULE}; {fit}")
        elif name is None and given is not None:
            wrong = "is taken there" if given.text in self._reserved else f"cannot be the Python name of a {what}"
            fit = f"write one such as `{self._proposal(what, given.text)}`"
            self._faults.error(given.span, f"{shown(given.text)} {wrong}; {fit}")
        if name is None:
            return STAND_IN
        self.claim(name, f"{what} `{wire}`", given.span if given else span, what)
        return name

    def is_first(self, name: Identifier, span: Span) -> bool:
        """Whether the name belongs to what is defined at this place."""
        return self._taken.get(name.casefold(), ("", None))[1] == span

    def place(self, name: str) -> Span | None:
        """The place of what has a name, if any has it."""
        return self._taken[name][1] if name in self._taken else None

    def claim(self, name: Identifier, bearer: str, span: Span, what: str = "") -> None:
        """Take a finished name; if another has it and ``what`` is the kind of both, the fault proposes a free name."""
        other, place = self._taken.setdefault(name.casefold(), (bearer, span))
        if place != span or other != bearer:
            fit = f"say `python: {self._proposal(what, name)}` at one of them" if what else RENAME
            message = f"{bearer} becomes `{name}` in Python, and so does {other}; {fit}"
            self._faults.error(span, message, (place, "the other one"))

    def _proposal(self, what: str, wire: str) -> Identifier:
        return proposal(what, wire, self._style, self._reserved, frozenset(self._taken))


def named(wire: str, given: GivenName | None, style: Style, reserved: frozenset[str]) -> Identifier | None:
    """The name that a wire name becomes, or that its spec gives; None where that cannot be one."""
    if given is None:
        return style(wire, reserved) if WIRE.fullmatch(wire) else None
    text = given.text
    fits = LEGAL.fullmatch(text) and style.shape.fullmatch(text) and text not in reserved
    return Identifier(text) if fits and not iskeyword(text) else None
