"""The Python on the pages of the reference is run: it makes the documented request, by the generated package."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
from tests.golden import calling, compare
from tests.golden.corpus import Case, argument, link_class, of, resources, spoken, state_class

from support import ROOT
from ucwa2 import Call, Response
from ucwagen import pipeline

PART = re.compile(r"^## (?=[A-Z]+$)", re.MULTILINE)
BLOCK = re.compile(r"```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLLOWED = re.compile(r"(\w+)\.links\.")


class Client:
    """Keeps the call that is sent: an answer would need a server in the state of the sample."""

    call: Call[Any]

    def send(self, call: Call[Any]) -> None:
        self.call = call


@cache
def blocks(page: str) -> dict[str, str]:
    """The Python of a page by method."""
    parts = PART.split(pages()[PurePosixPath(f"resources/{page}.md")])[1:]
    return {part.partition("\n")[0]: BLOCK.findall(part)[0] for part in parts}


@cache
def pages() -> dict[PurePosixPath, str]:
    return pipeline.pages(ROOT / "specs")


@cache
def owners() -> dict[str, Any]:
    """Resources that have a state, by what the pages call it."""
    return {spoken().of(of.ref).module: of for of in resources().values() if of.ref.has_state}


def states(source: str, case: Case) -> dict[str, Any]:
    """The states that the page uses, each link of theirs at the address of the documented request."""
    updated = spoken().of(case.resource.ref.owner).module if calling.updates(case.operation, case) else None
    return {name: state(name, case, updated=name == updated) for name in {*FOLLOWED.findall(source), updated} - {None}}


def state(name: str, case: Case, *, updated: bool) -> Any:
    owner, address = owners()[name], calling.server_href(case)
    links = {row.rel: [{"href": address}] if row.many else {"href": address} for row in owner.links}
    kept, parameters = calling.body_of(case) if updated else {}, {row.name for row in case.operation.parameters}
    tree = {key: value for key, value in kept.items() if key not in parameters}
    content = json.dumps({"rel": owner.ref.rel, **tree, "_links": links}).encode()
    if not updated:
        return state_class(owner.ref).from_json(content, base=address)
    tag = calling.header(case, "if-match") or calling.supplied(case)[calling.TAG]
    return (
        link_class(case.resource.ref)(address)
        .get()
        .read(Response(200, {"Content-Type": "application/json", "ETag": tag}, content, address))
    )


SHOWN = [
    case
    for case in of("request")
    if not case.is_guide and case.example.format == "json" and not case.example.edition and not case.example.words
]


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.id)
def test_python_of_the_page_makes_the_documented_request(case):
    source, client = blocks(case.page)[case.example.method], Client()
    exec(compile(source, case.id, "exec"), {"client": client, "content": case.message.body, **states(source, case)})

    made, supplied = client.call.request("json"), calling.supplied(case)
    assert made.method == case.example.method
    assert compare.address(made.url, supplied) == compare.address(calling.target(case), calling.moved(case))
    if case.operation.content:
        assert made.content.decode() == case.message.body
    else:
        sent, wanted = (
            compare.input(text, "json", {*supplied, *left_out(source, case)})
            for text in (made.content, case.message.body)
        )
        assert (sent or {}) == (wanted or {}) | calling.moved(case)


def left_out(source: str, case: Case) -> set[str]:
    """Parameters that the page does not show, because their values have no short expression; not one is required."""
    rows = [row for row in case.operation.parameters if f"{argument(row.name)}=" not in source]
    assert not [row.name for row in rows if case.operation.asks_for(row)]
    return {row.name for row in rows if row.type.kind.value == "timespan"} | {"_links", "rel"}


def test_every_operation_shows_its_call():
    shown = {(page, method) for page in resources() for method in blocks(page)}

    assert shown == {(page, row.method) for page, of in resources().items() for row in of.operations}
    assert len(SHOWN) > 250
