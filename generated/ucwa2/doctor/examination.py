"""One examination of a server, from its name to every resource that links reach."""

from __future__ import annotations

from datetime import UTC, datetime

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.client.flows.entry import entry_link
from .._runtime.states.state import State
from . import stages
from .evidence import Evidence
from .journal import Journal, Tell
from .listening import listen
from .options import Options
from .report import Report
from .sending import Patient
from .walk import Walk, Ward
from .watching import Watch


def _silent(line: str) -> None:
    """Tells nothing."""


def examine(options: Options, tell: Tell = _silent) -> Report:
    """Examine a server, and tell each step as it is taken.

    Raises ``InvalidArgument`` for options that cannot work, and ``LinkRefused`` for an address that is none.
    """
    began, journal = datetime.now(UTC), Journal(tell, options.secrets)
    watch = Watch(journal, options.slow)
    places = stages.starts(options)
    patient = Patient(options, watch)
    ward = Ward(options, journal, watch, patient, Evidence())
    try:
        if not stages.can_be_reached(ward, places):
            journal.is_out_of_reach = True
        else:
            is_open = stages.opens(ward)
            stages.look_at_others(ward, places)
            if is_open:
                _look_inside(ward)
    finally:
        patient.close()
    return Report.of(journal, ward.evidence, began, watch.places)


def _look_inside(ward: Ward) -> None:
    """Walk from the application, or from the entry of an API without applications."""
    walk = Walk(ward)
    if "applications" not in index().roles:
        _walk_from_the_entry(ward, walk)
        return
    address = ward.patient.applications
    if not ward.options.application or address is None:
        ward.journal.stage = "application"
        ward.journal.step("application", "none was created, as was asked for")
        return
    try:
        state = stages.created(ward, address)
        if state is not None:
            _walk_from(ward, walk, state, ward.patient.place() or address)
    finally:
        stages.deleted(ward)


def _walk_from_the_entry(ward: Ward, walk: Walk) -> None:
    state, address = ward.patient.entry, ward.patient.home or ward.patient.address or ""
    if state is None:
        link = entry_link(ward.patient.address or address)
        ward.journal.stage, ward.watch.what = "entry", link.rel
        try:
            state, _ = ward.patient.send(link.call("GET"))
        except Error:
            ward.journal.is_out_of_reach = not ward.journal.findings
            return
        finally:
            ward.watch.what = None
        address = link.href
    if isinstance(state, State):
        _walk_from(ward, walk, state, address)


def _walk_from(ward: Ward, walk: Walk, state: State, base: str) -> None:
    walk.begin(state, base)
    listen(ward, walk, state, base)
    walk.run()
