"""Templates are compiled once in a process, and again when their text, or what they may use, is another."""

from __future__ import annotations

import dataclasses

import pytest
from jinja2 import Environment, TemplateSyntaxError

from support import BASE, files_of, spec_texts
from ucwagen.diagnostics import Source
from ucwagen.emit.environment import environment
from ucwagen.python import PYTHON

NAME = "%package%/own.py.jinja"


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled."""
    found: list[str | None] = []
    compiling = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *more: object) -> object:
        found.append(name)
        return compiling(self, source, name, *more)

    monkeypatch.setattr(Environment, "compile", counted)
    return found


def printed(text: str, path: str = "own.jinja") -> str:
    return environment(PYTHON, {NAME: Source(path, text)}).get_template(NAME).render(x="X")


def test_a_second_package_needs_no_compilation(compilations: list[str | None]) -> None:
    texts = spec_texts(BASE)
    files = files_of(texts)
    compilations.clear()

    assert files_of(texts) == files
    assert compilations == []


def test_another_text_is_compiled(compilations: list[str | None]) -> None:
    """As one that a user edits while a watch runs."""
    assert [printed(text) for text in ("1 {{ x }}", "2 {{ x }}", "2 {{ x }}", "1 {{ x }}")] == [
        "1 X",
        "2 X",
        "2 X",
        "1 X",
    ]
    assert compilations == [NAME] * 3


def test_a_file_of_the_same_name_elsewhere_is_compiled(compilations: list[str | None]) -> None:
    """Messages about it name its own file."""
    printed("{{ x }}", "one.jinja")
    printed("{{ x }}", "two.jinja")

    assert compilations == [NAME] * 2


def test_filters_of_another_target_are_not_those_of_this_one() -> None:
    other = dataclasses.replace(PYTHON, filters={**PYTHON.filters, "loud": str.upper})
    own = {NAME: Source("own.jinja", "{{ x | loud }}")}

    assert environment(other, own).get_template(NAME).render(x="quiet") == "QUIET"
    with pytest.raises(TemplateSyntaxError, match="No filter named 'loud'"):
        environment(PYTHON, own).get_template(NAME)
