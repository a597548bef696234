"""Faults on demand: what goes wrong, for which requests or events, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from random import Random
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from ..http.error_table import settled
from ..http.json_input import convert
from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..pages.event_names import check_event_type, check_rel
from ..pages.other_addresses import taken
from .bounded_log import BoundedLog
from .path_pattern import check_pattern, matches

if TYPE_CHECKING:
    from .backend import SandboxBackend

KINDS = (
    "latency",
    "late",
    "drop-before",
    "drop-after",
    "truncate",
    "reset",
    "status",
    "error",
    "html",
    "redirect",
    "link",
    "reason",
)
_OF_PARTS = ("status", "error", "html", "redirect", "link")
_EMPTY = (204, 205, 304)
_HTML = "<html><head><title>{status} {phrase}</title></head><body><h1>{phrase}</h1></body></html>"

_BY_FIELD = {"seconds": "latency", "status": "status", "code": "error", "subcode": "error"}
"""The kind of a fault that is not named, by the first of these fields that is given."""
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")

NotNegative = Annotated[float, msgspec.Meta(ge=0)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class Fault(msgspec.Struct, eq=False, forbid_unknown_fields=True):
    """What goes wrong.

    - kind: one of ``KINDS``, or of the effects that modules register
    - method, path: which requests; the path is text that may occur anywhere in path and query, with ``*`` for any
      characters, ``^`` for the start and ``$`` for the end
    - after: how many of them pass first; times: how many are hit then; chance: how likely each is hit
    - seconds: of ``latency``, before the request is carried out, and of ``late``, after it
    - status, code, subcode, message, parameters: of ``status`` and ``error``, and the status of ``html``; the table of errors
      gives those that are left out; retry_after: that header
    - link: the href that replaces every link of the rel ``rel`` (``link``), or the target of ``redirect``
    - event, rel, path: which events fail with code, subcode, message and parameters (``reason``), by type, rel and address
    """

    kind: str
    method: str = ""
    path: str = ""
    after: Count = 0
    times: Annotated[int, msgspec.Meta(ge=1)] | None = 1
    chance: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0
    seconds: NotNegative = 1.0
    status: Annotated[int, msgspec.Meta(ge=200, le=599)] | None = None
    code: str | None = None
    subcode: str | None = None
    message: str = "a fault that was asked for"
    parameters: dict[str, str] = msgspec.field(default_factory=dict)
    retry_after: str | None = None
    link: str = ""
    rel: str = ""
    event: str = ""

    def __post_init__(self) -> None:
        if self.kind not in (*KINDS, *EFFECTS):
            raise ValueError(f"`{self.kind}` is not a fault; there are {', '.join((*KINDS, *sorted(EFFECTS)))}")
        if self.method not in ("", *_METHODS):
            raise ValueError(f"`{self.method}` is not a method; there are {', '.join(_METHODS)}")
        if self.needs_link and not self.link:
            raise ValueError(f"`{self.kind}` needs a link")
        if self.status in _EMPTY:
            raise ValueError(f"{self.status} is not the status of a response with a body")
        if not is_header(self.retry_after or "") or (self.kind == "redirect" and not is_header(self.link)):
            raise ValueError("a header holds printable ASCII only")
        check_pattern(self.path)
        if self.event:
            check_event_type(self.event)
        if self.kind == "reason" and self.rel:
            check_rel(self.rel)

    @property
    def needs_link(self) -> bool:
        return self.kind in ("redirect", "link") or (self.kind in EFFECTS and EFFECTS[self.kind].needs_link)

    def fits(self, request: HttpRequest) -> bool:
        """Whether a request is one of those that it hits."""
        if self.method not in ("", request.method):
            return False
        return matches(self.path, request.target) or matches(self.path, taken(request.method, request.target))

    def error(self) -> HttpError:
        """The error, completed from the table of errors."""
        status, code = settled(self.status, self.code, self.subcode)
        headers = {} if self.retry_after is None else {"retry-after": self.retry_after}
        return HttpError(status, code, self.subcode, self.message, parameters=self.parameters, headers=headers)


Apply = Callable[["SandboxBackend", HttpRequest, Fault], None]


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of state that a fault makes before its request is carried out."""

    apply: Apply
    needs_link: bool
    in_batch: bool


EFFECTS: dict[str, Effect] = {}


def fault_effect(kind: str, *, needs_link: bool = False, in_batch: bool = True) -> Callable[[Apply], Apply]:
    """Register a kind of fault that changes the state of the backend."""

    def keep(function: Apply) -> Apply:
        EFFECTS[kind] = Effect(function, needs_link, in_batch)
        return function

    return keep


def apply_effect(backend: SandboxBackend, request: HttpRequest, fault: Fault) -> None:
    """Make the change of state of a fault, if its kind has one."""
    if fault.kind in EFFECTS:
        with backend.lock:
            EFFECTS[fault.kind].apply(backend, request, fault)


def _hits_parts(kind: str) -> bool:
    """Whether a kind of fault can hit a request within a batch."""
    return kind in _OF_PARTS or (kind in EFFECTS and EFFECTS[kind].in_batch)


def _size_of_hit(hit: tuple[str, str, str]) -> int:
    return sum(map(len, hit))


@dataclass(slots=True)
class Faults:
    """All faults that are due; the same seed gives the same run."""

    faults: list[Fault] = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(0))
    hits: list[tuple[str, str, str]] = field(default_factory=lambda: BoundedLog(_size_of_hit))
    """The last faults that hit: kind, method and target; of an event its type and address."""

    def due(self, request: HttpRequest, *, in_batch: bool = False) -> Fault | None:
        """The fault that hits a request, or a request within a batch; None if no fault does."""
        fitting = (
            fault
            for fault in self.faults
            if fault.kind != "reason" and fault.fits(request) and (not in_batch or _hits_parts(fault.kind))
        )
        return self._hit(fitting, request.method, request.target)

    def reason(self, kind: str, rel: str, href: str) -> dict[str, Any] | None:
        """The reason with which an event is to fail; None if it is not."""
        fitting = (
            fault
            for fault in self.faults
            if fault.kind == "reason"
            and fault.event in ("", kind)
            and fault.rel in ("", rel)
            and matches(fault.path, href)
        )
        fault = self._hit(fitting, kind, href)
        return None if fault is None else fault.error().json()

    def _hit(self, fitting: Iterable[Fault], what: str, where: str) -> Fault | None:
        """The first fault whose turn it is."""
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
        """Add faults in JSON form, all or none; raises ``ValueError`` for a row that is not a fault."""
        if isinstance(rows, (str, Mapping)) or not isinstance(rows, Iterable):
            raise ValueError("faults are a list, of one object for each fault")
        self.faults += [convert(_named(row), Fault) for row in [*rows]]

    def shown(self) -> list[dict[str, Any]]:
        """The faults that are still due, in JSON form."""
        return [msgspec.to_builtins(fault) for fault in self.faults if fault.times != 0]


def _named(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A fault in JSON form, with its kind."""
    if not isinstance(row, Mapping):
        raise ValueError(f"a fault is an object, not {type(row).__name__}")
    if "kind" in row:
        return row
    kind = next((kind for name, kind in _BY_FIELD.items() if name in row), None)
    if kind is None:
        raise ValueError(f"name the kind of the fault, or give one of {', '.join(_BY_FIELD)}")
    return {"kind": kind, **row}


def is_header(value: str) -> bool:
    """Whether a string can be the value of a header."""
    return value.isascii() and (value == "" or value.isprintable())


def refusal(fault: Fault) -> HttpError | HttpResponse | None:
    """The response that takes the place of the real one; None if the fault is of another kind."""
    if fault.kind in ("status", "error"):
        return fault.error()
    if fault.kind == "html":
        like = fault.error()
        return HttpResponse(
            like.status, content=_page(like.status), headers={"content-type": "text/html", **like.headers}
        )
    if fault.kind == "redirect":
        return HttpResponse(302, headers={"location": fault.link})
    return None


def _page(status: int) -> bytes:
    """A page of a proxy, with the status as its title."""
    known = {one.value: one.phrase for one in HTTPStatus}
    return _HTML.format(status=status, phrase=known.get(status, "Error")).encode()
