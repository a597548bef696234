"""Everything that the body of a resource may refer to by name, and where its faults go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.errors import SharedErrors
from ucwagen.model.types.api import Enumeration, Minted, ResourceRef


@dataclass(frozen=True, slots=True)
class Names:
    """What the first pass found, for the second to link against."""

    refs: Mapping[str, ResourceRef]
    enums: Mapping[str, Enumeration]
    errors: SharedErrors
    rels: Mapping[str, str]
    roles: Mapping[str, ResourceRef]
    operation_id: str | None
    minted: tuple[Minted, ...]
    faults: Collector
