"""The journal of an examination: each step and finding is told at once and kept, without secrets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from time import monotonic

from .findings import Finding, Severity, Step

Tell = Callable[[str], object]
"""Is told each line of progress."""
HIDDEN = "…"
WAY = ("names", "tls")
"""The steps that look at the way to a server."""
_SHORTEST = 3
"""Characters of a secret that is looked for."""


class Journal:
    """Steps and findings in the order in which they came."""

    def __init__(self, tell: Tell, secrets: Iterable[str] = ()) -> None:
        self.steps: list[Step] = []
        self.findings: list[Finding] = []
        self.is_out_of_reach = False
        self.requests = 0
        self.stage = ""
        """The name of the step that is being taken."""
        self._tell = tell
        self._began = monotonic()
        found = sorted({value for value in secrets if len(value) >= _SHORTEST}, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, found)), re.IGNORECASE) if found else None

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return monotonic() - self._began

    def step(self, about: str, came: str, seconds: float = 0.0) -> None:
        """Note what came in the present step."""
        step = Step(self.stage, self._clean(about), self._clean(came), round(seconds, 3))
        self.steps.append(step)
        self._tell(f"{step.step:<11} {step.about}: {step.came}")

    def find(
        self, about: str, expected: str, came: str, advice: str, severity: Severity = Severity.FAULT, step: str = ""
    ) -> None:
        """Note a finding, once."""
        about, expected, came, advice = map(self._clean, (about, expected, came, advice))
        finding = Finding(step or self.stage, about, expected, came, advice, severity)
        if finding not in self.findings:
            self.findings.append(finding)
            self._tell(f"{finding.severity:>11} {finding.about}: expected {finding.expected}; came {finding.came}")

    def say(self, text: str) -> None:
        """Tell a line that no report has."""
        self._tell(f"{'':>11} {self._clean(text)}")

    def is_unreached(self, about: str) -> bool:
        """Whether a look at the way to a server has found something already."""
        return any(known.about == about and known.step in WAY for known in self.findings)

    def _clean(self, text: str) -> str:
        line = " ".join(text.split())
        return self._secrets.sub(HIDDEN, line) if self._secrets else line
