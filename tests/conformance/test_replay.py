"""A guide against a server that is not as its page: each step says what differs, and why a message was not sent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conformance.world import suite, world

from ucwa2.conformance.results import OUT_OF_TIME, StepOutcome
from ucwa2.conformance.transcript import Allowed, guides, read
from ucwa2.sandbox import running

FOUND = guides()
assert FOUND is not None


def replayed(name, *faults, **changes):
    """The result of a guide against a sandbox with faults; ``changes`` replace fields of the guide."""
    backend, clock = world()
    backend.faults.add([*faults])
    with running(backend) as server:
        return suite(server.url, clock).replay(replace(FOUND.guides[name], **changes))


def said(result):
    return [(step.title, str(found)) for step in result.steps for found in step.differences]


@pytest.mark.parametrize(
    ("fault", "differs"),
    [
        ({"kind": "status", "status": 503}, "status: 204 on the page, 503 from the server"),
        ({"kind": "status", "status": 200}, "status: 204 on the page, 200 from the server"),
        ({"kind": "drop-before"}, "response: there on the page, "),
    ],
)
def test_answer_that_is_not_that_of_the_page(fault, differs):
    result = replayed("Setmynoteinformation", {"path": "/me/note$", **fault})

    assert [title for title, _ in said(result)] == ["POST json request note"]
    assert said(result)[0][1].startswith(differs)


def test_event_that_fails():
    fault = {"kind": "reason", "event": "completed", "rel": "messagingInvitation", "code": "RemoteFailure"}

    result = replayed("SendAnIM", fault)

    text = "$.status: `Success` on the page, `Failure` from the server"
    event = "event completed messagingInvitation from communication"
    assert ("GET json request events 2", f"{event}: {text}") in said(result)


def test_exception_that_no_difference_needs_is_named():
    row = Allowed("POST json request note", "It was so once.", "header etag")

    result = replayed("Setmynoteinformation", own_exceptions=(row,))

    assert result.stale == (row,)
    assert {step.outcome for step in result.steps} == {StepOutcome.SAME}


def test_exception_takes_its_own_difference_alone():
    rows = (Allowed("POST json request note", "So it is.", "header *"),)

    result = replayed(
        "Setmynoteinformation", {"path": "/me/note$", "kind": "status", "status": 503}, own_exceptions=rows
    )

    assert len(said(result)) == 1
    assert result.outcome is StepOutcome.DIFFERS
    rows = (Allowed("POST * note", "So it is.", "status"),)
    result = replayed(
        "Setmynoteinformation", {"path": "/me/note$", "kind": "status", "status": 503}, own_exceptions=rows
    )
    assert (said(result), result.outcome, result.stale) == ([], StepOutcome.EXCEPTED, ())


def test_message_that_is_omitted_is_not_sent():
    rows = (Allowed("POST json request note", "Not this one."),)

    result = replayed("Setmynoteinformation", {"path": "/me/note$", "kind": "status", "status": 503}, omitted=rows)

    assert [(step.outcome, step.why) for step in result.steps][-1] == (StepOutcome.OMITTED, "Not this one.")
    assert said(result) == []


def test_applications_are_deleted_at_the_end():
    backend, clock = world()
    with running(backend) as server:
        suite(server.url, clock).replay(FOUND.guides["SendAnIM"])

    assert backend.applications == {}


def test_request_is_paired_with_the_answer_that_follows_it():
    texts = {
        "POST json request memo": "POST /memos HTTP/1.1",
        "POST json request memo 2": "POST /memos HTTP/1.1",
        "POST json response memo": "HTTP/1.1 200 OK",
        "GET json response memo": "HTTP/1.1 200 OK",
        "event added memo": '{"sender": []}',
    }
    rows = [{"title": title, "text": text} for title, text in texts.items()]
    acts = [
        {"follow": "a"},
        {"before": "POST json request memo 2", "follow": "b"},
        {"instead": "GET json response memo"},
    ]

    steps = read({"guides": {"Memos": {"messages": rows, "acts": acts}}}).guides["Memos"].steps

    pairs = [tuple(one.title if one else None for one in (step.request, step.response)) for step in steps]
    assert pairs == [
        ("POST json request memo", None),
        ("POST json request memo 2", "POST json response memo"),
        (None, "GET json response memo"),
        (None, "event added memo"),
    ]
    assert [[act.follow for act in step.acts] for step in steps] == [["a"], ["b"], [], []]
    assert [step.instead is not None for step in steps] == [False, False, True, False]


def test_run_whose_time_is_over_says_what_was_left_out_and_deletes_what_was_made():
    backend, clock = world()
    backend.faults.add([{"kind": "latency", "seconds": 3, "path": "/contacts$"}])
    with running(backend) as server:
        limited = replace(suite(server.url, clock), max_time=1.5)
        found = list(limited.run(["ScheduleAnOnlineMeeting", "GetUsersContactList", "MeDashboard"]))

        assert backend.applications == {}
    assert [one.ended_early for one in found] == [False, True, True]
    assert {(step.outcome, step.why) for one in found[1:] for step in one.steps} == {
        (StepOutcome.LEFT_OUT, OUT_OF_TIME)
    }
    assert [len(one.steps) for one in found] == [len(FOUND.guides[one.name].steps) for one in found]
    deleted = [asked.path for asked in backend.requests if asked.method == "DELETE"]
    assert ["/myOnlineMeetings/" in path for path in deleted] == [True, False, False]
    assert found[2].sent == 0
