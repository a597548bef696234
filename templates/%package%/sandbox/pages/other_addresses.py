"""Other addresses of documented resources: requests may use them, and links show them in place of those of the samples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from ..http.shown_links import SHOWN
from .catalogue import catalogue

_PLACE = re.compile(r"\{(\w+)\}")
_KEPT = 10_000
"""Addresses whose other form is remembered."""


def _pattern(path: str, ending: str) -> re.Pattern[str]:
    """A path in which ``{name}`` stands for a step."""
    parts = _PLACE.split(path)
    steps = (f"(?P<{part}>[^/]+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(steps) + ending, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """A path below the application, and the parameters that belong to it."""

    path: str
    query: dict[str, str]
    pattern: re.Pattern[str]

    def read(self, path: str, query: dict[str, str]) -> tuple[dict[str, str], dict[str, str]] | None:
        """The steps of an address of this form and its other parameters; None for another address."""
        found = self.pattern.fullmatch(path)
        if found is None:
            return None
        steps, rest = {**found.groupdict()}, dict(query)
        for name, value in self.query.items():
            given, place = rest.pop(name, None), _PLACE.fullmatch(value)
            if given is None or (place is None and given != value):
                return None
            if place is not None:
                steps[place[1]] = given
        return steps, rest

    def written(self, steps: dict[str, str], query: dict[str, str]) -> str:
        """The address of this form with these steps."""
        own = {name: value.format_map(steps) for name, value in self.query.items()}
        known = urlencode({**own, **query}, safe="@:;=,+$!*'()~")
        return self.path.format_map(steps) + steps.get("below", "") + (f"?{known}" if known else "")


@dataclass(frozen=True, slots=True)
class _Rule:
    """An address of the samples and its other form, for one method or for all."""

    here: _Form
    there: _Form
    method: str


_METHODS = ("", "GET", "POST", "PUT", "PATCH", "DELETE")
_RULES: list[_Rule] = []
_ROOTS: list[tuple[str, str]] = []


def _form(address: str, ending: str) -> _Form:
    path, _, query = address.partition("?")
    return _Form(path, dict(parse_qsl(query)), _pattern(path, ending))


def other_address(here: str, there: str, method: str = "", *, below: bool = False) -> None:
    """Let an address below the application, as samples have it, have another form in links, which requests may use.

    ``{name}`` stands for a step of the path, or for the value of a parameter; with ``below`` all addresses below it move too.
    """
    ending = "(?P<below>(?:/.*)?)" if below else ""
    SHOWN[:] = [shown]
    _RULES.append(_Rule(_form(here, ending), _form(there, ending), method))


def other_root(there: str, here: str) -> None:
    """Let requests use ``there`` for all addresses below ``here``."""
    _ROOTS.append((there.lower(), here))


def taken(method: str, target: str) -> str:
    """Path and query of a request as samples have them."""
    for there, here in _ROOTS:
        if target.lower().startswith(there) and target[len(there) : len(there) + 1] in ("", "/", "?"):
            target = here + target[len(there) :]
    home, path, query = _split(target)
    if not home:
        return target
    is_known = catalogue().at(catalogue().home.sampled(home + path, home)) != []
    for methods in (("", method), *(() if is_known else (_METHODS,))):
        for rule in _RULES:
            if rule.method in methods and (found := rule.there.read(path, query)) is not None:
                return home + rule.here.written(*found)
    return target


@lru_cache(maxsize=_KEPT)
def shown(target: str) -> str:
    """Path and query of a link as others see them."""
    home, path, query = _split(target)
    for rule in _RULES if home else ():
        if (found := rule.here.read(path, query)) is not None:
            return home + rule.there.written(*found)
    return target


def _split(target: str) -> tuple[str, str, dict[str, str]]:
    """The address of the application, the path below it, and the query; an empty home outside of all applications."""
    path, _, query = target.partition("?")
    home, number = catalogue().home, catalogue().home.number(path)
    if not _RULES or number is None:
        return "", path, {}
    start = home.of(number)
    return start, path[len(start) :], dict(parse_qsl(query, keep_blank_values=True))
