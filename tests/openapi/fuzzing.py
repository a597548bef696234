"""A run of schemathesis against a server, and what it found there."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from tests.openapi.documents import Judge, operations
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
    body: str

    @property
    def short(self) -> str:
        """What tells it apart from findings of other kinds, and a request that shows it."""
        words = " ".join(self.says.split())
        return f"{self.code} {self.status} {self.operation}: {words} [{self.request} {self.sent} {self.body[:300]}]"


@dataclass(frozen=True)
class Explained:
    """Findings that are no faults, and why. Without a status or media type, those with any."""

    code: str
    operation: str
    because: str
    says: str = ""
    status: int | None = None
    sent: str | None = None
    holds: str = ""

    def covers(self, finding: Finding) -> bool:
        return (
            self.code == finding.code
            and fnmatchcase(finding.operation, self.operation)
            and self.says in finding.says
            and self.holds in finding.body
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
        _text(request.get("body")),
    )


def _text(body: Any) -> str:
    """The body of a request, which stands there in base64."""
    encoded = body.get("$base64") if isinstance(body, dict) else body
    return base64.b64decode(encoded or "").decode("utf-8", "replace")


def of_each_form(document: dict[str, Any], left_out: tuple[str, ...]) -> list[str]:
    """One operation of each form: method, kinds and places of parameters, kinds of body, and statuses of success."""
    found: dict[object, str] = {}
    judge = Judge(document)
    for _, method, operation in operations(document):
        if operation["operationId"] not in left_out:
            found.setdefault((method, *_form(operation, judge)), operation["operationId"])
    return sorted(found.values())


def _form(operation: dict[str, Any], judge: Judge) -> tuple[frozenset[object], ...]:
    parameters = ((row["in"], _kind(row["schema"], judge), row.get("required")) for row in operation["parameters"])
    bodies = operation.get("requestBody", {}).get("content", {})
    members = (
        (media, _kind(member, judge), name in schema.get("required", ()))
        for media, row in bodies.items()
        for schema in [judge.resolved(row["schema"])]
        for name, member in schema.get("properties", {}).items()
    )
    return (
        frozenset(parameters),
        frozenset(bodies),
        frozenset(members),
        frozenset(status for status in operation["responses"] if status < "3"),
    )


def _kind(schema: dict[str, Any], judge: Judge) -> str:
    found = judge.resolved(schema)
    return "enum" if "enum" in found else str(found.get("type"))
