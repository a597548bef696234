"""States that the tests of states use: one of the reference, and one with much that no spec knows."""

from __future__ import annotations

import json
from pathlib import Path

from sample.resources.values import Values

DATA = Path(__file__).parents[1] / "data"
"""The documented message of an invitation, in either format."""
HREF = "/ucwa/v1/applications/192/communication/invitations/146"

UNKNOWN = {
    "rel": "values",
    "56de7bbf-1081-43e6-bbf2-1cabf3224c83": "please pass this in a PUT request",
    "count": 3,
    "open": True,
    "names": ["a", "b"],
    "odd": {"deep": [1, {"x": None}]},
    "text": "known",
    "_links": {
        "self": {"href": "/values/1", "etag": "7"},
        "mystery": {"href": "/mystery", "title": "Who?", "revision": 2, "since": "yesterday"},
        "mysteries": [{"href": "/m/1"}, {"href": "/m/2"}],
        "contactPhoto": {"href": "/photo"},
    },
    "_embedded": {
        "stranger": {"rel": "unlisted", "x": 1},
        "strangers": [{"rel": "contact", "name": "Ann"}],
        "thing": {"rel": "participant", "name": "Bob"},
        "contact": {"rel": "visitor", "name": "Cleo"},
    },
}


def unknown(form: str) -> Values:
    state = Values.from_json(json.dumps(UNKNOWN))
    return state if form == "json" else Values.from_xml(state.to_xml())
