"""A build hook of hatchling: ``[tool.hatch.build.hooks.ucwagen]`` runs the jobs of ``[tool.ucwagen]``.

The table may name the jobs that it runs: ``jobs = ["billing"]``. With ``force = true`` edited files are overwritten.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from ucwagen.backends.generate import end, generate, require_packages
from ucwagen.config import Job
from ucwagen.diagnostics import nearest
from ucwagen.overwriting import Overwriting

TABLE = "tool.hatch.build.hooks.ucwagen"
OURS = ("jobs", "force")
HATCHLINGS = ("dependencies", "enable-by-default", "require-runtime-dependencies", "require-runtime-features")
"""Keys that hatchling itself reads from the table of any hook."""

REMEDIES = {
    "wheel": "name `{package}` in `packages` of [tool.hatch.build.targets.wheel]",
    "sdist": "name one of the two in `include` of [tool.hatch.build.targets.sdist]",
}


class UcwagenBuildHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore] # its module has no types
    """Generates before hatchling collects files; the generated ones are taken although git ignores them."""

    PLUGIN_NAME = "ucwagen"
    jobs: tuple[Job, ...] = ()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling for each target; ``version`` is ``standard`` or ``editable``."""
        for key in self.config:
            if key not in OURS + HATCHLINGS:
                known = nearest(key, OURS) or "; known keys are `jobs`, `force`"
                end(f"ucwagen: unknown key `{key}` of {TABLE}{known}")
        names = self.config.get("jobs", [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            end(f"ucwagen: `jobs` of {TABLE} must be a list of texts, the names of jobs")
        force = self.config.get("force", False)
        if not isinstance(force, bool):
            end(f"ucwagen: `force` of {TABLE} must be true or false")
        self.jobs = generate(names=names, overwriting=Overwriting(force, f"`force = true` in [{TABLE}]"))
        for job in self.jobs:
            build_data["artifacts"].append("/" + Path(os.path.relpath(job.out, self.root)).as_posix())

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Called by hatchling with the file that it has built."""
        if self.target_name in REMEDIES:
            require_packages(Path(artifact_path), self.jobs, REMEDIES[self.target_name], Path(self.root))


@hookimpl
def hatch_register_build_hook() -> type[UcwagenBuildHook]:
    """Tell hatchling about the hook."""
    return UcwagenBuildHook
