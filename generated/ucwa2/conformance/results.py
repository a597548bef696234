"""The outcome of a guide: each step with its differences, and the exceptions that explain some of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .comparing import PageDifference, matching
from .transcript import Allowed, Guide

OUT_OF_TIME = "the time of the run was over"
"""Why a step was left out that the limit of the whole run has cut off."""


class StepOutcome(StrEnum):
    """How a step ended."""

    SAME = "same"
    """As the page shows."""
    EXCEPTED = "excepted"
    """Different, and each difference has an exception."""
    DIFFERS = "differs"
    """Different, without an exception."""
    OMITTED = "omitted"
    """Not sent, with a reason of the specs."""
    LEFT_OUT = "left out"
    """Not sent, because it could not be."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """A step with its ``title``, its ``outcome``, and its ``differences`` that have no exception."""

    title: str
    outcome: StepOutcome
    differences: tuple[PageDifference, ...] = ()
    excepted: tuple[tuple[PageDifference, str], ...] = ()
    """Differences with the reason of their exception."""
    why: str = ""
    """Why it was not sent."""


@dataclass(frozen=True, slots=True)
class GuideResult:
    """The result of a guide: its name, and the results of its ``steps`` in the order of the page."""

    name: str
    """The name of the guide."""
    steps: tuple[StepResult, ...]
    sent: int
    """Requests that were sent, with those that no page shows."""
    stale: tuple[Allowed, ...] = ()
    """Exceptions of this guide that no difference needs."""

    @property
    def outcome(self) -> StepOutcome:
        """The worst outcome of its steps."""
        found = {step.outcome for step in self.steps}
        order = (StepOutcome.DIFFERS, StepOutcome.LEFT_OUT, StepOutcome.EXCEPTED, StepOutcome.OMITTED)
        return next((one for one in order if one in found), StepOutcome.SAME)

    @property
    def ended_early(self) -> bool:
        """Whether the limit of the whole run has cut off some of its steps."""
        return any(step.why == OUT_OF_TIME for step in self.steps)

    @property
    def is_compared(self) -> bool:
        """Whether at least one of its steps was sent, and its answer compared."""
        return any(step.outcome not in (StepOutcome.OMITTED, StepOutcome.LEFT_OUT) for step in self.steps)

    def count(self, outcome: StepOutcome) -> int:
        """How many steps ended in this way."""
        return sum(step.outcome is outcome for step in self.steps)


def settle(guide: Guide, steps: Iterable[StepResult], sent: int) -> GuideResult:
    """The result of a guide, in which each exception has taken its differences."""
    used: set[Allowed] = set()
    settled = [_excepted(guide, step, used) for step in steps]
    complete = all(step.outcome is not StepOutcome.LEFT_OUT for step in settled)
    stale = [one for one in guide.own_exceptions if one not in used] if complete else []
    return GuideResult(guide.name, tuple(settled), sent, tuple(stale))


def _excepted(guide: Guide, step: StepResult, used: set[Allowed]) -> StepResult:
    left: list[PageDifference] = []
    excepted: list[tuple[PageDifference, str]] = []
    for found in step.differences:
        row = next((row for row in guide.exceptions if _meets(row, step.title, found)), None)
        if row is None:
            left.append(found)
        else:
            used.add(row)
            excepted.append((found, row.because))
    if not excepted:
        return step
    return StepResult(
        step.title, StepOutcome.DIFFERS if left else StepOutcome.EXCEPTED, tuple(left), tuple(excepted), step.why
    )


def _meets(row: Allowed, title: str, found: PageDifference) -> bool:
    return matching(title, [row.message]) and matching(found.at, [row.at])
