"""Every response and event of the older edition of the reference decodes too, by the specs of the newest."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

import pytest
from tests.golden import calling
from tests.golden.corpus import ROOT, Case
from tests.golden.test_responses import lacks_content, promised

import ucwa2
from ucwa2._runtime import EventPage, Response
from ucwa2.errors import TransportError
from ucwagen.capture.drafts import drafts as drafted
from ucwagen.capture.drafts import held_specs
from ucwagen.capture.selection import select
from ucwagen.inputs import collect
from ucwagen.model.types.api import Gives
from ucwagen.source import folder, http

PAGES = ROOT.parent / "shared" / "docs" / "2016"
SPECS = ROOT / "specs"
NAMES = sorted(path.stem.lower().removesuffix("_ref") for path in PAGES.glob("*_[rR]ef.md"))

pytestmark = pytest.mark.skipif(not NAMES, reason="the pages of 2016 are not beside this checkout")


@cache
def drafts() -> dict[str, tuple[Case, ...]]:
    """The messages of the edition by page, repaired by the rules of the newest."""
    texts = drafted(select([PAGES], ["2016"]), held_specs(SPECS, folder.specs(collect(SPECS)))).texts
    found = {PurePath(path).stem: (path, text) for path, text in texts.items() if path.endswith(".http")}
    return {
        name.lower(): tuple(Case(name, example) for example in http.parse(path, text))
        for name, (path, text) in found.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_messages_of_the_older_edition_decode(name, tally):
    page = drafts().get(name, ())
    asked = {(case.example.method, case.example.format): case for case in page if case.example.direction == "request"}

    for case in page:
        if case.example.direction == "response":
            request = asked[case.example.method, case.example.format]
            check_response(case, request)
            tally("requests called, not compared", request, edition="2016")
            tally(f"responses {'with' if case.message.body.strip() else 'without'} a body", case, edition="2016")
        elif case.example.direction == "event":
            check_event(case)
            tally("event samples", case, edition="2016")


def check_response(case: Case, asked: Case) -> None:
    body, call = case.message.body, calling.call_of(asked)
    received = Response(case.status, dict(case.message.headers), body.encode(), call.url)
    if lacks_content(case):
        with pytest.raises(TransportError, match="and no content, where"):
            call.read(received)
        return
    found = call.read(received)

    expected = promised(case.operation.returns)
    is_something = body.strip() or case.operation.returns.gives is Gives.LOCATION
    assert type(found) is (expected if is_something else type(None))


def check_event(case: Case) -> None:
    page = ucwa2.decode(case.example.text, "application/json")

    assert isinstance(page, EventPage)
    assert [(event.type, event.rel) for event in page.events] == [case.example.words[:2]]
