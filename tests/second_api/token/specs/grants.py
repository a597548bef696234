"""The grant of the Granary API alone: the card of a curator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from ._runtime.base.redact import Secret
from ._runtime.client.session.grants import Grant


@dataclass(frozen=True, slots=True)
class CuratorGrant(Secret, Grant):
    """A curator, by the number on the card."""

    name: ClassVar[str] = "curator-card"
    card: str = field(repr=False)

    def fields(self, last: str | None) -> Mapping[str, str]:
        return {"card": self.card}
