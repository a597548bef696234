"""The files of a folder of specs that are no specs, and go into the package as they are or as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Source
from ucwagen.source.http import Example

if TYPE_CHECKING:
    from ucwagen.spec.guides import GuidesSpec

Examples = Mapping[str, Iterable[Example]]
"""The sections of each file of examples, by the name of its page."""


@dataclass(frozen=True, slots=True)
class Extras:
    """Examples, licence and notice, the behaviour of the sandbox, and the grants of the API."""

    place: str = "specs"
    """The folder of specs, seen from the project."""
    examples: Examples = field(default_factory=dict)
    legal: Mapping[str, str] = field(default_factory=dict)
    """The licence of the package, and the credits of the pages whose words the specs hold, by file name."""
    behaviour: Mapping[str, Source] = field(default_factory=dict)
    """Python modules by file name: what the sandbox of this API does beyond its samples."""
    served: Mapping[str, str] = field(default_factory=dict)
    """Files by name that those modules serve to browsers."""
    grants: Source | None = None
    """The Python module of the grants that this API alone has."""
    guides: Examples = field(default_factory=dict)
    """The documented messages of each guide, by the name of its page."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A digest of every file in the folder of specs that a build reads, by its path there."""
    replay: GuidesSpec | None = None
    """How those messages are sent to a server."""
