"""Every documented error row gives its class by status, code and subcode when its operation is called; docstrings
name the errors of their page. The expected class of a row follows from the names in ``errors.yaml`` only.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from tests.golden import calling
from tests.golden.corpus import ROOT, link_class, model, of

import ucwa2.errors
from ucwa2._runtime import Call, Response
from ucwagen.model.types.api import ErrorRow, Operation, Resource

GROUPS = dict(model().groups)
of_operation = pytest.mark.parametrize(
    ("resource", "operation"),
    [(resource, operation) for resource in model().resources for operation in resource.operations],
    ids=lambda item: getattr(item, "method", None) or item.ref.page,
)


@cache
def names() -> dict[str, str]:
    """The errors of ``errors.yaml`` by name, with aliases resolved."""
    text = (ROOT / "specs" / "errors.yaml").read_text("utf-8")
    errors = yaml.load(text, yaml.BaseLoader)["errors"]
    return {name: row.get("alias_of", name) for name, row in errors.items()}


def class_name(row: ErrorRow) -> str:
    """The error's name and the subcode."""
    return f"{names()[row.error.name]}{row.subcode or ''}"


@cache
def requests() -> dict[tuple[str, str], Call[Any]]:
    """The documented call of each operation, by page and method."""
    return {(case.page, case.example.method): calling.call_of(case) for case in of("request")}


def called(resource: Resource, operation: Operation) -> Call[Any]:
    """The documented call, or one without arguments where the page shows none."""
    link = link_class(resource.ref)(calling.ANYWHERE)
    shown = requests().get((resource.ref.page, operation.method))
    return shown or getattr(link, operation.method.lower())()


@of_operation
def test_documented_row_gives_its_class(resource, operation, tally):
    call = called(resource, operation)
    for row in operation.errors:
        for format in ("json", "xml"):
            check(call, row, format)
            tally(f"error rows that give their class, in {format.upper()}")


@pytest.mark.parametrize("row", [*model().generic, *(row for rows in GROUPS.values() for row in rows)], ids=class_name)
def test_row_of_any_operation_gives_its_class(row, tally):
    for format in ("json", "xml"):
        check(link_class(model().resources[0].ref)(calling.ANYWHERE).call("GET"), row, format)
    tally("error rows of any operation and of groups that give their class")


def check(call: Call[Any], row: ErrorRow, format: str) -> None:
    body = {"json": json_body, "xml": xml_body}[format](row.error.name, row.subcode)
    with pytest.raises(ucwa2.errors.ApiError) as raised:
        call.read(Response(row.code, {"Content-Type": f"application/{format}"}, body, call.url))

    told = raised.value
    assert type(told) is getattr(ucwa2.errors, class_name(row))
    assert (told.status, told.code, told.subcode) == (row.code, row.error.name, row.subcode)


def json_body(error: str, subcode: str | None) -> bytes:
    return json.dumps({"code": error, **({"subcode": subcode} if subcode else {})}).encode()


def xml_body(error: str, subcode: str | None) -> bytes:
    inner = f"<code>{error}</code>" + (f"<subcode>{subcode}</subcode>" if subcode else "")
    return f'<reason xmlns="{model().xml.namespace}">{inner}</reason>'.encode()


@of_operation
def test_docstring_names_the_errors_of_its_page(resource, operation, tally):
    """Its own errors by class, shared ones by group; `ucwa2.errors` lists the groups."""
    text = " ".join(getattr(link_class(resource.ref), operation.method.lower()).__doc__.split())

    assert f"see `{ucwa2.errors.__name__}`" in text
    for row in operation.errors:
        words = f"`{class_name(row)}`" if row.group is None else f"`{row.group}`"
        assert words in text
        tally("error rows that the docstring of their method names")


def test_module_lists_the_rows_of_any_operation_and_of_each_group():
    sections = re.split(r"\n(?=\S.*:\n)", ucwa2.errors.__doc__)
    for title, rows in [("any operation", model().generic), *((f"`{name}`", rows) for name, rows in GROUPS.items())]:
        section = next(text for text in sections if title in text.partition("\n")[0].lower())
        assert re.findall(r"^- `(\w+)`", section, re.MULTILINE) == [class_name(row) for row in rows], title
