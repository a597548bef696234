"""What users import has docstrings that say units and errors: classes, attributes, methods, functions, fixtures."""

from __future__ import annotations

import ast
import importlib

import public_source
import pytest

import ucwa2_pytest

FACES = {
    "ucwa2": ("ucwa2", "ucwa2.sandbox", "ucwa2.testing", "ucwa2.doctor"),
    "ucwagen": ("ucwagen", "ucwagen.diagnostics"),
}
CONFORMANCE = ("suite", "replay", "results", "report", "transcript")
"""The modules that docs/conformance.md names, which have no list of public names."""
UNITS = {
    "second": ("seconds", "timeout", "lasts", "pause", "life", "patience", "listen", "slow", "wait", "every", "delay"),
    "byte": ("largest", "size", "bytes"),
}
"""Units, each with the words in names of attributes and parameters that have it."""
UNSEEN = {"StopIteration", "StopAsyncIteration", "AssertionError", "AttributeError", "CannotAct"}
"""Errors of Python's own protocols, and the one that makes a step of a guide one that is left out."""
NEVER_RAISING = {"close", "stay_active"}
"""Methods of the async client that log what goes wrong."""


def modules(package):
    names = [*FACES[package], *(f"ucwa2.conformance.{name}" for name in CONFORMANCE if package == "ucwa2")]
    return [importlib.import_module(name) for name in names]


FOUND = {each.name: each for package in FACES for each in public_source.sources(modules(package), package)}


@pytest.mark.parametrize("name", FOUND)
def test_it_and_its_members_have_docstrings(name):
    found = FOUND[name]

    assert found.about, name
    assert [member.name for member in found.members() if not member.text and not member.is_listed] == []


@pytest.mark.parametrize("name", FOUND)
def test_times_and_sizes_have_a_unit(name):
    found = FOUND[name]
    wrong = []
    for member in found.members():
        arguments = member.node.args if member.node else None
        names = [arg.arg for arg in [*arguments.args, *arguments.kwonlyargs]] if arguments else [member.name]
        for unit, words in UNITS.items():
            said = f"{member.about} {member.text}".lower()
            wrong += [(name, unit) for name in names if any(word in name for word in words) and unit not in said]
    assert wrong == []


@pytest.mark.parametrize("name", FOUND)
def test_errors_are_named(name):
    found = FOUND[name]
    wrong = []
    for member in found.members():
        text = " ".join(member.text.split()).replace("base of all errors", "``Error``")
        due = found.raised(member.node) - UNSEEN if member.node and "what ``send`` raises" not in text else ()
        wrong += [(member.name, error) for error in due if f"``{error}``" not in text]

    assert wrong == []


@pytest.mark.parametrize("name", [name for name in FOUND if "._async." in name])
def test_what_talks_to_the_server_says_what_it_raises(name):
    found = FOUND[name]

    assert [name for name, node in found.methods.items() if is_call(node) and "aises" not in text_of(node)] == []


def is_call(node) -> bool:
    """Whether a public method sends something, or waits for it."""
    return isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_") and node.name not in NEVER_RAISING


def text_of(node) -> str:
    return ast.get_docstring(node) or ""


def test_fixtures_have_docstrings():
    fixtures = [name for name in vars(ucwa2_pytest) if "ucwa_" in name and not name.startswith("_")]

    assert len(fixtures) > 8
    assert [name for name in fixtures if not getattr(ucwa2_pytest, name).__doc__] == []


def test_the_search_finds_members():
    assert len(FOUND) > 100
    assert sum(len([*each.members()]) for each in FOUND.values()) > 350
