"""Every documented error row gives its class, by status, code and subcode; docstrings name their page's errors."""

from __future__ import annotations

import json

import pytest
from tests.golden.corpus import link_class, model, spoken

from ucwa import errors
from ucwa._runtime import Link, Response
from ucwagen.model.types import ErrorRow

ROWS = sorted(
    {
        (row.error.name, row.code, row.subcode)
        for rows in (
            model().generic,
            *(group for _, group in model().groups),
            *(operation.errors for resource in model().resources for operation in resource.operations),
        )
        for row in rows
    },
    key=str,
)
OPERATIONS = [(resource, operation) for resource in model().resources for operation in resource.operations]


def class_of(error: str, subcode: str | None) -> type[Exception]:
    kind = next(kind for kind in model().errors if kind.name == error)
    return getattr(errors, spoken().errors[kind.alias_of or error, subcode])


@pytest.mark.parametrize("format", ["json", "xml"])
@pytest.mark.parametrize(("error", "status", "subcode"), ROWS)
def test_documented_row_gives_its_class(error, status, subcode, format, record_property):
    body = {"json": json_body, "xml": xml_body}[format](error, subcode)
    call = Link("https://fe1.contoso.com/x").call("GET")

    with pytest.raises(errors.ApiError) as raised:
        call.read(Response(status, {"Content-Type": f"application/{format}"}, body, "https://fe1.contoso.com/x"))

    assert type(raised.value) is class_of(error, subcode)
    assert (raised.value.status, raised.value.code, raised.value.subcode) == (status, error, subcode)
    record_property("golden", "error rows (distinct) that give their class")


def json_body(error: str, subcode: str | None) -> bytes:
    return json.dumps({"code": error, **({"subcode": subcode} if subcode else {})}).encode()


def xml_body(error: str, subcode: str | None) -> bytes:
    inner = f"<code>{error}</code>" + (f"<subcode>{subcode}</subcode>" if subcode else "")
    return f'<reason xmlns="{model().xml.namespace}">{inner}</reason>'.encode()


@pytest.mark.parametrize(
    ("resource", "operation"), OPERATIONS, ids=lambda item: getattr(item, "method", None) or item.head.page
)
def test_docstring_names_the_errors_of_its_page(resource, operation):
    text = getattr(link_class(resource.head), operation.method.lower()).__doc__

    own: list[ErrorRow] = [row for row in operation.errors if row.group is None]
    for row in own:
        assert f"`{class_of(row.error.name, row.subcode).__name__}`" in text
