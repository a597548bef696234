"""The second API, whose specs come from pages, has an OpenAPI document too, and its messages fit it."""

from __future__ import annotations

import json

from tests.openapi.documents import Judge, examples, operations


def test_document_of_the_second_api(workshop):
    done = workshop.ucwagen("openapi", "--output", "api.json")
    assert done.code == 0, done.said
    document = json.loads((workshop.folder / "api.json").read_text("utf-8"))
    judge, wrong, shown = Judge(document), [], list(examples(document))

    for one in shown:
        value = judge.of_xml(one.value, one.schema) if one.is_xml else one.value
        wrong += [(one.name, *row) for row in judge.faults(value, one.schema) if row[0] not in one.placeholders]

    assert len(list(operations(document))) > 5
    assert shown
    assert wrong == []
