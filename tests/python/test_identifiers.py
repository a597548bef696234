"""The names that comparisons use are those of the generated package."""

from __future__ import annotations

from importlib import import_module
from inspect import signature

import ucwa2
from support import ROOT
from ucwa2 import enums, errors
from ucwagen import pipeline
from ucwagen.diagnostics import Collector
from ucwagen.python.identifiers import identifiers

API = pipeline.model(ROOT / "specs")
NAMES = identifiers(API, Collector())


def module(page: str) -> object:
    return import_module(f"ucwa2.resources.{NAMES['module', page]}")


def has(key: tuple[str, ...], name: str) -> bool:  # noqa: PLR0911 - one for each kind
    match key:
        case ("package",):
            return name == ucwa2.__name__
        case ("module", page):
            return module(page) is not None
        case ("link class" | "state class" | "links class" | "embedded class", page):
            return hasattr(module(page), name)
        case ("property" | "shortcut", page, _):
            return hasattr(getattr(module(page), NAMES["state class", page]), name)
        case ("link", page, _):
            return hasattr(getattr(module(page), NAMES["links class", page]), name)
        case ("embedded resource", page, _):
            return hasattr(getattr(module(page), NAMES["embedded class", page]), name)
        case ("parameter", page, method, _):
            link = getattr(module(page), NAMES["link class", page])
            return name in signature(getattr(link, method.lower())).parameters
        case ("enumeration", _):
            return hasattr(enums, name)
        case ("member", enum, wire):
            return getattr(getattr(enums, NAMES["enumeration", enum]), name).value == wire
    return hasattr(errors, name)


def test_every_name_is_in_the_package():
    kinds = {key[0] for key in NAMES}

    assert [(key, name) for key, name in NAMES.items() if not has(key, name)] == []
    assert len(kinds) == 17
    assert len(NAMES) > 2500


def test_every_resource_and_enumeration_has_names():
    assert {key[1] for key in NAMES if key[0] == "module"} == {resource.ref.page for resource in API.resources}
    assert {key[1] for key in NAMES if key[0] == "enumeration"} == {enum.name for enum in API.enums}
