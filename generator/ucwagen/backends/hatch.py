"""A build hook of hatchling: ``[tool.hatch.build.hooks.ucwagen]`` runs the jobs of ``[tool.ucwagen]``.

The table may name the jobs that it runs: ``jobs = ["billing"]``. With ``force = true`` edited files are overwritten.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from ucwagen.backends.generate import end, generate


class UcwagenBuildHook(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore] # its module has no types
    """Generates before hatchling collects files; the generated ones are taken although git ignores them."""

    PLUGIN_NAME = "ucwagen"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling for each target; ``version`` is ``standard`` or ``editable``."""
        names = self.config.get("jobs", [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            end("ucwagen: `jobs` of tool.hatch.build.hooks.ucwagen must be a list of texts, the names of jobs")
        force = self.config.get("force", False)
        if not isinstance(force, bool):
            end("ucwagen: `force` of tool.hatch.build.hooks.ucwagen must be true or false")
        for job in generate(names=names, force=force):
            build_data["artifacts"].append("/" + Path(os.path.relpath(job.out, self.root)).as_posix())


@hookimpl
def hatch_register_build_hook() -> type[UcwagenBuildHook]:
    """Tell hatchling about the hook."""
    return UcwagenBuildHook
