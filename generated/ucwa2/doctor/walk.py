"""The walk: every GET that links reach, breadth first, bounded by count and time. Nothing is changed."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from .._runtime.base.errors import DecodeError, Error, LinkRefused
from .._runtime.base.registry import index, load
from .._runtime.calls.errors import ApiError
from .._runtime.client.session.application import says_lost
from .._runtime.client.session.origin import origin, resolved
from .._runtime.http.messages import Response
from .._runtime.states.link import Link
from .._runtime.states.state import State
from . import advice
from .answers import check_message, check_tag, needed, operation
from .differences import differences, inside, rel_of
from .evidence import Evidence
from .findings import Severity
from .journal import Journal
from .options import Options
from .sending import Target
from .shapes import word
from .watching import Watch

EACH = 5
"""The greatest number of resources of one rel that are read."""


class Waypoint(NamedTuple):
    """A link to follow: its class, its address, its name in a report, and whether it has a spec."""

    kind: type[Link]
    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Examination:
    """What a part of an examination works with."""

    options: Options
    journal: Journal
    watch: Watch
    target: Target
    evidence: Evidence

    def has_room(self) -> bool:
        """Whether the limits allow another request."""
        journal, options = self.journal, self.options
        return journal.requests < options.max_requests and journal.seconds < options.max_time


class Walk:
    """Reads what links lead to."""

    def __init__(self, run: Examination) -> None:
        self._run = run
        self._queue: deque[Waypoint] = deque()
        self._seen: set[str] = set()
        self._read: Counter[str] = Counter()
        self.left_out = 0
        """Resources that were not read because enough others of their rel were."""

    def begin(self, state: State, base: str) -> None:
        """Look at a state that came from an address, and note where its links lead."""
        run = self._run
        run.evidence.add(state)
        for found in differences(state, base):
            run.evidence.propose(found)
            run.journal.find(
                found.about, found.expected, found.came, advice.REPORT, Severity.DIFFERENCE, step="differences"
            )
        self._queue.extend(self._places(state, base))

    def run(self) -> None:
        """Follow links until there are none, or a limit is reached."""
        run = self._run
        run.journal.stage = "walk"
        while self._queue and run.has_room():
            place = self._queue.popleft()
            if self._read[place.name] >= EACH:
                self.left_out += 1
                continue
            self._read[place.name] += 1
            if not self._visit(place):
                break
        total = sum(self._read.values())
        more = f", {self.left_out} more of the same rels were left out" if self.left_out else ""
        run.journal.step("links", f"{total} resources of {len(self._read)} rels{more}")
        if self._queue and not run.has_room():
            came = f"{len(self._queue)} links are left"
            run.journal.find("links", "all links followed", came, advice.LIMIT, Severity.NOTE)

    def _visit(self, place: Waypoint) -> bool:
        """Read a resource; False where the application is gone."""
        run = self._run
        table = operation(place.kind, "GET")
        run.watch.what, run.watch.may_be_refused = place.name, table is None or bool(table.parameters)
        link = place.kind(place.url)
        call: Any = link._call(table, {}) if table else link.call("GET")
        try:
            result, response = run.target.send(call, self._left())
        except DecodeError as fault:
            came = (
                f"content that cannot be read at byte {fault.position}"
                if fault.position
                else "content of another shape"
            )
            check_message(run.journal, place.name, Response(200), run.options.format)
            run.journal.find(f"GET {place.name}", "a message", came, advice.MEDIA)
        except ApiError as fault:
            return not says_lost(fault)
        except LinkRefused:
            run.journal.find(f"GET {place.name}", "a link of this server", "another server", advice.FOREIGN)
        except Error:
            pass  # the watch has said what happened
        else:
            self._take(place, result, response)
        finally:
            run.watch.what, run.watch.may_be_refused = None, False
        return True

    def _left(self) -> float:
        run = self._run
        return max(0.5, min(10.0, run.options.max_time - run.journal.seconds))

    def _take(self, place: Waypoint, result: Any, response: Response) -> None:
        run = self._run
        run.evidence.reached(place.name)
        if isinstance(result, State):
            check_message(run.journal, place.name, response, run.options.format)
            check_tag(run.journal, place.name, result, place.kind)
            self.begin(result, response.url or place.url)

    def _places(self, state: State, base: str) -> Iterator[Waypoint]:
        """Where the links of a state, and of those in it, lead."""
        for name in _rels(state):
            for item in state._links_of(name):
                found = self._place(state, name, item["href"], base)
                if found is not None:
                    yield found
        for key in _keys(state):
            for inner in inside(state, key):
                yield from self._places(inner, base)

    def _place(self, state: State, name: str, href: str, base: str) -> Waypoint | None:
        run, rel = self._run, rel_of(state) if name == "self" else name
        if href[:5].lower() == "data:":
            return None
        try:
            url = resolved(base, href)
            there = origin(url).url
        except Error:
            run.journal.find(f"{rel_of(state)}.{word(name)}", "an address", "none", advice.FOREIGN)
            return None
        if not run.target.trusts(url):
            run.journal.find(
                f"{rel_of(state)}.{word(name)}", "a link of this server", f"a link to {there}", advice.FOREIGN
            )
            return None
        path = index().links.get(rel)
        kind: type[Link] = load(path) if path else Link
        is_read = kind is Link or (operation(kind, "GET") is not None and not [*needed(kind, "GET")])
        roles = index().roles
        if not is_read or url in self._seen or rel in (roles.get("events"), roles.get("batch")):
            return None
        self._seen.add(url)
        return Waypoint(kind, url, word(rel))


def _rels(state: State) -> list[str]:
    """The rels whose links can be read."""
    found = []
    try:
        for name in state._rels():
            state._links_of(name)
            found.append(name)
    except DecodeError:
        pass
    return found


def _keys(state: State) -> list[str]:
    try:
        return [*state._keys()]
    except DecodeError:
        return []
