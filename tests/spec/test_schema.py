"""The documented format: schema.json and the README agree with the spec types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from ucwagen import spec
from ucwagen.diagnostics import Faults
from ucwagen.source import load
from ucwagen.spec import api, guides, schema, shortcuts, types

ROOT = Path(__file__).parents[2]
SPECS = ROOT / "specs"
README = (SPECS / "README.md").read_text(encoding="utf-8")
FILES = sorted([*SPECS.rglob("*.yaml"), *(ROOT / "tests/cases/base").rglob("*.yaml")])
KINDS = {
    "A resource": types.ResourceSpec,
    "A property": types.PropertySpec,
    "A parameter": types.ParameterSpec,
    "A link": types.LinkSpec,
    "An event": types.EventSpec,
    "An operation": types.OperationSpec,
    "An error row": types.ErrorRowSpec,
    "A reason": types.ReasonSpec,
    "A correction": types.CorrectionSpec,
    "An enumeration": types.EnumSpec,
    "Errors": types.ErrorsSpec,
    "The API": api.ApiSpec,
    "The package": api.PackageSpec,
    "The entry": api.EntrySpec,
    "Discovery": api.DiscoverySpec,
    "Sign-in": api.SignInSpec,
    "The doctor": api.DoctorSpec,
    "Shortcuts": shortcuts.ShortcutsSpec,
    "A shortcut": shortcuts.ShortcutSpec,
    "A filled parameter": shortcuts.FillSpec,
    "Guides": guides.GuidesSpec,
    "A guide": guides.GuideSpec,
    "An act": guides.ActSpec,
    "A spelling": guides.SpellingSpec,
    "An exception": guides.ExceptionSpec,
    "An omission": guides.OmissionSpec,
}
PROPERTY = """\
rel: memo
page: memo_ref
summary: A memo.
properties:
  text:
    type: string
    summary: The words.
    {}
"""
SHORTCUT = """\
shortcuts:
  memo:
    send:
      summary: Send it.
      link: memos
      operation: POST
      {}
"""
LINK = "rel: memo\npage: memo_ref\nsummary: A memo.\nlinks:\n  me:\n    to: me\n    summary: Me.\n    {}\n"
EVENT = """\
rel: memo
page: memo_ref
summary: A memo.
events:
  - type: added
    priority: low
    sender: me
    summary: A memo came.
    {}
"""
ENUM = "name: Memo\npage: none\nsummary: Kinds of memos.\nmembers:\n"


MEMBERS = f"{ENUM}  A:\n    summary: A member.\n    {{}}\n"


class PlainYaml(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, where only true and false are booleans and there are no dates."""


CORE = ("int", "float", "null")
PlainYaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag.rpartition(":")[2] in CORE]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
PlainYaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(schema.schema())
    return Draft7Validator(schema.schema())


def problems(validator: Draft7Validator, text: str) -> list[str]:
    """The errors that an editor would show."""
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader=PlainYaml))]


def test_schema_file_is_fresh(golden):
    golden(SPECS / "schema.json", schema.schema_text())


def test_readme_example_is_a_spec(validator, readme_block):
    text = readme_block("yaml")

    assert spec.read(load("README.md", text), types.ResourceSpec).rel == "startPhoneCall"
    assert problems(validator, text) == []


@pytest.mark.parametrize("heading", KINDS)
def test_readme_lists_every_key(heading):
    section = re.search(rf"^### {heading}\b.*?(?=^##)", README, re.MULTILINE | re.DOTALL)[0]
    rows = {key: bool(bold) for bold, key in re.findall(r"^\| (\**)`(\w+)`", section, re.MULTILINE)}
    own = {name: field for name, field in KINDS[heading].model_fields.items() if name not in _inherited(heading)}

    assert rows == {field.alias or name: field.is_required() for name, field in own.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_editors_accept_every_spec(validator, path):
    assert problems(validator, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line", ["many: true", "nullable: false", "max_length: 250", "minimum: -1", "only: 2016", "format: on"]
)
def test_editors_accept_plain_yaml(validator, line):
    assert problems(validator, PROPERTY.format(line)) == []
    assert spec.read(load("memo.yaml", PROPERTY.format(line)), types.ResourceSpec)


@pytest.mark.parametrize(
    "line", ["many: yes", "max_length: long", "only: [2017]", "format:", "colour: red", "inferred: guess"]
)
def test_editors_refuse_what_the_reader_refuses(validator, line):
    assert problems(validator, PROPERTY.format(line))
    with pytest.raises(Faults):
        spec.read(load("memo.yaml", PROPERTY.format(line)), types.ResourceSpec)


def test_readme_example_of_shortcuts_is_a_spec(validator, readme_block):
    text = readme_block("yml")

    assert list(spec.read(load("README.md", text), shortcuts.ShortcutsSpec).shortcuts) == ["group", "message"]
    assert problems(validator, text) == []


@pytest.mark.parametrize(
    "line",
    [
        "get: [a, b]",
        "parameters: {a: {from: b}}",
        "parameters: {a: {value: 30}}",
        "parameters: {a: {value: [b, true]}}",
    ],
)
def test_editors_accept_shortcuts(validator, line):
    assert problems(validator, SHORTCUT.format(line)) == []
    assert spec.read(load("shortcuts.yaml", SHORTCUT.format(line)), shortcuts.ShortcutsSpec)


@pytest.mark.parametrize(
    "line", ["get: a", "method: GET", "parameters: {a: {form: b}}", "parameters: {a: {value: {b: c}}}", "positional:"]
)
def test_editors_refuse_shortcuts_that_the_reader_refuses(validator, line):
    assert problems(validator, SHORTCUT.format(line))
    with pytest.raises(Faults):
        spec.read(load("shortcuts.yaml", SHORTCUT.format(line)), shortcuts.ShortcutsSpec)


def test_every_key_of_shortcuts_has_a_hover_text(validator):
    definitions = validator.schema["definitions"]
    keys = {
        (name, key): row
        for name in ("ShortcutSpec", "FillSpec")
        for key, row in definitions[name]["properties"].items()
    }

    assert [key for key, row in keys.items() if not row.get("description")] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PROPERTY, "type: 3"),
        (PROPERTY, "type: true"),
        (PROPERTY, "format: 1.5"),
        (PROPERTY, "python: 7"),
        (PROPERTY, "max_length: 2.5"),
        (PROPERTY, "nullable: 1"),
        (LINK, "to: 5"),
        (LINK, "summary: 12"),
        (EVENT, "sender: 3"),
        (EVENT, "type: 1"),
        (MEMBERS, "name: 1"),
        (MEMBERS, "page: false"),
    ],
)
def test_editors_flag_scalars_of_a_wrong_type(validator, text, line):
    key = line.split(":")[0]
    right = text.format("")
    wrong = re.sub(rf"^( *(?:- )?){key}: .*$", rf"\1{line}", right, count=1, flags=re.MULTILINE)
    wrong = wrong if wrong != right else text.format(line)

    assert problems(validator, right) == []
    assert problems(validator, wrong)


@pytest.mark.parametrize("version", ["1.0", "1.0.0", "2"])
def test_versions_and_words_of_pages_may_look_like_numbers(validator, version):
    api_text = (ROOT / "tests/cases/base/specs/api.yaml").read_text().replace("version: 1.0.0", f"version: {version}")
    correction = "corrections:\n  - at: properties.text.max_length\n    says: 250\n    because: A sample shows it.\n"

    assert problems(validator, api_text) == []
    assert problems(validator, PROPERTY.format("") + correction) == []
    assert problems(validator, PROPERTY.format("") + correction.replace("250", "true")) == []


def test_every_key_has_a_hover_text():
    """An editor shows it at each key, also where its value is a mapping: nothing stands beside a reference."""
    keys = list(described(schema.schema(), ()))

    assert len(keys) > 150
    assert [path for path, text in keys if not text or text != text.strip() or "\n" in text] == []
    assert list(beside_references(schema.schema(), ())) == []


def described(schema, path):
    """Every property of the schema with its description."""
    for key, item in schema.items() if isinstance(schema, dict) else ():
        if key == "properties":
            for name, of_key in item.items():
                yield (*path, name), of_key.get("description", "")
                yield from described(of_key, (*path, name))
        elif isinstance(item, dict):
            yield from described(item, (*path, key))
        elif isinstance(item, list):
            for one in item:
                yield from described(one, (*path, key))


def beside_references(schema, path):
    if isinstance(schema, dict):
        if "$ref" in schema and len(schema) > 1:
            yield path
        for key, item in schema.items():
            yield from beside_references(item, (*path, key))
    elif isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from beside_references(item, (*path, number))


def test_members_may_be_called_anything(validator):
    names = ["No", "None", "On", "Off", "null", "007", "true"]
    text = ENUM + "".join(f"  {name}:\n    summary: A member.\n" for name in names)

    assert problems(validator, text) == []
    assert list(spec.read(load("memo.yaml", text), types.EnumSpec).members) == names


def _inherited(heading: str) -> set[str]:
    """A parameter has the keys of a property, which the README does not repeat."""
    return set(types.ValueSpec.model_fields) if heading == "A parameter" else set()
