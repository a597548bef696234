"""The OpenAPI document of the reference: complete, without dangling references, and with examples that fit."""

from __future__ import annotations

import re

import pytest
from tests.openapi.documents import Judge, examples, operations, references

from support import ROOT, api_of, spec_texts
from ucwa2.sandbox.pages.addresses import is_one_of_many
from ucwa2.sandbox.pages.catalogue import catalogue
from ucwagen.source import addresses

REFERENCES = re.compile(r"#/components/(schemas|responses)/[A-Za-z0-9]+")


@pytest.fixture(scope="module")
def api():
    return api_of(spec_texts(ROOT))


def test_every_operation_of_the_specs_is_in_it(api, reference):
    wanted = {(row.method, resource.ref.rel) for resource in api.resources for row in resource.operations}
    left_out = {tuple(row.split()) for row in reference["x-operations-without-address"]}
    shown = {
        (method.upper(), row["rel"])
        for _, method, operation in operations(reference)
        for row in operation["x-resources"]
    }

    assert left_out == {("GET", "reason")}
    assert shown == wanted - left_out


def test_names_are_unique_and_references_lead_somewhere(reference):
    judge, ids = Judge(reference), [operation["operationId"].casefold() for *_, operation in operations(reference)]

    assert len(ids) == len(set(ids))
    for reference_ in set(references(reference)):
        assert REFERENCES.fullmatch(reference_)
        assert judge.at(reference_)


def test_links_name_operations_and_steps_that_both_have(reference):
    found = {operation["operationId"]: path for path, _, operation in operations(reference)}
    links = [
        (path, link)
        for path, _, operation in operations(reference)
        for response in operation["responses"].values()
        for link in response.get("links", {}).values()
    ]

    assert len(links) > 500
    for path, link in links:
        for name, expression in link.get("parameters", {}).items():
            assert expression == f"$request.path.{name}"
            assert f"{{{name}}}" in path
            assert f"{{{name}}}" in found[link["operationId"]]


def test_every_example_fits_its_schema(reference):
    """But for values that stand for others, as the reference has them; these are declared, and nothing else is."""
    judge, wrong, shown = Judge(reference), [], list(examples(reference))
    for one in shown:
        value = judge.of_xml(one.value, one.schema) if one.is_xml else one.value
        faults = judge.faults(value, one.schema)
        wrong += [(one.name, place, why) for place, why in faults if place not in one.placeholders]

    assert len(shown) > 700
    assert sum(one.is_xml for one in shown) > 200
    assert wrong == []


def test_faults_of_examples_are_seen(reference):
    judge = Judge(reference)
    pointer = "#/components/schemas/Note"

    assert judge.faults({"rel": "note", "type": "Personal", "_links": {"self": {"href": "/note"}}}, pointer) == []
    assert {place for place, _ in judge.faults({"type": "Bogus", "_links": {"self": {}}}, pointer)} == {
        "$.type",
        "$['_links'].self",
    }
    with pytest.raises(AssertionError):
        judge.of_xml('<resource xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"><a/></resource>', pointer)


def test_sandbox_serves_what_is_described(reference):
    """The catalogue of the sandbox has each path, with each method."""
    known = catalogue()
    for path, method, operation in operations(reference):
        shown = re.sub(r"\{\w+\}", lambda _: "7", path)
        pages = known.at(shown)

        assert {row["rel"] for row in operation["x-resources"]} <= {page.rel for page in pages}, path
        assert any(page.answers(method.upper()) for page in pages), (method, path)


def test_generator_and_sandbox_agree_on_steps_that_vary():
    paths = {path for page in catalogue().pages.values() for path in page.paths}
    steps = {step for path in paths for step in path.split("/")} | {"v1", "V12", "v1a", "", "a1", "x@y", "groups", "۳"}

    assert len(steps) > 150
    assert {step for step in steps if addresses.is_one_of_many(step)} == {
        step for step in steps if is_one_of_many(step)
    }


def test_resources_of_several_types_are_told_apart_by_rel(reference):
    path = "/ucwa/v1/applications/{applicationId}/communication/invitations/{invitationsId}"
    schema = reference["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    mapping = schema["discriminator"]["mapping"]
    assert [row["$ref"] for row in schema["oneOf"]] == list(mapping.values())
    assert {"phoneAudioInvitation", "messagingInvitation"} <= set(mapping)
    for rel, target in mapping.items():
        state = Judge(reference).at(target)
        assert state["properties"]["rel"]["const"] == rel
        assert state["required"] == ["rel"]


def test_pages_scopes_and_errors_are_described(reference):
    operation = reference["paths"]["/ucwa/v1/applications/{applicationId}/me/note"]["post"]

    assert operation["externalDocs"]["url"].endswith("/ucwa/note_ref")
    assert operation["security"] == [{"bearer": ["User.ReadWrite"]}]
    assert {"code": "Conflict", "subcode": "MakeMeAvailableRequired"} in operation["responses"]["409"]["x-errors"]
    assert operation["requestBody"]["content"].keys() == {"application/json", "application/xml"}
    assert (ROOT / "specs/NOTICE").read_text("utf-8").strip() in reference["info"]["description"]
