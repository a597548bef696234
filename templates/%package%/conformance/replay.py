"""A guide replayed: its steps in the order of the page, each answer compared with that of the page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from .._runtime.base.registry import index
from .channel import EventReading, is_events
from .comparing import Comparer, PageDifference, matching
from .exchanges import json_of
from .parts import compare_parts
from .people import People, Person
from .results import OUT_OF_TIME, GuideResult, StepOutcome, StepResult, settle
from .sending import CannotAct, OutOfReach, OutOfTime, RawRequest, RawResponse, Sender
from .transcript import Act, Guide, TranscriptMessage, TranscriptStep
from .xml_tree import compare_xml

SAFE = ("GET", "HEAD", "OPTIONS")
LEAVING, LEAVING_ALL = 5.0, 20.0
"""Seconds for each deletion in a run whose time is limited, and for all those of a guide."""


@dataclass(frozen=True)
class ReplayOptions:
    """How guides are replayed."""

    writes: bool = True
    """Whether requests that change something are sent."""
    patience: float = 8.0
    """The most seconds to wait for an event."""
    longest_wait: float = 0.0
    """The most seconds that a guide may wait in place of a request."""
    wait: Callable[[float], object] = time.sleep
    """Lets a number of seconds pass."""
    whole_lists: bool = False
    """Whether lists, such as the list of contacts, must be as long as on the page."""


@dataclass
class Replay:
    """One guide, with the people that act in it.

    ``sender`` sends the requests of ``guide``; ``person`` gives each person of the page, who is signed in by then.
    """

    guide: Guide
    start: tuple[Act, ...]
    """What each user sends first."""
    sender: Sender
    person: People
    options: ReplayOptions = field(default_factory=ReplayOptions)
    """What is sent, and how long events are waited for."""
    _people: dict[str | None, Person] = field(default_factory=dict)
    _results: list[StepResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.comparer = Comparer(whole_lists=self.options.whole_lists)

    def run(self) -> GuideResult:
        """Send all steps; a step that cannot be carried out is left out, with the reason.

        So are those that are left when the time of the run is over. What was made is deleted then too.
        """
        before = self.sender.count
        try:
            for step in self.guide.steps:
                self._results.append(self._step(step))
        except OutOfTime:
            cut_off = self.guide.steps[len(self._results) :]
            self._results += [StepResult(step.title, StepOutcome.LEFT_OUT, why=OUT_OF_TIME) for step in cut_off]
        finally:
            self._leave()
        return settle(self.guide, self._results, self.sender.count - before)

    def _step(self, step: TranscriptStep) -> StepResult:
        self.sender.check_time()
        why = next((row.because for row in self.guide.omitted if matching(step.title, [row.message])), None)
        if why is not None:
            return StepResult(step.title, StepOutcome.OMITTED, why=why)
        try:
            differences = tuple(self._carried_out(step))
        except CannotAct as fault:
            return StepResult(step.title, StepOutcome.LEFT_OUT, why=str(fault))
        except OutOfReach as fault:
            return StepResult(step.title, StepOutcome.DIFFERS, (PageDifference("response", "there", str(fault)),))
        if differences and any(one.outcome is StepOutcome.LEFT_OUT for one in self._results):
            return StepResult(
                step.title, StepOutcome.LEFT_OUT, why="it follows a message that was left out, and differs"
            )
        return StepResult(step.title, StepOutcome.DIFFERS if differences else StepOutcome.SAME, differences)

    def _carried_out(self, step: TranscriptStep) -> Iterator[PageDifference]:
        me = self._of(None)
        for act in step.acts:
            self._act(act)
        due = json_of(step.response.body) if step.response else None
        if step.response is not None and isinstance(due, dict) and is_events(due):
            request = me.binder.request(step.request) if step.request else None
            channel = EventReading(self.sender, me, self.options.patience)
            yield from channel.compared(request, step.response, due, self.comparer)
            return
        answer = self._answer(me, step)
        if answer is None:
            yield PageDifference("response", "there", "missing")
            return
        body = me.learn(answer)
        if step.response is not None:
            yield from self._compared(me, step.response, answer, body)
        elif answer.status >= 400:
            yield PageDifference("status", "success", str(answer.status))

    def _compared(
        self, me: Person, page: TranscriptMessage, answer: RawResponse, body: Any
    ) -> Iterator[PageDifference]:
        wrong = list(self.comparer.head(page, answer))
        yield from wrong
        if any(found.at == "status" for found in wrong) and (page.status >= 300 or answer.status >= 300):
            return
        for name, value in page.headers:
            for theirs in answer.headers_of(name):
                me.known.pair_header(value, theirs)
        due = json_of(page.body)
        if due is not None:
            me.known.pair(due, body, answer)
            yield from self.comparer.body(due, body)
        elif "multipart" in (page.header("content-type") or ""):
            yield from compare_parts(self.comparer, me.known, page, answer)
        elif page.form == "xml" and page.body.strip():
            yield from compare_xml(page.body, answer.body)
        elif page.body.strip() and not answer.body:
            yield PageDifference("body", "there", "missing")

    def _answer(self, me: Person, step: TranscriptStep) -> RawResponse | None:
        """The answer to the request of the page, or to the one that the page leaves out."""
        if step.request is not None:
            return self._send(me, me.binder.request(step.request))
        act = step.instead or Act(follow=step.response.rel if step.response else None, method="GET")
        if act.accept is None and step.response is not None and step.response.form == "xml":
            act = replace(act, accept=index().xml_types[0])
        return self._acted(me, act)

    def _send(self, me: Person, request: RawRequest) -> RawResponse | None:
        if request.method not in SAFE and not self.options.writes:
            raise CannotAct("it changes something, and only reading is allowed")
        self.comparer.note(request.body.decode("utf-8", "replace"))
        answer = self.sender.send(request)
        if answer is not None:
            me.note(request, answer)
        return answer

    def _acted(self, me: Person, act: Act) -> RawResponse | None:
        if act.repeat is not None:
            found = next(one.request for one in self.guide.steps if one.request and one.request.title == act.repeat)
            return self._send(me, me.binder.request(found))
        return self._send(me, me.binder.act(act, self._link(me, act)))

    def _link(self, me: Person, act: Act) -> str:
        """The address that an act follows; where no answer gave it yet, events are read until one does."""
        until = time.monotonic() + self.options.patience
        while (found := me.link(act.follow or "")) is None:
            if time.monotonic() > until or EventReading(self.sender, me, self.options.patience).poll() is None:
                raise CannotAct(f"no answer had a link `{act.follow}`")
        return found

    def _act(self, act: Act) -> None:
        """Send a request that no page shows."""
        if act.wait is not None:
            if act.wait > min(self.options.longest_wait, self.sender.left):
                raise CannotAct(f"it takes {act.wait} seconds of waiting")
            self.options.wait(act.wait)
            return
        me = self._of(act.by)
        self._done(me, act, self._acted(me, act))

    def _of(self, name: str | None) -> Person:
        """A person, who has done by then what each user does first."""
        if name not in self._people:
            self._people[name] = self.person(name)
        found = self._people[name]
        if not found.began and not (name is None and self.guide.signs_in):
            found.began = True
            for act in self.start:
                self._done(found, act, self.sender.send(found.binder.act(act, self._link(found, act))))
        return found

    def _done(self, me: Person, act: Act, answer: RawResponse | None) -> None:
        """Take up the answer to an act; raises ``CannotAct`` where it is none of success."""
        if answer is None or answer.status >= 400:
            what = act.repeat or f"{act.method} of `{act.follow}`"
            raise CannotAct(f"{what} before it gave {answer.status if answer else 'no answer'}")
        me.learn(answer)

    def _leave(self) -> None:
        """Delete what was made, the applications last. This may take some time after that of the run."""
        longest = min(self.sender.timeout, LEAVING) if self.sender.until else None
        self.sender.until = time.monotonic() + LEAVING_ALL if self.sender.until else None
        for person in self._people.values():
            for address in (*reversed(person.made.values()), *reversed(person.applications.values())):
                with suppress(CannotAct, OutOfReach, OutOfTime):
                    self.sender.send(person.binder.act(Act(method="DELETE"), address), longest)
