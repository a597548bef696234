"""The first run of capture for a new API: it writes api.yaml and errors.yaml too, so that little is left to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ucwagen.cli import main

TABLE = "|:--|:--|\n"
PAGE = """# order

### Properties

|Name|Description|
|:--|:--|
|state|How far it is ([State](State_ref.md)).|

### GET

#### Response body

The response from a GET request contains the properties and links shown in the Properties and Links sections at the \
top of this page.

#### Synchronous errors

|Error|Code|Subcode|Description|
|:--|:--|:--|:--|
|NotFound|404|None|There is none.|
|Locked|423|Closed|It is locked.|
|Locked|423|None|It is locked.|
|Locked|422|Other|Most rows say otherwise.|

#### JSON Response

```
HTTP/1.1 200 OK
Content-Type: application/vnd.shop+json; charset=utf-8

{"rel": "order", "state": "Elsewhere", "_links": {"self": {"href": "/orders/1"}}}
```

#### XML Response

```
HTTP/1.1 200 OK
Content-Type: application/vnd.shop+xml

<record rel="order" href="/orders/1" xmlns="urn:shop"><property name="state">Open</property></record>
```
"""
STATE = "# State\n\nHow far it is.\n\n## Members\n\n|Name|Description|\n|:--|:--|\n|Open|Not yet sent.|\n"
API = """\
# yaml-language-server: $schema=schema.json

package:
  name: new_api
  distribution: new-api
  version: 0.1.0
  summary: TODO
reference: https://example.com/TODO/{page}

media_types:
  json: [application/vnd.shop+json]
  xml: [application/vnd.shop+xml]

xml:
  namespace: urn:shop
  resource: record

roles:
  subcodes: Subcode
"""
ERRORS = """\
# yaml-language-server: $schema=schema.json

errors:
  NotFound:
    code: 404
    summary: TODO
  Locked:
    code: 423
    summary: TODO
"""


@pytest.fixture(autouse=True)
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages beside an empty folder of specs."""
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    Path("specs").mkdir()
    Path("pages/order_ref.md").write_text(PAGE, "utf-8")
    Path("pages/State_ref.md").write_text(STATE, "utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(list(arguments))
    return capsys.readouterr().err.splitlines()


def test_files_about_the_whole_api_are_written_from_the_pages(capsys):
    written = said(capsys, "capture", "pages")

    assert written == [
        "specs/api.yaml: written",
        "specs/enums/State.yaml: written",
        "specs/enums/Subcode.yaml: written",
        "specs/errors.yaml: written",
        "specs/examples/order.http: written",
        "specs/resources/order.yaml: written",
    ]
    assert Path("specs/api.yaml").read_text("utf-8") == API
    assert Path("specs/errors.yaml").read_text("utf-8") == ERRORS
    assert said(capsys, "check")[-1] == "no faults in 1 resource and 2 enumerations"
    assert said(capsys, "capture", "pages", "--check", "--strict") == []


def test_check_names_what_is_left_to_write(capsys):
    said(capsys, "capture", "pages")

    found = [line.partition(";")[0] for line in said(capsys, "check") if ": warning: " in line]

    assert found[0] == "specs/api.yaml:4:9: warning: `new_api` is a placeholder, and 3 more follow"
    assert [line.partition(":")[0] for line in found] == [
        "specs/api.yaml",
        "specs/enums/State.yaml",
        "specs/enums/Subcode.yaml",
        "specs/errors.yaml",
        "specs/examples/order.http",
        "specs/resources/order.yaml",
    ]
    assert "says a member of State" in found[4]


def test_folder_of_specs_is_made(capsys):
    Path("specs").rmdir()

    assert said(capsys, "capture", "pages")[0] == "specs/api.yaml: written"
    assert said(capsys, "check")[-1] == "no faults in 1 resource and 2 enumerations"


def test_enumeration_that_has_all_subcodes_is_theirs(capsys):
    Path("pages/Detail_ref.md").write_text(
        STATE.replace("Open", "Other").replace("State", "Detail") + "|Closed|Shut.|\n"
    )

    said(capsys, "capture", "pages")

    assert Path("specs/api.yaml").read_text("utf-8").endswith("roles:\n  subcodes: Detail\n")
    assert not Path("specs/enums/ErrorSubcode.yaml").exists()


def test_resource_above_all_others_is_the_entry(capsys):
    for name, path in (("shop", "/api/"), ("order", "/api/orders/1"), ("price", "/api/prices?of=1")):
        request = f"#### JSON Request\n\n```\nGET https://shop.example{path} HTTP/1.1\n```\n\n#### JSON Response"
        page = PAGE.replace("# order", f"# {name}", 1).replace("#### JSON Response", request)
        Path(f"pages/{name}_ref.md").write_text(page, "utf-8")

    said(capsys, "capture", "pages")

    assert "entry:\n  path: /api/\n  resource: shop\n" in Path("specs/api.yaml").read_text("utf-8")
    assert said(capsys, "check")[-1] == "no faults in 3 resources and 2 enumerations"


def test_row_links_an_enumeration_though_a_sample_has_another_value(capsys):
    said(capsys, "capture", "pages")

    assert "  state:\n    type: State\n    inferred: enumeration\n" in Path("specs/resources/order.yaml").read_text(
        "utf-8"
    )


def test_error_says_its_status_where_it_is_another_than_usual(capsys):
    said(capsys, "capture", "pages")

    errors = Path("specs/resources/order.yaml").read_text("utf-8").partition("errors:\n")[2]
    assert "      - error: Locked\n        subcode: Closed\n" in errors
    assert "      - error: Locked\n        code: 422\n        subcode: Other\n" in errors


def test_files_that_exist_are_left_as_they_are(capsys):
    Path("specs/api.yaml").write_text(API.replace("TODO", "A shop."), "utf-8")
    Path("specs/errors.yaml").write_text("errors: {}\n", "utf-8")

    assert "specs/api.yaml: written" not in said(capsys, "capture", "pages", "--update")
    assert Path("specs/api.yaml").read_text("utf-8") == API.replace("TODO", "A shop.")
    assert "        code: 404\n" in Path("specs/resources/order.yaml").read_text("utf-8")


def test_rows_that_repeat_a_status_agree_once_errors_yaml_states_it(capsys):
    """The specs were captured while errors.yaml was empty."""
    Path("specs/errors.yaml").write_text("errors: {}\n", "utf-8")
    said(capsys, "capture", "pages")
    Path("specs/errors.yaml").write_text(ERRORS, "utf-8")

    assert said(capsys, "capture", "pages", "--check") == []
    assert said(capsys, "check")[-1] == "no faults in 1 resource and 2 enumerations"


def test_several_folders_need_an_order_that_only_people_know(capsys):
    Path("more").mkdir()
    Path("more/order_ref.md").write_text(PAGE, "utf-8")

    lines = said(capsys, "capture", "pages", "more")

    assert lines[0].startswith(
        "more:1:1: error: a second folder of pages beside `pages`; list the `editions` in api.yaml"
    )
    assert list(Path("specs").iterdir()) == []


def test_page_that_is_no_file_is_a_fault(capsys):
    os.mkfifo("pages/note_ref.md")
    Path("pages/memo_ref.md").symlink_to("nowhere")

    lines = said(capsys, "capture", "pages")

    what = "error: is no ordinary file but a pipe, a device or a broken link; remove it"
    assert lines[:2] == [f"pages/memo_ref.md:1:1: {what}", f"pages/note_ref.md:1:1: {what}"]
    assert list(Path("specs").iterdir()) == []
