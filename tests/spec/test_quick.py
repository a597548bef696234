"""Files read without pydantic: what is read says the same, and what pydantic refuses is not read."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import CASES, ROOT, spec_texts
from ucwagen.diagnostics import Faults
from ucwagen.spec.fields import fields, kinds
from ucwagen.spec.quick import Quick
from ucwagen.spec.read import parsed
from ucwagen.spec.restored import Fields, kept

FORMS = json.loads(json.dumps({name: [one.names, one.defaults, one.forms] for name, one in fields().items()}))
QUICK = Quick({name: Fields(tuple(names), *rest) for name, (names, *rest) in FORMS.items()})
UNIONS = {("OperationSpec", "reasons"), ("FillSpec", "value")}
"""Fields with two forms, which are left to pydantic."""
KINDS = {"resources": "ResourceSpec", "enums": "EnumSpec"}
SINGLE = {"api": "ApiSpec", "errors": "ErrorsSpec", "guides": "GuidesSpec", "shortcuts": "ShortcutsSpec"}
LINE = re.compile(r"^( *(?:- )*)([\w.]+): ?(.*)$", re.MULTILINE)
WORDS = st.sampled_from(
    ["", "true", "yes", "1", "01", "-3", "''", "[]", "[a, b]", "{}", "{a: b}", "a # b", "'a' # b", "none"]
)
KEYS = st.sampled_from(["summary", "type", "unknown", "only", "in", "in_", "list_", "POST", "FETCH", "shared", "code"])


def of(path: str) -> str:
    """The kind of spec in a file."""
    folder, _, name = path.rpartition("/")
    return KINDS.get(folder.rpartition("/")[2]) or SINGLE[name.removesuffix(".yaml")]


FILES = {path: text for folder in (ROOT, CASES / "base", CASES / "rich") for path, text in spec_texts(folder).items()}


def read(path: str, text: str) -> tuple[object, object]:
    """What is read without pydantic, and with it; None where it is refused."""
    try:
        due = kept(parsed(of(path), path, text))
    except Faults:
        due = None
    try:
        return QUICK.read(of(path), path, text), due
    except Faults:
        return None, due


def test_every_field_but_those_with_two_forms_is_read():
    unread = {(kind, form[0]) for kind, of in fields().items() for form in of.forms.values() if "other" in str(form[2])}

    assert unread == UNIONS
    assert all(of.forms.keys() for of in fields().values())
    assert {kind: {form[0] for form in of.forms.values()} for kind, of in fields().items()} == {
        kind: set(cls.model_fields) for kind, cls in kinds().items()
    }


def test_the_specs_of_the_reference_say_the_same():
    found = {path: read(path, text) for path, text in FILES.items()}
    unread = [path for path, (quick, _) in found.items() if quick is None]

    assert {path for path, (quick, due) in found.items() if quick is not None and quick != due} == set()
    assert all("reasons:" in FILES[path] or path.endswith("shortcuts.yaml") for path in unread)
    assert len(unread) < len(FILES) / 10


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_nothing_is_read_that_pydantic_refuses(data: st.DataObject):
    """A line of a file is changed, or moved, or gone: a key, a value, or its indentation."""
    path = data.draw(st.sampled_from(sorted(path for path, text in FILES.items() if len(text) < 6000)))
    text = FILES[path]
    for _ in range(data.draw(st.integers(1, 2))):
        lines = list(LINE.finditer(text))
        line = data.draw(st.sampled_from(lines))
        indent, key, value = line.groups()
        changed = data.draw(
            st.one_of(
                st.just(""),
                WORDS.map(lambda word, indent=indent, key=key: f"{indent}{key}: {word}"),
                KEYS.map(lambda other, indent=indent, value=value: f"{indent}{other}: {value}"),
                st.just(f"{indent}  {key}: {value}"),
                st.just(f"{indent}{key}: {{summary: {value}}}"),
            )
        )
        text = text[: line.start()] + changed + text[line.end() :]
        if not LINE.search(text):
            return
    quick, due = read(path, text)

    assert quick is None or (quick == due and json.dumps(quick) == json.dumps(due))


@pytest.mark.parametrize("text", ["", "x", "- a", "rel: [", "rel: a\nrel: b"], ids=repr)
def test_what_is_no_spec_is_refused_or_left(text):
    assert read("resources/a.yaml", text) == (None, None)
