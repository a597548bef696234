"""Collects what the module of a resource is made of: its names, the pieces of source that it uses, and its faults."""

from __future__ import annotations

from dataclasses import dataclass, field

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Resource, ResourceRef
from ucwagen.python.code.pieces import Piece, runtime
from ucwagen.python.code.vocabulary import ResourceNames, Vocabulary
from ucwagen.python.names.names import Style
from ucwagen.python.names.namespace import Namespace


@dataclass(frozen=True, slots=True)
class ModuleBuilder:
    """The module of a resource while it is made. Its imports follow from the pieces that it uses."""

    resource: Resource
    vocabulary: Vocabulary
    faults: Collector
    used: list[Piece] = field(default_factory=list)

    @property
    def ref(self) -> ResourceRef:
        return self.resource.ref

    @property
    def own(self) -> ResourceNames:
        """The names of this very resource."""
        return self.vocabulary.of(self.ref)

    def use(self, *pieces: Piece) -> None:
        """Note pieces that will be printed."""
        self.used.extend(pieces)

    def use_runtime(self, *names: str) -> None:
        """Note names of the runtime that the template prints."""
        self.used.extend(map(runtime, names))

    def space(self, reserved: frozenset[str], style: Style | None = None) -> Namespace:
        """An empty name space of this module."""
        return Namespace(style or self.vocabulary.styles.snake, self.faults, reserved)
