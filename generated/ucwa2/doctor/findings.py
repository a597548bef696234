"""What an examination says: steps that were taken, and findings. Both are frozen, and hold no data of the server."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters."""

    FAULT = "fault"
    """Something does not work."""
    DIFFERENCE = "difference"
    """The server does not do what the specs say."""
    NOTE = "note"
    """Worth knowing; a healthy server has it too."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was taken.

    - step, about: Its name, such as ``tls``, and what it was about.
    - came: What came.
    - seconds: How long it took, in seconds.
    """

    step: str
    about: str
    came: str
    seconds: float

    def as_data(self) -> dict[str, Any]:
        """The step in JSON form."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a step.

    - step, about: The name of the step, such as ``tls``, and what the finding is about.
    - expected, came: What was expected, and what came.
    - advice: What to do about it.
    - severity: How much it matters.
    """

    step: str
    about: str
    expected: str
    came: str
    advice: str
    severity: Severity

    def as_data(self) -> dict[str, Any]:
        """The finding in JSON form."""
        return asdict(self)
