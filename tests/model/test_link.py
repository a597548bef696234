"""Linking: the tiny API of cases/base, overlaid with a resource or two."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ucwagen.diagnostics import Collector, Faults
from ucwagen.model import check, dump, link
from ucwagen.model.resources.errors import error_rows, shared_errors
from ucwagen.model.types.api import Api, Gives, Kind, Operation, Resource
from ucwagen.spec import Specs, read_all

ROOT = Path(__file__).parents[2]
BASE = Path(__file__).parents[1] / "cases" / "base"


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.glob("specs/**/*.yaml"))
    }


@cache
def specs_of(folder: Path) -> Specs:
    return read_all(texts(folder))


def linked(**resources: str) -> Api:
    """The tiny API with these resources; each is given as a spec without its rel, which is its name."""
    files = texts(BASE)
    for page, rest in resources.items():
        rel = "" if rest.startswith("rel:") else f"rel: {page}\n"
        files[f"specs/resources/{page}.yaml"] = f"{rel}{rest}\npage: {page}_ref\nsummary: A {page}.\n"
    api = link(read_all(files))
    check(api)
    return api


def resource(api: Api, page: str) -> Resource:
    return next(resource for resource in api.resources if resource.ref.page == page)


def operation(api: Api, page: str) -> Operation:
    (found,) = resource(api, page).operations
    return found


POST = "operations:\n  POST:\n    summary: Do it.\n    returns: none\n"


@cache
def linked_folder(folder: Path) -> Api:
    return link(specs_of(folder))


def check_any_order(folder: Path, data: st.DataObject) -> None:
    specs = specs_of(folder)
    pages = data.draw(st.permutations(list(specs.resources)))
    names = data.draw(st.permutations(list(specs.enums)))

    shuffled = Specs(
        specs.api,
        specs.errors,
        {page: specs.resources[page] for page in pages},
        {name: specs.enums[name] for name in names},
        specs.shortcuts,
    )

    assert link(shuffled) == linked_folder(folder)


@given(data=st.data())
def test_order_of_specs_does_not_matter(data: st.DataObject) -> None:
    check_any_order(BASE, data)


@settings(max_examples=10)  # each links all resources
@given(data=st.data())
def test_order_of_the_specs_of_ucwa_does_not_matter(data: st.DataObject) -> None:
    check_any_order(ROOT, data)


def test_model_is_plain_data() -> None:
    data = dump(linked())

    assert json.loads(json.dumps(data)) == data


def test_dump_has_what_each_page_states() -> None:
    data = dump(linked())["resources"]["note"]

    assert data["rel"] == "note"
    assert {name: row["type"] for name, row in data["properties"].items()} == {
        "text": "string",
        "importance": "Importance",
    }
    post = data["operations"]["POST"]
    assert post["query"] == {}
    assert [(name, row["required"]) for name, row in post["body"].items()] == [("text", True), ("operationId", False)]
    assert [(row["error"], row["code"], row["subcode"]) for row in post["errors"]] == [
        ("BadRequest", 400, "TooLong"),
        ("Conflict", 409, None),
    ]


def test_either_stands_in_both_places_with_its_own_duty() -> None:
    row = "        type: string\n        in: either\n        required: body\n        summary: To."

    post = dump(linked(call=f"{POST}    parameters:\n      to:\n{row}"))["resources"]["call"]["operations"]["POST"]

    assert post["query"]["to"]["required"] is False
    assert post["body"]["to"]["required"] is True


PATCH = """operations:
  PATCH:
    summary: Change it.
    deprecated: true
    parameters:
      X-Trace:
        type: uuid
        in: header
        required: true
        summary: What to log.
      days:
        type: date
        many: true
        in: query
        list: comma
        deprecated: true
        summary: When.
      price:
        type: decimal
        nullable: true
        minimum: 0
        summary: How much.
    returns: headers
"""


def test_model_says_where_parameters_travel_and_what_is_deprecated() -> None:
    call = dump(linked(call=f"deprecated: true\n{PATCH}"))["resources"]["call"]
    patch = call["operations"]["PATCH"]

    assert (call["deprecated"], patch["deprecated"], patch["returns"]) == (True, True, "headers")
    assert patch["header"]["X-Trace"]["required"] is True
    assert patch["header"]["X-Trace"]["type"] == "uuid"
    assert (patch["query"]["days"]["comma"], patch["query"]["days"]["deprecated"]) == (True, True)
    assert (patch["body"]["price"]["nullable"], patch["body"]["price"]["minimum"]) == (True, 0)


def test_link_without_target_leads_to_the_page_of_its_name() -> None:
    links = {
        row.rel: row
        for row in resource(linked(call="links:\n  self: {}\n  note: {}\n  other: {to: none}"), "call").links
    }

    assert links["self"].target is not None
    assert links["self"].target.page == "call"
    assert links["note"].target is not None
    assert links["note"].summary == links["note"].target.summary == "What the user has to say."
    assert links["other"].target is None


def test_alias_has_the_state_of_what_it_represents() -> None:
    api = linked(memo="represents: note\nproperties:\n  text:\n    type: string\n    summary: The words.")
    memo = resource(api, "memo")

    assert memo.ref.owner is resource(api, "note").ref
    assert not memo.ref.has_state
    assert memo.properties == ()
    assert [row.name for row in memo.stated.properties] == ["text"]


PAGES = ["a", "b", "c", "d"]


@given(st.fixed_dictionaries({page: st.sampled_from([None, *PAGES]) for page in PAGES}))
def test_every_resource_has_an_owner_or_the_circle_is_a_fault(represents: dict[str, str | None]) -> None:
    files = texts(BASE)
    for page, other in represents.items():
        alias = f"represents: {other}\n" if other else ""
        files[f"specs/resources/{page}.yaml"] = f"rel: {page}\npage: none\nsummary: One.\n{alias}"

    if leads_back(represents):
        with pytest.raises(Faults, check=lambda faults: "leads back to its own page" in faults.render()):
            link(read_all(files))
    else:
        api = link(read_all(files))
        assert all(resource.ref.owner.represents is None for resource in api.resources)


def leads_back(parents: dict[str, str | None]) -> bool:
    def after(page: str | None, steps: int) -> str | None:
        return after(parents[page], steps - 1) if page and steps else page

    return any(after(page, len(parents)) for page in parents)


def test_what_a_revision_adds_joins_the_base_and_is_marked() -> None:
    added = "    type: string\n    summary: New."
    revision = f"rel: note\nrevises: note\nrevision: 2\nproperties:\n  text:\n{added}\n  colour:\n{added}"

    api = linked(note2=revision)

    note, note2 = resource(api, "note"), resource(api, "note2")
    assert [(row.name, row.since) for row in note.properties] == [("text", 1), ("importance", 1), ("colour", 2)]
    assert [row.name for row in note.stated.properties] == ["text", "importance"]
    assert (note2.properties, note2.ref.has_state, note2.ref.owner) == ((), False, note.ref)
    assert list(dump(api)["resources"]["note2"]["properties"]) == ["text", "colour"]


@pytest.mark.parametrize(
    ("words", "has_state"),
    [
        ("operations: {}", False),
        (POST, False),
        ("links:\n  self: {}", True),
        ("operations:\n  GET:\n    summary: Get.\n    returns: call", True),
        ("operations:\n  GET:\n    summary: Get.\n    returns: location call", False),
    ],
)
def test_state_follows_from_having_something_to_represent(words: str, has_state: bool) -> None:
    assert resource(linked(call=words), "call").ref.has_state is has_state


def test_embedded_resource_has_a_state() -> None:
    api = linked(call=POST, room="embedded:\n  call: {}")

    assert resource(api, "call").ref.has_state


@pytest.mark.parametrize(
    ("words", "gives", "page", "media_type"),
    [
        ("note", Gives.STATE, "note", None),
        ("location note", Gives.LOCATION, "note", None),
        ("none", Gives.NOTHING, None, None),
        ("document", Gives.DOCUMENT, None, None),
        ("content image/jpeg", Gives.CONTENT, None, "image/jpeg"),
    ],
)
def test_returns(words: str, gives: Gives, page: str | None, media_type: str | None) -> None:
    api = linked(call=POST.replace("none", words))
    returns = operation(api, "call").returns

    assert (returns.gives, returns.resource and returns.resource.page, returns.media_type) == (gives, page, media_type)
    assert dump(api)["resources"]["call"]["operations"]["POST"]["returns"] == words


def test_page_of_the_role_events_gives_events() -> None:
    files = texts(BASE)
    files["specs/api.yaml"] = files["specs/api.yaml"].replace("roles:\n", "roles:\n  events: note\n")

    get = resource(link(read_all(files)), "note").operations[0]

    assert get.returns.gives is Gives.EVENTS


def test_error_row_without_words_takes_those_of_the_shared_row_then_of_the_error() -> None:
    errors = "    errors:\n      - error: BadRequest\n      - error: BadRequest\n        subcode: TooLong"

    rows = operation(linked(call=POST + errors), "call").errors

    assert [row.summary for row in rows] == ["The request cannot be read.", "Something is wrong with the request."]


def test_shared_rows_stand_where_they_are_named_and_say_their_group() -> None:
    errors = "    errors:\n      - shared: [conflict]\n      - error: BadRequest"

    rows = operation(linked(call=POST + errors), "call").errors

    assert [(row.error.name, row.code, row.group) for row in rows] == [
        ("Conflict", 409, "conflict"),
        ("BadRequest", 400, None),
    ]


def test_code_of_a_row_overrides_that_of_the_error() -> None:
    (row,) = operation(linked(call=POST + "    errors:\n      - error: Conflict\n        code: 412"), "call").errors

    assert (row.code, row.error.code) == (412, 409)


@given(st.lists(st.sampled_from(["own", "group"]), max_size=3, unique=True))
def test_a_row_of_its_own_takes_the_place_of_a_shared_row(order: list[str]) -> None:
    words = {"own": "      - error: Conflict\n        summary: Own.\n", "group": "      - shared: [conflict]\n"}
    files = texts(BASE)
    rows = "".join(words[part] for part in order)
    files["specs/resources/call.yaml"] = (
        f"rel: call\npage: none\nsummary: A call.\n{POST}    errors:\n{rows or '      []'}"
    )
    specs = read_all(files)

    found = error_rows(
        specs.resources["call"].operations["POST"].errors, shared_errors(specs.errors, None, Collector()), Collector()
    )

    expected = "Own." if "own" in order else "The resource is busy."
    assert [row.summary for row in found] == ([expected] if order else [])


def test_operation_id_is_known_by_its_name() -> None:
    (post,) = (row for row in resource(linked(), "note").operations if row.method == "POST")

    assert [(row.name, row.is_operation_id) for row in post.parameters] == [("text", False), ("operationId", True)]


def test_enumeration_is_a_type() -> None:
    importance = resource(linked(), "note").properties[1].type

    assert importance.kind is Kind.ENUM
    assert importance.enum is not None
    assert [member.name for member in importance.enum.members] == ["Normal", "Urgent"]


def test_all_faults_of_all_specs_come_together() -> None:
    with pytest.raises(Faults) as raised:
        linked(call="links:\n  nothing: {}", room="links:\n  nobody: {}")

    assert [fault.span.source.path for fault in raised.value.diagnostics] == [
        "specs/resources/call.yaml",
        "specs/resources/room.yaml",
    ]
