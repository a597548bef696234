"""The rooms of the runtime: a later room imports earlier ones, never the reverse; imports inside functions count too."""

from __future__ import annotations

import ast

import pytest
from layers import When, circles, edges, modules

ROOMS = (
    "base",
    "codecs",
    "values",
    "http",
    "requests",
    "states",
    "reading",
    "calls",
    "client.session",
    "client.flows",
    "client.transport",
    "client.readable",
    "client.base_client",
    "client.listener_base",
    "client.settings",
    "client._sync",
    "client._async",
    "client",
    "wire",
    "lazy",
    "",
)
"""From the first to the last. The last one is the package itself, which ties the rooms together."""

MOST_IN_A_ROOM = 20
MOST_IN_FUNCTIONS = 34
"""Imports inside functions, each of a module that most programs do not need at start, two of which need an optional library."""


def room(name: str) -> int:
    """The place of a module's room in the order."""
    return next(at for at, room in enumerate(ROOMS) if name == room or name.startswith(f"{room}.") or not room)


def test_later_rooms_import_earlier_ones():
    upward = {f"{frm}:{line} imports {to} {when}" for frm, to, when, line in edges() if room(to) > room(frm)}

    assert upward == set()


def test_no_circle_is_ever_loaded():
    assert circles({(frm, to) for frm, to, when, _ in edges() if when is not When.TYPES}) == []


def test_circles_for_types_stay_inside_one_room():
    found = {(frm, to) for frm, to, *_ in edges()}

    assert [ring for ring in circles(found) if len({room(name) for name in ring}) > 1] == []


def test_few_imports_are_inside_functions():
    inside = {f"{frm} imports {to}" for frm, to, when, _ in edges() if when is When.CALLED}

    assert len(inside) <= MOST_IN_FUNCTIONS, inside


def test_rooms_are_small():
    for name in ROOMS[:-1]:
        inside = [other for other in modules() if other.rpartition(".")[0] == name]
        assert len(inside) <= MOST_IN_A_ROOM, name


def test_every_room_exists():
    assert {name for name in ROOMS if name not in modules()} == set()


@pytest.mark.parametrize("name", [name for name, path in modules().items() if path.name == "__init__.py"])
def test_rooms_import_nothing_by_themselves(name):
    """Importing one module of a room imports no other one, so that a start stays cheap."""
    body = ast.parse(modules()[name].read_bytes()).body

    assert name in ("", "client") or len(body) == 1
