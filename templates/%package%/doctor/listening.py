"""The event channel: one answer of it, or none within a few seconds."""

from __future__ import annotations

from typing import Any

from .._runtime.base.errors import DecodeError, Error
from .._runtime.base.registry import index, load
from .._runtime.calls.errors import ApiError
from .._runtime.reading.events import Event, EventPage
from .._runtime.states.state import State
from . import advice
from .answers import check_message
from .facts import advice_for, facts
from .findings import Severity
from .shapes import code, word
from .walk import Examination, Walk

TYPES = ("added", "updated", "deleted", "started", "completed")


def listen(run: Examination, walk: Walk, state: State, base: str) -> None:
    """Ask for events once; they stay with the server, because no later request acknowledges them."""
    rel = index().roles.get("events")
    if rel is None or not run.has_room():
        return
    run.journal.stage = "events"
    link = state.links.get(rel)
    if link is None:
        run.journal.find(f"link {rel}", "a link to the event channel", "none", advice.REPORT)
        return
    if not run.target.trusts(link.url if link._base else base):
        return
    page = _page(run, load(index().links[rel])(link.href, base=base).get())
    if page is not None:
        _look(run, walk, page, base)


def _page(run: Examination, call: Any) -> EventPage | None:
    run.watch.what = str(index().roles["events"])
    try:
        page, response = run.target.send(call, run.options.listen)
    except DecodeError:
        run.journal.find(f"GET {run.watch.what}", "a page of events", "content of another shape", advice.MEDIA)
        return None
    except ApiError:
        return None
    except Error as fault:
        if getattr(fault, "kind", None) == "read timeout":
            run.journal.step("channel", f"no events within {run.options.listen:g} s")
        return None
    finally:
        run.watch.what = None
    check_message(run.journal, str(index().roles["events"]), response, run.options.format)
    return page if isinstance(page, EventPage) else None


def _look(run: Examination, walk: Walk, page: EventPage, base: str) -> None:
    journal = run.journal
    journal.step("channel", f"{len(page)} events")
    lost = next((name for name in ("resume", "resync") if getattr(page, name) is not None), None)
    if lost is not None:
        journal.find("channel", "a link `next`", f"a link `{lost}`: events were lost", advice.CHANNEL)
    elif page.next is None:
        journal.find("channel", "a link `next`", "none", advice.REPORT, Severity.DIFFERENCE)
    if page.refused:
        came = f"{len(page.refused)} events that cannot be read"
        journal.find("channel", "events", came, advice.REPORT, Severity.DIFFERENCE)
    for event in page:
        _look_at(run, event)
        try:
            if event.state is not None:
                walk.begin(event.state, base)
        except DecodeError:
            journal.find(f"event of {word(event.rel)}", "a state", "another shape", advice.REPORT, Severity.DIFFERENCE)


def _look_at(run: Examination, event: Event) -> None:
    journal, name = run.journal, word(event.rel)
    known = facts().events.get(event.rel)
    if event.type not in TYPES:
        came = f"the type {word(event.type)}"
        journal.find(f"event of {name}", f"one of {', '.join(TYPES)}", came, advice.REPORT, Severity.DIFFERENCE)
    elif event.rel not in index().links:
        journal.find(f"event of {name}", "a rel that a spec has", "another", advice.REPORT, Severity.DIFFERENCE)
    elif known is not None and event.type not in known:
        came = f"the type {event.type}"
        journal.find(f"event of {name}", f"one of {', '.join(known)}", came, advice.REPORT, Severity.DIFFERENCE)
    if event.reason is not None:
        said = event.reason
        came = f"a failure: {'/'.join(code(one) for one in (said.code, said.subcode) if one) or 'without a code'}"
        told = advice_for(said.subcode, said.code) or advice.EVENT
        journal.find(f"event {word(event.type)} of {name}", "no failure", came, told)
