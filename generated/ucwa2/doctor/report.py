"""The report of an examination: as data, and as the exit code of the command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .._runtime.base.registry import index
from .evidence import Evidence
from .findings import Finding, Severity, Step
from .journal import Journal

HEALTHY, FOUND, USAGE, OUT_OF_REACH = 0, 1, 2, 3
"""Exit codes."""
VERSION = 1
"""The version of the form of the data."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was done and found.

    - began, seconds: When the examination began, in UTC, and how many seconds it took.
    - requests: How many requests were sent.
    - places: The origins that were asked.
    - steps, findings: The steps that were taken, and what was found, in the order of time.
    - never: Documented things that never came, by the rel of the resource.
    - unreached: Documented resources that no link led to.
    - evidence: What specs could learn; ``ucwagen capture`` reads it.
    - is_out_of_reach: Whether no server of the API answered.
    """

    began: datetime
    seconds: float
    requests: int
    places: tuple[str, ...]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    never: Mapping[str, list[str]]
    unreached: tuple[str, ...]
    evidence: Mapping[str, Any]
    is_out_of_reach: bool

    @classmethod
    def of(cls, journal: Journal, evidence: Evidence, began: datetime, places: list[str]) -> Report:
        """The report of what a journal holds."""
        return cls(
            began=began,
            seconds=round(journal.seconds, 1),
            requests=journal.requests,
            places=tuple(places),
            steps=tuple(journal.steps),
            findings=tuple(journal.findings),
            never=evidence.never(),
            unreached=tuple(evidence.unreached()) if evidence.never() else (),
            evidence=evidence.as_data(),
            is_out_of_reach=journal.is_out_of_reach,
        )

    @property
    def code(self) -> int:
        """0 healthy, 1 something was found, 3 out of reach."""
        if self.is_out_of_reach:
            return OUT_OF_REACH
        return FOUND if any(one.severity is not Severity.NOTE for one in self.findings) else HEALTHY

    @property
    def verdict(self) -> str:
        """The outcome in words."""
        of = {severity: sum(one.severity is severity for one in self.findings) for severity in Severity}
        counts = ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in of.items() if count)
        words = {HEALTHY: "healthy", FOUND: "something was found", OUT_OF_REACH: "out of reach"}[self.code]
        return f"{words}{f' ({counts})' if counts else ''}"

    def as_data(self) -> dict[str, Any]:
        """The report in JSON form; ``ucwagen capture`` reads it."""
        return {
            "report": "doctor",
            "version": VERSION,
            "package": index().package,
            "began": self.began.isoformat(timespec="seconds"),
            "seconds": self.seconds,
            "requests": self.requests,
            "code": self.code,
            "places": list(self.places),
            "steps": [step.as_data() for step in self.steps],
            "findings": [finding.as_data() for finding in self.findings],
            "never": dict(self.never),
            "unreached": list(self.unreached),
            "evidence": dict(self.evidence),
        }

    def as_json(self) -> str:
        """The report as JSON text."""
        return json.dumps(self.as_data(), indent=1) + "\n"
