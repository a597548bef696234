"""Faults on demand: what goes wrong, for which requests, and how often."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from random import Random
from typing import Any

from .messages import Answer, Asked, Refused

KINDS = (
    "latency", "late", "drop-before", "drop-after", "truncate", "reset", "status", "error", "html", "expire-token",
    "lose-application", "lose-channel", "redirect", "link",
)  # fmt: skip
_HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"


@dataclass(slots=True)
class Fault:
    """What goes wrong.

    - kind: one of ``KINDS``
    - method, path: which requests; the path is a regular expression that may match anywhere
    - after: how many of them pass first; times: how many are hit then; chance: how likely each is hit
    - seconds: of ``latency``, before anything is done, and of ``late``, after it
    - status, code, subcode: of ``status``, ``html`` and ``error``; retry_after: its header
    - link: the href that takes the place of every link of the rel ``rel`` (``link``), or where ``redirect`` leads
    """

    kind: str
    method: str = ""
    path: str = ""
    after: int = 0
    times: int | None = 1
    chance: float = 1.0
    seconds: float = 1.0
    status: int = 503
    code: str = "ServiceFailure"
    subcode: str | None = None
    retry_after: str | None = None
    link: str = ""
    rel: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"`{self.kind}` is no fault; there are {', '.join(KINDS)}")
        re.compile(self.path)

    def fits(self, asked: Asked) -> bool:
        """Whether a request is one of those."""
        return self.method in ("", asked.method) and re.search(self.path, asked.target) is not None


@dataclass(slots=True)
class Faults:
    """All that is to go wrong; the same seed gives the same run."""

    faults: list[Fault] = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(0))
    hits: list[tuple[str, str, str]] = field(default_factory=list)
    """What went wrong so far: kind, method and target."""

    def due(self, asked: Asked) -> Fault | None:
        """The fault that hits a request, if one does."""
        for fault in self.faults:
            if not fault.fits(asked):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            if fault.times == 0 or self.random.random() >= fault.chance:
                continue
            if fault.times is not None:
                fault.times -= 1
            self.hits.append((fault.kind, asked.method, asked.target))
            return fault
        return None

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take in faults as JSON or YAML has them; a name that none has is refused."""
        self.faults += [_fault(row) for row in rows]

    def shown(self) -> list[dict[str, Any]]:
        """All that is still to go wrong."""
        return [asdict(fault) for fault in self.faults if fault.times != 0]


def read(path: Path) -> list[dict[str, Any]]:
    """The faults of a file: JSON, or YAML where that can be read here."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".yaml", ".yml"):
        try:
            import yaml
        except ImportError:
            raise SystemExit(f"{path}: reading YAML needs `pip install pyyaml`; JSON needs nothing") from None
        found = yaml.safe_load(text)
    else:
        found = json.loads(text)
    if not isinstance(found, list):
        raise SystemExit(f"{path}: expected a list of faults")
    return found


def _fault(row: Mapping[str, Any]) -> Fault:
    known = {item.name for item in fields(Fault)}
    if not isinstance(row, Mapping) or not row.keys() <= known:
        raise ValueError(f"a fault has {', '.join(sorted(known))}")
    return Fault(**row)


def spoilt(fault: Fault, answer: Answer) -> Answer:
    """An answer whose links lead elsewhere."""
    if fault.kind != "link" or answer.body is None:
        return answer
    answer.body = _relinked(answer.body, fault)
    if "location" in answer.headers and fault.rel in ("", "location"):
        answer.headers["location"] = fault.link
    return answer


def _relinked(value: Any, fault: Fault) -> Any:
    if isinstance(value, list):
        return [_relinked(item, fault) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: _relinked(item, fault) for name, item in value.items()}
    if isinstance(found.get("_links"), dict):
        links = found["_links"].items()
        found["_links"] = {rel: {"href": fault.link} if fault.rel in ("", rel) else link for rel, link in links}
    return found


def refusal(fault: Fault) -> Refused | Answer | None:
    """The answer in place of the real one, where the fault is one of those."""
    headers = {"retry-after": fault.retry_after} if fault.retry_after is not None else {}
    if fault.kind in ("status", "error"):
        return Refused(fault.status, fault.code, fault.subcode, "a fault that was asked for", headers=headers)
    if fault.kind == "html":
        return Answer(fault.status, content=_HTML, headers={"content-type": "text/html", **headers})
    if fault.kind == "redirect":
        return Answer(302, headers={"location": fault.link})
    return None
