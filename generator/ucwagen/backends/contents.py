"""Whether a distribution has the packages of its jobs: build tools leave out what none of their tables names."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ucwagen.config import Job

MARK, ENTRY, API = "provenance.py", "__init__.py", "api.yaml"
"""The files by which a generated package, any package, and a folder of specs are known."""
INSTALLED = ("purelib", "platlib")
"""Folders below ``NAME.data`` of a wheel whose files are installed beside the others."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The folder of a generated package, below that of the project, and what is wrong with a distribution."""

    package: PurePosixPath
    why: str


def of_wheel(wheel: Path, jobs: Sequence[Job], root: Path) -> Iterator[Lack]:
    """Each generated package that users of a wheel cannot import.

    A wheel for an editable install points to folders or modules in place of holding them.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = [_installed(PurePosixPath(name)) for name in archive.namelist()]
        top = [str(name) for name in names if len(name.parts) == 1]
        folders = [line for name in top if name.endswith(".pth") for line in archive.read(name).decode().splitlines()]
        finder = "".join(archive.read(name).decode() for name in top if "editable" in name and name.endswith(".py"))
    for package in _packages(jobs):
        here, inside = _below(package, root), {name.parent for name in names if _is_entry(name, package)}
        if not inside and not _is_pointed_to(package, folders, finder):
            yield Lack(here, f"lacks the generated package `{package.name}`")
        elif inside == {here} and len(here.parts) > 1 and _is_alone(here, names):
            yield Lack(here, f"has the generated package as `{here}`, where `import {package.name}` does not find it")


def of_sdist(sdist: Path, jobs: Sequence[Job], root: Path) -> Iterator[Lack]:
    """Each generated package for which an sdist has neither the package nor its specs."""
    with tarfile.open(sdist) as archive:
        names = {PurePosixPath(*PurePosixPath(name).parts[1:]) for name in archive.getnames()}
    for job in jobs:
        if _below(job.specs, root) / API not in names:
            for package in _packages([job]):
                if not any(_is_entry(name, package) for name in names):
                    why = f"has neither the generated package `{package.name}` nor `{_below(job.specs, root)}`"
                    yield Lack(_below(package, root), why)


def _packages(jobs: Sequence[Job]) -> list[Path]:
    """The packages that jobs have generated. The plugin of pytest beside each is left to the user."""
    return sorted(path.parent.absolute() for job in jobs for path in job.out.glob(f"*/{MARK}"))


def _below(path: Path, root: Path) -> PurePosixPath:
    return PurePosixPath(Path(os.path.relpath(path, root)).as_posix())


def _installed(name: PurePosixPath) -> PurePosixPath:
    """Where a file of a wheel is installed."""
    parts = name.parts
    return PurePosixPath(*parts[2:]) if parts[0].endswith(".data") and parts[1] in INSTALLED else name


def _is_entry(name: PurePosixPath, package: Path) -> bool:
    return name.parts[-2:] == (package.name, ENTRY)


def _is_alone(package: PurePosixPath, names: Collection[PurePosixPath]) -> bool:
    """Whether the top folder around a package has only what was generated: it is not a package of the project."""
    return all(name.is_relative_to(package.parent) for name in names if name.parts[0] == package.parts[0])


def _is_pointed_to(package: Path, folders: Sequence[str], finder: str) -> bool:
    """Whether a folder on the path of imports holds the package, or a finder of modules maps it or one around it."""
    around = (package, *package.parents)
    return any(Path(folder) in around[1:] for folder in folders if folder) or any(
        f"{place.name!r}" in finder and repr(str(place))[1:-1] in finder for place in around[:-1]
    )
