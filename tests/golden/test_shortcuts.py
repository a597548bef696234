"""Each shortcut makes the documented request of its operation, in both formats, from a state that has the links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.golden import calling, compare
from tests.golden.corpus import Case, argument, model, of, spoken, state_class

from ucwa2 import Call, Chain
from ucwagen.model.types.api import Resource, Shortcut

SENT = {"message": "Back at two", "onlineMeetingUri": "sip:ann@contoso.com;gruu;opaque=app:conf:focus:id:1"}
"""Arguments that a shortcut requires, and the sample of the operation leaves out."""
READ = "https://fe1.contoso.com/read"
"""Where the states are that a chain reads."""


def documented() -> Iterator[tuple[Resource, Shortcut, Case]]:
    """Every shortcut with each documented request of its operation."""
    for resource in model().resources:
        for shortcut in resource.shortcuts:
            for case in of("request"):
                if (case.page, case.example.method) == (shortcut.link.target.page, shortcut.operation.method):
                    yield resource, shortcut, case


ROWS = list(documented())
NAMES = [f"{resource.ref.page}.{shortcut.name}: {case.example.title}" for resource, shortcut, case in ROWS]


def source(shortcut: Shortcut, case: Case) -> dict[str, Any]:
    """A state of the resource of the shortcut, from which its path leads to the address of the sample."""
    rel = shortcut.reads[0].rel if shortcut.reads else shortcut.link.rel
    inner = {"_links": {rel: {"href": f"{READ}/0" if shortcut.reads else calling.server_href(case)}}}
    for row in reversed(shortcut.embedded):
        inner = {"_embedded": {row.rel: inner}}
    wire = {**calling.query_of(case), **calling.body_of(case)}
    return {fill.source.name: wire[fill.parameter.name] for fill in shortcut.fills if fill.source} | inner


def made(resource: Resource, shortcut: Shortcut, case: Case) -> Any:
    """What the method of the state gives for the arguments of the sample."""
    kind, given = state_class(resource.ref), calling.arguments(case)
    state = kind.from_json(json.dumps(source(shortcut, case)))
    if case.example.format == "xml":
        state = kind.from_xml(state.to_xml())
    first = [case.message.body] if shortcut.operation.content else []
    names = [(row.name, argument(row.name)) for row in shortcut.positional]
    positions = [given.pop(name) if name in given else SENT[wire] for wire, name in names]
    for fill in shortcut.fills:
        given.pop(argument(fill.parameter.name)) if fill.source and not fill.replaceable else None
    return getattr(state, spoken().styles.snake(shortcut.name))(*first, *positions, **given)


def ended(found: Any, shortcut: Shortcut, case: Case) -> Call[Any]:
    """The last call, after the states that a chain reads, each of which has nothing but the link that is due."""
    rels = [*(row.rel for row in shortcut.reads[1:]), shortcut.link.rel]
    for number, row in enumerate(shortcut.reads):
        assert isinstance(found, Chain)
        assert (found.first.method, found.first.url) == ("GET", f"{READ}/{number}")
        is_last = number + 1 == len(shortcut.reads)
        href = calling.server_href(case) if is_last else f"{READ}/{number + 1}"
        get = next(one for one in resource_of(row).operations if one.method == "GET")
        found = found.next(
            state_class(get.returns.resource).from_json(json.dumps({"_links": {rels[number]: {"href": href}}}))
        )
    assert isinstance(found, Call)
    return found


def resource_of(row: Any) -> Resource:
    return next(resource for resource in model().resources if resource.ref.page == row.target.page)


@pytest.mark.parametrize(("resource", "shortcut", "case"), ROWS, ids=NAMES)
def test_request_is_that_of_the_sample(resource, shortcut, case):
    format = case.example.format
    found = ended(made(resource, shortcut, case), shortcut, case).request(format)
    sample, extra = calling.call_of(case).request(format), SENT.keys() & {row.name for row in shortcut.positional}
    left_out = {*extra, *calling.supplied(case)} - {*calling.body_of(case), *calling.query_of(case)}

    assert (found.method, compare.address(found.url, left_out)) == (
        sample.method,
        compare.address(sample.url, left_out),
    )
    if shortcut.operation.content:
        assert found.content.decode() == case.message.body
        assert found.headers["Content-Type"].partition(";")[0] == (shortcut.content_type or "text/plain")
    elif left_out:
        sent = compare.input(found.content, format, left_out)
        assert sent == compare.input(case.message.body, format)
    else:
        assert (found.content, found.headers) == (sample.content, sample.headers)


def test_every_shortcut_has_samples_in_both_formats():
    tried = {(resource.ref.page, shortcut.name, case.example.format) for resource, shortcut, case in ROWS}
    every = {(resource.ref.page, shortcut.name) for resource in model().resources for shortcut in resource.shortcuts}

    assert len(every) > 30
    assert tried == {(*one, format) for one in every for format in ("json", "xml")}
