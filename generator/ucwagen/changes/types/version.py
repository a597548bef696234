"""The version step that follows from changes, after Semantic Versioning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from packaging.version import Version

from ucwagen.changes.types.rule import Impact

Step = Literal["major", "minor", "patch", "none"]

STEPS: dict[Impact | None, Step] = {
    Impact.BREAKING: "major",
    Impact.ADDITION: "minor",
    Impact.COSMETIC: "patch",
    None: "none",
}
BEFORE_1: dict[Impact | None, Step] = {**STEPS, Impact.BREAKING: "minor", Impact.ADDITION: "patch"}
"""Before 1.0.0 the minor number stands for breaking changes, as dependency ranges such as ``~=0.3.1`` take it."""
PLACES: tuple[Step, ...] = ("major", "minor", "patch")


@dataclass(frozen=True, slots=True)
class VersionStep:
    """The step between two versions of the package.

    ``due`` is the least version for the new specs, ``said`` the one that they have. Both sides may be the same text.
    """

    step: Step
    old: str
    said: str
    due: str
    initial: bool
    """True before 1.0.0, where Semantic Versioning promises nothing."""

    @property
    def is_enough(self) -> bool:
        """Tell whether the new specs have the least version, or a later one."""
        return Version(Version(self.said).base_version) >= Version(self.due)


def version_step(gravest: Impact | None, old: str, said: str) -> VersionStep:
    """The step for the gravest change, from the version of the old specs."""
    version = Version(old)
    numbers = [*version.release, 0, 0][:3]
    initial = numbers[0] == 0 and not version.epoch
    step = (BEFORE_1 if initial else STEPS)[gravest]
    if step == "none":
        return VersionStep(step, old, said, old, initial)
    place = PLACES.index(step)
    raised = [*numbers[:place], numbers[place] + 1, *[0] * (2 - place)]
    if version.is_prerelease and not any(numbers[place + 1 :]):
        raised = numbers
    epoch = f"{version.epoch}!" if version.epoch else ""
    return VersionStep(step, old, said, epoch + ".".join(map(str, raised)), initial)
