"""The generator, the runtime and the core of the sandbox know one form of API, not one API: no word of UCWA in code.

What counts in code are texts and identifiers. Comments and docstrings are English, where a note may be a note.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from support import ROOT
from ucwagen.python.names.names import styles
from ucwagen.spec import api, shortcuts, types
from ucwagen.spec.base import Spec

CODE = sorted([*(ROOT / "generator/ucwagen").rglob("*.py"), *(ROOT / "templates").rglob("*.py")])
TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
RESOURCES = sorted(path.stem for path in ROOT.glob("specs/resources/*.yaml"))
ENUMERATIONS = sorted(path.stem for path in ROOT.glob("specs/enums/*.yaml"))
NAMES = [*RESOURCES, *ENUMERATIONS]
FIELDS = ("id", "attr", "arg", "name", "asname")
QUOTED = re.compile(r'"([^"{}\n]+)"')

MEANING_ELSEWHERE = {
    "accept": "a header of HTTP",
    "contact": "a member of the object Info of OpenAPI",
    "group": "a key of the model as data",
    "location": "a header of HTTP, and a word of `returns`",
    "message": "a member of an error body",
    "messages": "a row of the counts",
    "note": "how a related place of a fault is marked",
    "phone": "a word of `format`",
    "session": "a scope of fixtures of pytest",
    "reason": "a member of an error body, and the root element of one when left out",
}
"""Names of resources that are also words of a protocol or of the format, each with what it is there."""


def words_of_the_format() -> set[str]:
    """Keys of specs and the words that stand behind them; names of roles are among them."""
    found: set[str] = set()
    for value in (each for module in (api, shortcuts, types) for each in vars(module).values()):
        found |= set(_words(value))
        if isinstance(value, type) and issubclass(value, Spec):
            found |= set(value.known())
    return found


def _words(of: Any) -> Iterator[str]:
    for part in get_args(of):
        if isinstance(part, str):
            yield part
        else:
            yield from _words(part)


@cache
def texts(path: Path) -> set[str]:
    """The texts in a module, or between quotes in a template."""
    if path.suffix != ".py":
        return set(QUOTED.findall(path.read_text("utf-8")))
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def identifiers(path: Path) -> set[str]:
    """The names in a module, or the words in a template."""
    if path.suffix != ".py":
        return set(re.findall(r"\w+", path.read_text("utf-8")))
    found = {getattr(node, field, None) for node in ast.walk(ast.parse(path.read_bytes())) for field in FIELDS}
    return {name.strip("_") for name in found if isinstance(name, str)}


def test_no_text_is_the_name_of_a_resource_or_an_enumeration():
    known = set(NAMES) - words_of_the_format()

    found = {path: texts(path) & known for path in [*CODE, *TEMPLATES]}
    stray = {path.relative_to(ROOT).as_posix(): hits - MEANING_ELSEWHERE.keys() for path, hits in found.items()}

    assert len(known) > len(NAMES) * 0.9
    assert {path: hits for path, hits in stray.items() if hits} == {}
    assert set().union(*found.values()) == MEANING_ELSEWHERE.keys(), "a word that no code holds any more"


def test_no_identifier_is_the_python_name_of_a_resource_or_an_enumeration():
    """Of two words and more: `session` alone is a word of the field, `media_relay` is a resource."""
    style = styles(())
    compound = [name for name in NAMES if len(style.snake.words.findall(name)) > 1]
    known = {style.pascal(name) for name in compound} | {style.snake(name) for name in compound if name in RESOURCES}

    found = {path.relative_to(ROOT).as_posix(): identifiers(path) & known for path in [*CODE, *TEMPLATES]}

    assert len(compound) > 150
    assert {path: hits for path, hits in found.items() if hits} == {}


def facts() -> Iterator[str]:
    """The values in api.yaml, without the words of the format."""

    def below(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, item in value.items():
                yield from below(item) if key not in ("roles", "classifiers") else ()
        elif isinstance(value, list):
            for item in value:
                yield from below(item)
        else:
            yield str(value)

    return below(yaml.safe_load((ROOT / "specs/api.yaml").read_text("utf-8")))


COMMON = {
    "/",
    "403",
    "0.1.0",
    "MIT",
    "resource",
    "input",
    "reason",
    "events",
    "root",
    "application/json",
    "application/xml",
    "grant_type",
    "href",
    "operationId",
    "URL",
}
"""Values that an API shares with many others: `grant_type` is a word of OAuth 2.0, `href` one of links, `operationId`
one of OpenAPI, and a URL is an option of a command."""


@pytest.mark.parametrize("fact", sorted(set(facts()) - words_of_the_format() - COMMON))
def test_no_text_is_a_fact_of_api_yaml(fact):
    found = [path.relative_to(ROOT).as_posix() for path in [*CODE, *TEMPLATES] if fact in texts(path)]

    assert found == []
