"""Whether a package can be made of a folder of specs, and what a person should mend in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ucwagen import freshness
from ucwagen.choices import NONE, Choices
from ucwagen.diagnostics import Faults
from ucwagen.pipeline.caching import Caching, uncached
from ucwagen.pipeline.given import Given, collect
from ucwagen.pipeline.package import shaped
from ucwagen.pipeline.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Checked:
    """How many resources and enumerations there are, and the warnings."""

    resources: int
    enumerations: int
    warnings: Faults | None


def check(specs: Path, watch: Watch = unwatched, choices: Choices = NONE, caching: Caching = uncached) -> Checked:
    """What specs hold, and the warnings about them: this raises every fault that ``build`` would raise."""
    given = collect(specs, choices, watch)
    tools = freshness.toolchain(choices)
    with caching(specs, tools) as recall:
        if recall is None:
            return _checked(given, watch)
        key = ("check", str(specs), str(choices.templates), freshness.digest(given.files(), choices, tools))
        value = recall.get(*key)
        if value is None:
            value = _value(given, watch)
            recall.put(value, *key)
    return _from_json(value)


def _checked(given: Given, watch: Watch) -> Checked:
    from ucwagen import emit, python
    from ucwagen.lint import Material, warnings
    from ucwagen.source import folder

    api, more, views = shaped(given, watch)
    if given.own.files:
        emit.render(views, python.PYTHON, given.own, given.header)
    material = Material(folder.specs(given.inputs), more.examples, folder.guides(given.inputs))
    found = (*warnings(api, material), *emit.warnings(views, python.PYTHON, given.own))
    return Checked(len(api.resources), len(api.enums), Faults(found) if found else None)


def _value(given: Given, watch: Watch) -> Any:
    """The result as JSON, faults included."""
    from ucwagen.cache.findings import to_json

    try:
        found = _checked(given, watch)
    except Faults as faults:
        return {"faults": to_json(faults.diagnostics)}
    warnings = to_json(found.warnings.diagnostics) if found.warnings else None
    return {"resources": found.resources, "enumerations": found.enumerations, "warnings": warnings}


def _from_json(value: Any) -> Checked:
    from ucwagen.cache.findings import from_json

    if "faults" in value:
        raise Faults(from_json(value["faults"]))
    warnings = value["warnings"]
    return Checked(value["resources"], value["enumerations"], Faults(from_json(warnings)) if warnings else None)
