"""The build backend of setuptools, with generated packages: ``build-backend = "ucwagen.backends.setuptools"``.

It generates first, so that ``packages.find`` sees the packages; everything else is setuptools' own backend.
The setting ``ucwagen-force`` of a build (``pip install -C ucwagen-force=true .``) overwrites edited files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from setuptools import build_meta  # type: ignore[import-untyped,unused-ignore]

from ucwagen.backends.generate import end, generate, require_packages
from ucwagen.config import Job
from ucwagen.overwriting import Overwriting

Settings = dict[str, Any] | None
FORCE = "ucwagen-force"
WHEEL = "name `{out}` in `where` of [tool.setuptools.packages.find]"
SDIST = "name one of the two in MANIFEST.in (`graft {out}`)"

get_requires_for_build_wheel = build_meta.get_requires_for_build_wheel
get_requires_for_build_sdist = build_meta.get_requires_for_build_sdist
get_requires_for_build_editable = build_meta.get_requires_for_build_editable


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Settings = None) -> str:
    """The metadata of the wheel, after generating."""
    _generate(config_settings)
    return str(build_meta.prepare_metadata_for_build_wheel(metadata_directory, config_settings))


def prepare_metadata_for_build_editable(metadata_directory: str, config_settings: Settings = None) -> str:
    """The metadata of an editable install, after generating."""
    _generate(config_settings)
    return str(build_meta.prepare_metadata_for_build_editable(metadata_directory, config_settings))


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """Generate, then build the wheel."""
    jobs = _generate(config_settings)
    return _complete(
        wheel_directory, build_meta.build_wheel(wheel_directory, config_settings, metadata_directory), jobs
    )


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Generate, then build the wheel of an editable install."""
    jobs = _generate(config_settings)
    name = build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
    return _complete(wheel_directory, name, jobs)


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """Generate, then build the sdist, which carries the generated package."""
    jobs = _generate(config_settings)
    return _complete(sdist_directory, build_meta.build_sdist(sdist_directory, config_settings), jobs, SDIST)


def _complete(folder: str, name: str, jobs: tuple[Job, ...], remedy: str = WHEEL) -> str:
    require_packages(Path(folder, name), jobs, remedy)
    return str(name)


def _generate(settings: Settings) -> tuple[Job, ...]:
    return generate(overwriting=Overwriting(_forced(settings), f"`-C {FORCE}=true`"))


def _forced(settings: Settings) -> bool:
    for name in settings or {}:
        if name.startswith("ucwagen-") and name != FORCE:
            end(f"ucwagen: unknown setting `{name}`; the only one is `{FORCE}`")
    said = (settings or {}).get(FORCE, "false")
    if said not in ("true", "false"):
        end(f"ucwagen: the setting `{FORCE}` must be true or false")
    return bool(said == "true")
