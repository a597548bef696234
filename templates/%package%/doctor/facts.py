"""What the specs say that only this part of the package needs: advice, settings of an application, names of pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

_FILE = Path(__file__).with_name("facts.json")


class SpecFacts(msgspec.Struct, frozen=True):
    """Facts by their wire names."""

    application: dict[str, Any] = {}
    """Values of the parameters with which an application is created."""
    advice: dict[str, str] = {}
    """What to do, by the code, the subcode, the diagnostics code or the sign-in error that says it."""
    expected: list[str] = []
    """Codes and subcodes of errors that reading meets on a healthy server."""
    pages: dict[str, str] = {}
    """The name of the spec, by the rel of a state."""
    enumerations: dict[str, str] = {}
    """The name of an enumeration in the specs, by the path of its class."""
    events: dict[str, list[str]] = {}
    """The types of the events of a resource, by its rel."""


@cache
def facts() -> SpecFacts:
    """The facts of this package."""
    return msgspec.json.decode(_FILE.read_bytes(), type=SpecFacts)


def advice_for(*codes: str | None) -> str | None:
    """What the specs advise for the first code that they know."""
    known: Mapping[str, str] = facts().advice
    return next((known[code] for code in codes if code is not None and code in known), None)
