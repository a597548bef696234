"""Pieces of source text that know what they need imported, so that an import list writes itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Code, Value, literal
from ucwagen.python.views.modules import ImportsView, ImportView

RUNTIME = ".._runtime"
PACKAGE = ".."
"""Modules as a resource module names them."""


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A name and the module that it is imported from."""

    module: str
    name: Identifier


@dataclass(frozen=True, slots=True)
class Piece:
    """Source text, and the symbols in it."""

    text: Code
    symbols: frozenset[Symbol] = frozenset()


def plain(text: str) -> Piece:
    """Source text of ours that needs nothing imported."""
    return Piece(Code(text))


def quoted(value: Value) -> Piece:
    """A literal."""
    return Piece(literal(value))


@cache
def imported(module: str, name: str) -> Piece:
    """A name that has to be imported."""
    return Piece(Code(name), frozenset({Symbol(module, Identifier(name))}))


def runtime(name: str) -> Piece:
    """A name of the runtime."""
    return imported(RUNTIME, name)


def joined(template: str, *pieces: Piece) -> Piece:
    """Source text of ours, with pieces in the places marked ``{}``; their symbols add up."""
    text = template.format(*(piece.text for piece in pieces))
    return Piece(Code(text), frozenset[Symbol]().union(*(piece.symbols for piece in pieces)))


def imports(pieces: Iterable[Piece], own: Identifier) -> ImportsView:
    """What a resource module called ``own`` imports for the sake of these pieces."""
    found: dict[str, list[Identifier]] = {}
    for symbol in sorted(frozenset[Symbol]().union(*(piece.symbols for piece in pieces))):
        found.setdefault(symbol.module, []).append(symbol.name)
    for_types = [
        ImportView(Code(module), _ordered(names))
        for module, names in found.items()
        if module not in (RUNTIME, f".{own}")
    ]
    guard = [Identifier("TYPE_CHECKING")] if for_types else []
    return ImportsView(
        runtime=_ordered([*found.get(RUNTIME, []), *guard]),
        standard=tuple(view for view in for_types if not view.module.startswith(".")),
        siblings=tuple(view for view in for_types if view.module.startswith(".")),
        for_types=bool(for_types),
    )


def _ordered(names: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Constants, classes, then the rest, as import sorters have it."""
    return tuple(sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name)))
