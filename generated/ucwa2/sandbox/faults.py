"""Faults on demand: what goes wrong, for which requests or events, and how often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from .errors import settled
from .http_messages import HttpError, HttpRequest, HttpResponse
from .json_input import check

KINDS = (
    "latency", "late", "drop-before", "drop-after", "truncate", "reset", "status", "error", "html", "expire-token",
    "lose-application", "lose-channel", "failover", "redirect", "link", "reason",
)  # fmt: skip
OF_PARTS = ("status", "error", "html", "expire-token", "lose-application", "lose-channel", "redirect", "link")
"""Those that can hit a request within a batch."""

_EMPTY = (204, 205, 304)
_LEAD = ("failover", "redirect", "link")
_HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"


@dataclass(slots=True)
class Fault:
    """What goes wrong.

    - kind: one of ``KINDS``
    - method, path: which requests; the path is a regular expression that may match anywhere in path and query
    - after: how many of them pass first; times: how many are hit then; chance: how likely each is hit
    - seconds: of ``latency``, before anything is done, and of ``late``, after it
    - status, code, subcode, message, parameters: of ``status`` and ``error``, and the status of ``html``; what is left out
      is as the table of errors has it; retry_after: its header
    - link: the href that takes the place of every link of the rel ``rel`` (``link``), where ``redirect`` leads, or the host
      that goes on from now on (``failover``)
    - event, rel, path: which events fail with code, subcode, message and parameters (``reason``), by type, rel and address
    """

    kind: str
    method: str = ""
    path: str = ""
    after: int = 0
    times: int | None = 1
    chance: float = 1.0
    seconds: float = 1.0
    status: int | None = None
    code: str | None = None
    subcode: str | None = None
    message: str = "a fault that was request for"
    parameters: dict[str, str] = field(default_factory=dict)
    retry_after: str | None = None
    link: str = ""
    rel: str = ""
    event: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"`{self.kind}` is no fault; there are {', '.join(KINDS)}")
        if self.kind in _LEAD and not self.link:
            raise ValueError(f"`{self.kind}` needs a link")
        if self.after < 0 or (self.times or 0) < 0 or self.seconds < 0 or not 0 <= self.chance <= 1:
            raise ValueError("after, times and seconds are not negative, and chance is between 0 and 1")
        if self.status is not None and (not 200 <= self.status <= 599 or self.status in _EMPTY):
            raise ValueError(f"{self.status} is no status of a response with a body")
        if not is_header(self.retry_after or "") or (self.kind == "redirect" and not is_header(self.link)):
            raise ValueError("a header holds printable ASCII only")
        try:
            re.compile(self.path)
        except (re.error, RecursionError) as fault:
            raise ValueError(f"`{self.path}` is no regular expression: {fault}") from None

    def fits(self, request: HttpRequest) -> bool:
        """Whether a request is one of those."""
        return self.method in ("", request.method) and re.search(self.path, request.target) is not None

    def error(self) -> HttpError:
        """The error, with what was left out."""
        status, code = settled(self.status, self.code, self.subcode)
        headers = {} if self.retry_after is None else {"retry-after": self.retry_after}
        return HttpError(status, code, self.subcode, self.message, parameters=self.parameters, headers=headers)


@dataclass(slots=True)
class Faults:
    """All that is to go wrong; the same seed gives the same run."""

    faults: list[Fault] = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(0))
    hits: list[tuple[str, str, str]] = field(default_factory=list)
    """What went wrong so far: kind, method and target; of an event its type and address."""

    def due(self, request: HttpRequest, kinds: tuple[str, ...] = KINDS) -> Fault | None:
        """The fault that hits a request, if one does."""
        fitting = (
            fault for fault in self.faults if fault.kind in kinds and fault.kind != "reason" and fault.fits(request)
        )
        return self._hit(fitting, request.method, request.target)

    def reason(self, kind: str, rel: str, href: str) -> dict[str, Any] | None:
        """Why what an event tells of has failed, if it is to fail."""
        fitting = (
            fault
            for fault in self.faults
            if fault.kind == "reason"
            and fault.event in ("", kind)
            and fault.rel in ("", rel)
            and re.search(fault.path, href)
        )
        fault = self._hit(fitting, kind, href)
        return None if fault is None else fault.error().json()

    def _hit(self, fitting: Iterable[Fault], what: str, where: str) -> Fault | None:
        """The first whose turn it is."""
        for fault in fitting:
            if fault.after > 0:
                fault.after -= 1
                continue
            if fault.times == 0 or self.random.random() >= fault.chance:
                continue
            if fault.times is not None:
                fault.times -= 1
            self.hits.append((fault.kind, what, where))
            return fault
        return None

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take in faults as JSON or YAML has them, all or none; raises ``ValueError`` on what is none."""
        self.faults += [Fault(**check(row, Fault, "a fault")) for row in [*rows]]

    def shown(self) -> list[dict[str, Any]]:
        """All that is still to go wrong."""
        return [asdict(fault) for fault in self.faults if fault.times != 0]


def is_header(value: str) -> bool:
    """Whether a text can be the value of a header."""
    return value.isascii() and (value == "" or value.isprintable())


def refusal(fault: Fault) -> HttpError | HttpResponse | None:
    """The answer in place of the real one, where the fault is one of those."""
    if fault.kind in ("status", "error"):
        return fault.error()
    if fault.kind == "html":
        like = fault.error()
        return HttpResponse(like.status, content=_HTML, headers={"content-type": "text/html", **like.headers})
    if fault.kind == "redirect":
        return HttpResponse(302, headers={"location": fault.link})
    return None
