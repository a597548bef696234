"""Changes between two versions of an API, each with its rule and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ucwagen.changes.types.rule import Impact, Rule
from ucwagen.changes.types.version import VersionStep
from ucwagen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Change:
    """A change: its rule, what changed, and the place in the new specs, or in the old ones if it is gone there.

    ``file`` is the file below the folder of specs and ``at`` the path of the fact in it, such as
    ``operations.POST.parameters.to.required``.
    """

    rule: Rule
    message: str
    file: str
    at: str
    span: Span

    @property
    def impact(self) -> Impact:
        """The class of the change for users of the package."""
        return self.rule.impact


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs, the gravest first, then in the order of the places; and the version step."""

    changes: tuple[Change, ...]
    version: VersionStep

    def of(self, impact: Impact) -> tuple[Change, ...]:
        """The changes of one class."""
        return tuple(change for change in self.changes if change.impact is impact)

    @property
    def gravest(self) -> Impact | None:
        """The class of the gravest change; None where nothing differs."""
        return gravest(change.impact for change in self.changes)

    def reaches(self, impact: Impact) -> bool:
        """Tell whether any change is of this class or of a graver one."""
        order = list(Impact)
        return self.gravest is not None and order.index(self.gravest) <= order.index(impact)


def gravest(found: Iterable[Impact]) -> Impact | None:
    """The gravest of some classes."""
    return min(found, key=list(Impact).index, default=None)
