"""Whether a package can be made of a folder of specs, and what a person should mend in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ucwagen import freshness
from ucwagen.diagnostics import Faults
from ucwagen.inputs import Inputs, collect
from ucwagen.pipeline.caching import Caching, uncached
from ucwagen.pipeline.package import shaped
from ucwagen.pipeline.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Checked:
    """How many resources and enumerations there are, and the warnings."""

    resources: int
    enumerations: int
    warnings: Faults | None


def check(specs: Path, watch: Watch = unwatched, caching: Caching = uncached) -> Checked:
    """What specs hold, and the warnings about them: this raises every fault that ``build`` would raise."""
    watch("reading specs")
    inputs = collect(specs)
    tools = freshness.toolchain()
    with caching(specs, tools) as recall:
        if recall is None:
            return _checked(inputs, watch)
        key = ("check", str(specs), freshness.digest(inputs.files, tools))
        value = recall.get(*key)
        if value is None:
            value = _value(inputs, watch)
            recall.put(value, *key)
    return _from_json(value)


def _checked(inputs: Inputs, watch: Watch) -> Checked:
    from ucwagen.lint import Material, warnings
    from ucwagen.source import folder

    api, given, _ = shaped(inputs, watch)
    found = warnings(api, Material(folder.specs(inputs), given.examples, folder.guides(inputs)))
    return Checked(len(api.resources), len(api.enums), Faults(found) if found else None)


def _value(inputs: Inputs, watch: Watch) -> Any:
    """The result as JSON, faults included."""
    from ucwagen.cache.findings import to_json

    try:
        found = _checked(inputs, watch)
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
