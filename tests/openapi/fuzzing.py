"""A run of schemathesis against a server, and what it found there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from tests.openapi.tools import run

HERE = Path(__file__).parent
SETTINGS = """
[parameters]
"path.applicationId" = "{application}"

[phases.coverage]
unexpected-methods = ["OPTIONS"]
"""
"""Requests go to an application that exists. One method that an address does not have is enough for each."""


@dataclass(frozen=True)
class Finding:
    """What a check objects to, in one exchange."""

    code: str
    operation: str
    says: str
    status: int
    sent: str
    """The media type of the request body."""
    request: str


@dataclass(frozen=True)
class Explained:
    """Findings that are no faults, and why. Without a status or media type, those with any."""

    code: str
    operation: str
    because: str
    says: str = ""
    status: int | None = None
    sent: str | None = None

    def covers(self, finding: Finding) -> bool:
        return (
            self.code == finding.code
            and fnmatchcase(finding.operation, self.operation)
            and self.says in finding.says
            and self.status in (None, finding.status)
            and self.sent in (None, finding.sent)
        )


def findings(folder: Path, document: Path, url: str, token: str, *arguments: str) -> tuple[str, list[Finding]]:
    """The output of a run, and its findings."""
    events = folder / "events.ndjson"
    done = run(
        folder, "schemathesis", "--config-file", "schemathesis.toml", "run", str(document), "--url", url,
        "-H", f"Authorization: Bearer {token}", "--report", "ndjson", "--report-ndjson-path", str(events), "--no-color",
        *arguments, SCHEMATHESIS_HOOKS="hooks", PYTHONPATH=str(HERE),
    )  # fmt: skip
    assert events.exists(), done.stdout
    return done.stdout, [row for line in events.read_text("utf-8").splitlines() for row in _found(json.loads(line))]


def _found(event: dict[str, Any]) -> Iterator[Finding]:
    recorder = event.get("ScenarioFinished", {}).get("recorder", {})
    for case, checks in recorder.get("checks", {}).items():
        exchange = recorder["interactions"].get(case, {})
        for check in checks:
            if check.get("failure_info"):
                yield _finding(check["failure_info"]["failure"], exchange)


def _finding(failure: dict[str, Any], exchange: dict[str, Any]) -> Finding:
    request, response = exchange.get("request") or {}, exchange.get("response") or {}
    headers = {name.lower(): values for name, values in (request.get("headers") or {}).items()}
    return Finding(
        failure["code"],
        failure["operation"],
        failure["message"],
        response.get("status_code", 0),
        "".join(headers.get("content-type", [])[:1]),
        f"{request.get('method')} {request.get('uri')}",
    )
