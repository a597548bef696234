"""The API in, the data of its doctor out: advice, settings of an application, and names of specs by rel and class."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from ucwagen.model.types.api import Api
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.target import TextView


def doctor_facts(api: Api, vocabulary: Vocabulary) -> TextView:
    """What the doctor of the package knows of the API besides its classes."""
    data = {
        "application": dict(api.doctor.application),
        "advice": dict(api.doctor.advice),
        "expected": list(api.doctor.expected),
        "pages": {ref.rel: ref.page for ref in (of.ref for of in api.resources) if ref.has_state},
        "enumerations": {f"enums.{vocabulary.enums[enum.name]}": enum.name for enum in api.enums},
        "events": _events(api),
    }
    return TextView(template="", path=PurePosixPath(vocabulary.package, "doctor", "facts.json"), text=_text(data))


def _events(api: Api) -> dict[str, list[str]]:
    """The types of documented events by rel."""
    found: dict[str, set[str]] = {}
    for event in (event for of in api.resources for event in of.events):
        found.setdefault(event.resource, set()).add(event.type)
    return {rel: sorted(types) for rel, types in sorted(found.items())}


def _text(data: Any) -> str:
    """A JSON document: ASCII, sorted, in lines."""
    return json.dumps(data, indent=1, sort_keys=True) + "\n"
