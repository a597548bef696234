"""Rules: what each says of a change, and the class that the change has for users of the generated package."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum as Choice


class Impact(Choice):
    """The class of a change, the gravest first."""

    BREAKING = "breaking"
    ADDITION = "addition"
    COSMETIC = "cosmetic"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of change: its stable id, its class, and the reason for the class in a sentence.

    ``mirror`` is the id of the rule that the change has in the other direction, from new to old; empty where it is the
    same. ``gone`` tells whether its place is in the old specs, since the new ones no longer have it.
    """

    id: str
    impact: Impact
    why: str
    mirror: str = ""
    gone: bool = False

    @property
    def opposite(self) -> str:
        """The id of the rule in the other direction."""
        return self.mirror or self.id


def breaking(id: str, why: str, mirror: str = "", gone: bool = False) -> Rule:
    """A rule about changes after which programs fail, or do something else."""
    return Rule(id, Impact.BREAKING, why, mirror, gone)


def addition(id: str, why: str, mirror: str = "", gone: bool = False) -> Rule:
    """A rule about changes that give something new, and leave programs as they are."""
    return Rule(id, Impact.ADDITION, why, mirror, gone)


def cosmetic(id: str, why: str, mirror: str = "", gone: bool = False) -> Rule:
    """A rule about changes that no program notices."""
    return Rule(id, Impact.COSMETIC, why, mirror, gone)
