"""One examination of a server, from its name to every resource that links reach."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.calls.errors import AuthenticationError
from .._runtime.client.flows.entry import entry_link
from .._runtime.requests.call import Call
from .._runtime.states.state import State
from . import advice, stages
from .evidence import Evidence
from .journal import Journal, Tell
from .listening import listen
from .options import Options
from .report import Report
from .sending import Target
from .settings import by_wire_name
from .walk import Examination, Walk
from .watching import Watch


def _silent(line: str) -> None:
    """Tells nothing."""


def examine(options: Options, tell: Tell = _silent) -> Report:
    """Examine a server, and tell each step as it is taken.

    Raises ``InvalidArgument`` for options that cannot work, and ``LinkRefused`` for an address that is none.
    """
    began, journal = datetime.now(UTC), Journal(tell, options.secrets)
    watch = Watch(journal, options.slow)
    by_wire_name(options.settings)
    places = stages.starts(options)
    target = Target(options, watch)
    run = Examination(options, journal, watch, target, Evidence())
    try:
        if not stages.can_be_reached(run, places):
            journal.is_out_of_reach = True
        else:
            is_open = stages.opens(run)
            stages.look_at_others(run, places)
            if is_open:
                _look_inside(run)
    finally:
        target.close()
    return Report.of(journal, run.evidence, began, watch.places)


def _look_inside(run: Examination) -> None:
    """Walk from the application, or from the entry of an API without applications."""
    walk = Walk(run)
    if "applications" not in index().roles:
        _walk_from_the_entry(run, walk)
        return
    address = run.target.applications
    if not run.options.application or address is None:
        run.journal.stage = "application"
        run.journal.step("application", "none was created, as was asked for")
        return
    try:
        state = stages.created(run, address)
        if state is not None:
            _walk_from(run, walk, state, run.target.place() or address)
    finally:
        stages.deleted(run)


def _walk_from_the_entry(run: Examination, walk: Walk) -> None:
    state, address = run.target.entry, run.target.home or run.target.address or ""
    if state is None:
        link = entry_link(run.target.address or address)
        run.journal.stage, run.watch.what = "entry", link.rel
        state = _entered(run, link.call("GET"))
        address = link.href
    if state is not None:
        _walk_from(run, walk, state, address)


def _entered(run: Examination, call: Call[Any]) -> State | None:
    """The state at the entry; None after a finding."""
    try:
        state, _ = run.target.send(call)
    except AuthenticationError as fault:
        stages.refused(run, fault)
        return None
    except Error:
        state = None
    finally:
        run.watch.what = None
    if isinstance(state, State):
        return state
    run.journal.is_out_of_reach = not run.watch.is_answered
    if not run.journal.findings:
        run.journal.find("GET entry", "the API", "no usable answer", advice.NOT_IT)
    return None


def _walk_from(run: Examination, walk: Walk, state: State, base: str) -> None:
    walk.begin(state, base)
    listen(run, walk, state, base)
    walk.run()
