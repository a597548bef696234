"""All specs of one API, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ucwagen.spec.api import ApiSpec
    from ucwagen.spec.shortcuts import ShortcutsSpec
    from ucwagen.spec.types import EnumSpec, ErrorsSpec, ResourceSpec


@dataclass(frozen=True, slots=True)
class Specs:
    """All specs of one API: resources by page, enumerations by name; shortcuts where there is a file of them."""

    api: ApiSpec
    errors: ErrorsSpec
    resources: Mapping[str, ResourceSpec]
    enums: Mapping[str, EnumSpec]
    shortcuts: ShortcutsSpec | None = None
