"""The guides in the package: messages as data, faults in ``guides.yaml`` with their place, and APIs without any."""

from __future__ import annotations

import json
import shutil
from pathlib import PurePosixPath

import pytest

from support import BASE
from ucwagen import pipeline
from ucwagen.diagnostics import Faults

GUIDE = """\
### GET json request memo
GET https://there/memos/7 HTTP/1.1
Accept: application/json

### GET json response memo
# foreign: it is of another service
HTTP/1.1 200 OK

### GET json request memo (2016)
GET https://there/old HTTP/1.1
"""
REPLAY = """\
start:
  - follow: memos
persons: [ann@contoso.com]
guides:
  Reading:
    user: ann@contoso.com
    signs_in: itself
    acts:
      - before: GET json request memo
        wait: 5
    spelling:
      - message: GET json request memo
        word: Accept
        page: ACCEPT
    exceptions:
      - message: GET json response memo
        at: status
        because: It is so.
"""


@pytest.fixture
def specs(tmp_path):
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    (tmp_path / "specs/examples/guides").mkdir(parents=True)
    (tmp_path / "specs/examples/guides/Reading.http").write_text(GUIDE, "utf-8")
    (tmp_path / "specs/guides.yaml").write_text(REPLAY, "utf-8")
    return tmp_path / "specs"


def data(specs):
    files = pipeline.render(specs)
    found = next((path for path in files if path.match("*/conformance/guides.json")), PurePosixPath())
    return json.loads(files[found]) if found.name else None


def test_messages_are_data_of_the_package(specs):
    found = data(specs)

    assert found["start"] == [{"follow": "memos", "method": "POST"}]
    guide = found["guides"]["Reading"]
    assert guide["messages"] == [
        {
            "title": "GET json request memo",
            "text": "GET https://there/memos/7 HTTP/1.1\nACCEPT: application/json",
        },
        {"title": "GET json response memo", "text": "HTTP/1.1 200 OK", "foreign": True},
    ]
    assert (guide["user"], guide["signs_in"]) == ("ann@contoso.com", "itself")
    assert guide["acts"] == [{"before": "GET json request memo", "method": "POST", "wait": 5}]
    assert guide["exceptions"] == [{"message": "GET json response memo", "at": "status", "because": "It is so."}]


def test_api_without_guides_has_no_data(specs):
    (specs / "guides.yaml").unlink()

    assert data(specs) is None
    assert any(path.match("*/conformance/replay.py") for path in pipeline.render(specs))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  Reading:",
            "  Readin:",
            "guides.yaml:5:3: error: `Readin` is no guide; did you mean `Reading`?; mend the name",
        ),
        (
            "before: GET json request memo",
            "before: GET json request mem",
            "`GET json request mem` is no message of this",
        ),
        ("- message: GET json request memo", "- message: GET nothing", "`GET nothing` is no message of this guide"),
        ("word: Accept", "word: Cookie", "`Cookie` is not in that message; mend the word"),
        ("at: status", "place: status", "`place`"),
    ],
)
def test_fault_has_its_place(specs, old, new, said):
    path = specs / "guides.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    with pytest.raises(Faults) as found:
        pipeline.render(specs)
    assert said in "\n".join([found.value.render()])
