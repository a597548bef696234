"""What ``check`` warns of and ``build`` accepts: each warning has its place, and the specs here have none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import BASE, ROOT
from ucwagen import cli, freshness, pipeline
from ucwagen.inputs import collect
from ucwagen.lint import Material, messages, warnings
from ucwagen.source import folder

LEAST = 3000
"""Fewer values than the documented messages of this repository hold."""
NOTE = "examples/note.http"
GET = "### GET json response\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n"
XML = (
    '### GET xml response\nHTTP/1.1 200 OK\n\n<resource rel="note" xmlns="http://example.com/tiny">\n{}\n</resource>\n'
)
MORE = """rel: {rel}
page: none
summary: Another.
properties:
  value:
    type: {type}
    summary: The value.
operations:
  GET:
    summary: Get it.
    returns: {rel}
"""
EVENTS = """rel: bell
page: none
summary: A bell.
events:
  - type: added
    priority: low
    sender: me
    summary: It rings.
"""
MEND = "mend it, and declare `# broken: …` below the title"
CASES = [
    (NOTE, GET + '{"rel": "note",\n "text": }\n', "6:10: warning: the body is no JSON: Expecting value; " + MEND),
    (NOTE, XML.format("<property>"), "6:3: warning: the body is no XML: mismatched tag; " + MEND),
    (
        NOTE,
        GET + '{"rel": "note",\n "text": 7}\n',
        "6:2: warning: `$.text` is `7`, and the spec says a string; mend the message or the spec, or declare"
        " `# placeholder: $.text`",
    ),
    (NOTE, GET + '{"text": ["a"]}\n', "5:2: warning: `$.text` is a list, and the spec says one string, and no list;"),
    (NOTE, GET + '{"importance": "Huge"}\n', "`$.importance` is `Huge`, and the spec says a member of Importance;"),
    (NOTE, XML.format('<property name="importance">Huge</property>'), '5:16: warning: `$.importance` is `Huge`, and'),
    (
        "examples/me.http",
        GET + '{"rel": "me", "_embedded": {"x": {"rel": "note", "text": false}}}\n',
        "`$._embedded.x.text` is `false`, and the spec says a string;",
    ),
    (
        NOTE,
        "### POST json request\nPOST /note HTTP/1.1\nContent-Type: application/json\n\n{\"text\": {}}\n",
        "5:2: warning: `$.text` is an object, and the spec says a string;",
    ),
    (
        NOTE,
        '### event added note\n{"sender": [{"events": [{"_embedded": {"note": {"text": 1}}}]}]}\n',
        "2:49: warning: `$._embedded.note.text` is `1`, and",
    ),
    (NOTE, "### DELETE json response\nHTTP/1.1 204 No Content\n", "1:1: warning: `note` has no operation DELETE;"),
    ("examples/guides/a.http", GET, "1:1: warning: the first word of the title names no resource; write the name"),
    ("examples/guides/a.http", GET.replace("\n", " note\n", 1) + '{"text": 1}', "5:2: warning: `$.text` is `1`, and"),
    (NOTE, "### GET json response\n# broken: TODO\nHTTP/1.1 204 No Content\n", "1:1: warning: state what this"),
    ("resources/bell.yaml", EVENTS, "1:6: warning: `bell` raises events, but no resource has the role `events`, so"),
    ("resources/bell.yaml", MORE.format(rel="bell", type="string").replace("Another.", "TODO"), "3:10: warning: `TO"),
]  # fmt: skip


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE / "specs", tmp_path / "specs")
    (tmp_path / "specs/examples/guides").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(freshness, "toolchain", lambda *_: "as before")  # its files do not change meanwhile
    return tmp_path


def checked() -> list[str]:
    found = pipeline.check(Path("specs")).warnings
    return found.render().splitlines() if found else []


@pytest.mark.parametrize(("path", "text", "said"), CASES, ids=[said[:60] for _, _, said in CASES])
def test_warning_has_its_place_and_its_remedy(work, path, text, said):
    (work / "specs" / path).write_text(text)

    found = [line for line in checked() if "warning: " in line]

    assert len(found) == 1
    assert found[0].startswith(f"specs/{path}:")
    assert said in found[0]
    pipeline.build(Path("specs"), Path("generated"))


@pytest.mark.parametrize(
    ("type", "good", "bad"),
    [
        ("string", ['"a"', '""', "null"], ["1", "{}"]),
        ("boolean", ["true", '"False"'], ["1", '"yes"']),
        ("integer", ["1", '"1"', "1.0"], ["1.5", '"a"', "true"]),
        ("number", ["1.5", '"1e3"'], ['"a"', "true"]),
        ("decimal", ['"12.50"', "12.5"], ['"12,50"']),
        ("datetime", [r'"/Date(1474932029620)/"', '"2016-09-26T16:20:29Z"'], ['"2016-09-26"', '"now"', "1"]),
        ("date", ['"2016-09-26"'], ['"2016-09-26T00:00:00Z"', '"20160926"', '"2016-02-31"']),
        ("timespan", ['"PT20M"', '"P3D"', '"3.00:00:00"', '"-00:20:00"'], ['"20"', '"P"', '"PT"']),
        ("uuid", ['"0A9b5b8c-6a4e-4c0f-8f5f-1d2b3c4d5e6f"'], ['"7"']),
        ("bytes", ['"aGk="', '"aGk"', '""'], ['"a"', '"*"']),
        ("object", ["{}", '{"a": 1}'], ["1", '"a"']),
        ("Importance", ['"Normal"'], ['"Huge"', "1"]),
    ],
)
def test_values_are_judged_as_the_package_reads_them(work, type, good, bad):
    (work / "specs/resources/other.yaml").write_text(MORE.format(rel="other", type=type))
    for value in (*good, *bad):
        (work / "specs/examples/other.http").write_text(f'{GET}{{"value": {value}}}\n')

        assert bool(checked()) == (value in bad), value


@pytest.mark.parametrize(
    ("href", "wrong"), [("data:,a", False), ("data:a/b;base64,aGk=", False), ("data:a/b;base64,a", True), ("/a", False)]
)
def test_data_links_are_judged(work, href, wrong):
    """One whose address holds no data is a link of the same name."""
    (work / "specs/resources/other.yaml").write_text(MORE.format(rel="other", type="data"))
    for text in (
        f'{GET}{{"_links": {{"value": {{"href": "{href}"}}}}}}\n',
        XML.replace("note", "other").format(f'<link rel="value" href="{href}"/>'),
    ):
        (work / "specs/examples/other.http").write_text(text)

        assert bool(checked()) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "### GET json response\n# foreign: of another service\nHTTP/1.1 200 OK\n\n{\n",
        GET.replace("\n", "\n# placeholder: $.text\n", 1) + '{"text": 7}\n',
        GET.replace("\n", "\n# placeholder: $\n", 1) + "samplevalue\n",
        GET.replace("/json\n", "/octet-stream\n") + "{\n",
        GET.replace("200 OK", "404 Not Found") + '{"text": 7}\n',
        GET + '[{"text": 7}]\n',
        GET + '{"other": 7, "text": "a"}\n',
    ],
)
def test_declared_exceptions_and_other_bodies_pass(work, text):
    (work / "specs" / NOTE).write_text(text)

    assert checked() == []


def test_command_prints_warnings_and_passes_unless_it_is_strict(work, capsys):
    (work / "specs" / NOTE).write_text(CASES[0][1])

    codes = [cli.main(["check"]), cli.main(["check", "--strict"])]

    said = capsys.readouterr().err
    assert codes == [0, 1]
    assert said.count("1 warning in 1 file\nno faults in 2 resources and 2 enumerations\n") == len(codes)


def test_specs_of_this_repository_have_no_warning():
    assert pipeline.check(ROOT / "specs").warnings is None


def test_every_documented_value_is_judged(monkeypatch):
    """The specs above pass because their values are right, and not because they were passed over."""
    inputs = collect(ROOT / "specs")
    api = pipeline.model(ROOT / "specs")
    judged = []
    monkeypatch.setattr(messages, "expected", lambda value, type: judged.append(value))

    warnings(api, Material({}, folder.examples(inputs), folder.guides(inputs)))

    assert len(judged) > LEAST
