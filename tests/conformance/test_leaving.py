"""What a guide makes on a server is deleted at its end: in either format, in a batch, and all of its applications."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conformance.world import suite, world

from ucwa2.conformance.transcript import TranscriptStep, guides, message
from ucwa2.sandbox import running

FOUND = guides()
assert FOUND is not None
MEETINGS = "/ucwa/v1/applications/101/onlineMeetings/myOnlineMeetings"
HEAD = "Host: lyncweb.contoso.com\n"
JSON = 'Accept: application/json\nContent-Type: application/json\n\n{"subject": "Plans"}'
XML = (
    'Accept: application/xml\nContent-Type: application/xml\n\n<?xml version="1.0" encoding="utf-8"?>'
    '<input xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"><property name="subject">Plans</property></input>'
)
MIXED = 'Accept: application/xml\nContent-Type: application/json\n\n{"subject": "Plans"}'
ASKED = f"POST {MEETINGS} HTTP/1.1\n{HEAD}"
PART = f"--cut\nContent-Type: application/http; msgtype=request\n\n{ASKED}"
BATCH = (
    f"POST /ucwa/v1/applications/101/batch HTTP/1.1\n{HEAD}Accept: multipart/batching\n"
    f'Content-Type: multipart/batching;boundary="cut"\n\n{PART}{JSON}\n\n{PART}{XML}\n\n--cut--'
)


def replayed(guide):
    """The requests of a guide, after which nothing is left."""
    backend, clock = world()
    with running(backend) as server:
        result = suite(server.url, clock).replay(guide)
        assert backend.applications == {}
    return result, backend.requests


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("POST json request myOnlineMeetings", f"{ASKED}{JSON}", 1),
        ("POST xml request myOnlineMeetings", f"{ASKED}{XML}", 1),
        ("POST xml request myOnlineMeetings", f"{ASKED}{MIXED}", 1),
        ("POST json request batch", BATCH, 2),
    ],
    ids=["json", "xml", "xml for json", "batch"],
)
def test_meetings_are_deleted(title, text, count):
    row = {"title": title, "text": text, "rel": title.split()[-1]}
    guide = replace(FOUND.guides["Setmynoteinformation"], steps=(TranscriptStep(message(row), None),))

    result, requests = replayed(guide)

    assert [(str(step.outcome), step.differences) for step in result.steps] == [("same", ())]
    deleted = [asked.path for asked in requests if asked.method == "DELETE" and "/myOnlineMeetings/" in asked.path]
    assert len(set(deleted)) == count


@pytest.mark.parametrize("name", ["AuthenticationUsingAzureAD", "MultiTabSupport", "SendAnIM", "UpdateAnOnlineMeeting"])
def test_all_applications_of_a_guide_are_deleted(name):
    """The first two make a second one for the same user."""
    replayed(FOUND.guides[name])


def test_what_a_batch_has_deleted_is_not_deleted_again():
    part = PART.replace("POST", "DELETE").replace("/myOnlineMeetings ", "/myOnlineMeetings/1000 ")
    texts = [f"{ASKED}{JSON}", BATCH.partition(PART)[0] + f"{part}\n\n--cut--"]
    rows = zip(("POST json request myOnlineMeetings", "POST json request batch"), texts, strict=True)
    steps = tuple(
        TranscriptStep(message({"title": title, "text": text, "rel": title.split()[-1]}), None) for title, text in rows
    )

    result, requests = replayed(replace(FOUND.guides["Setmynoteinformation"], steps=steps))

    assert [str(step.outcome) for step in result.steps] == ["same", "same"]
    deleted = [asked.path for asked in requests if asked.method == "DELETE" and "/myOnlineMeetings/" in asked.path]
    assert len(deleted) == 1
