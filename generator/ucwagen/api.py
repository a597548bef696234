"""The generator as a library: folders in, a report with the faults as values out. Nothing is printed.

``from ucwagen import build, check, diff, openapi``; the types of faults are in ``ucwagen.diagnostics``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ucwagen import pipeline
from ucwagen.choices import Choices, of_option
from ucwagen.diagnostics import Diagnostic, Faults, Source, Span
from ucwagen.hooks.hook import Hook, hook
from ucwagen.overwriting import Overwriting

if TYPE_CHECKING:
    from ucwagen.pipeline import Change, VersionStep

Folder = str | os.PathLike[str]
Commands = Sequence[str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and did.

    ``changed`` are the files that a build wrote or removed, or with ``check=True`` those that are out of date;
    ``edited`` are those of them that were not as the last build on this machine had left them.
    """

    faults: tuple[Diagnostic, ...] = ()
    """Why no package can be made, in the order of their places."""
    warnings: tuple[Diagnostic, ...] = ()
    """What a person should mend. ``build`` looks only at the user's own templates."""
    changed: tuple[Path, ...] = ()
    edited: tuple[Path, ...] = ()

    @property
    def ok(self) -> bool:
        """True where the specs have no fault."""
        return not self.faults

    def raise_for_faults(self) -> Report:
        """Raise ``Faults`` if there are any; its text shows each with its place. Returns the report."""
        if self.faults:
            raise Faults(self.faults)
        return self


@dataclass(frozen=True, slots=True)
class DiffReport:
    """What changed between two versions of an API: the gravest changes first, then in the order of their places."""

    faults: tuple[Diagnostic, ...] = ()
    """Why they cannot be compared; each message says whether it is about the old or the new specs."""
    changes: tuple[Change, ...] = ()
    """Each has an ``impact``, a place and a text."""
    version: VersionStep | None = None
    """The version step that follows; None where there are faults."""

    @property
    def ok(self) -> bool:
        """True where neither side has a fault."""
        return not self.faults

    @property
    def breaks(self) -> bool:
        """True where a change is breaking."""
        return any(change.impact.value == "breaking" for change in self.changes)

    def raise_for_faults(self) -> DiffReport:
        """Raise ``Faults`` if there are any; its text shows each with its place. Returns the report."""
        if self.faults:
            raise Faults(self.faults)
        return self


def build(  # noqa: PLR0913 - each says something of its own
    specs: Folder = "specs",
    out: Folder = "generated",
    *,
    package: str | None = None,
    distribution: str | None = None,
    templates: Folder | None = None,
    hooks: Commands = (),
    header: str | None = None,
    header_file: Folder | None = None,
    license_file: Folder | None = None,
    check: bool = False,
    force: bool = False,
) -> Report:
    """Generate the package of ``specs`` into ``out``, in one step; with ``check`` only say what is out of date.

    ``package`` to ``license_file`` are what the keys of the configuration say under these names: ``templates`` is a
    folder, each of ``hooks`` a text or its words. No configuration is read.
    Specs with faults change nothing. Files that were edited by hand, and the package of other specs in ``out``, are
    faults too; ``force`` overwrites them. Raises ``OSError`` where a file cannot be read or written.
    """
    folder, place = Path(specs), Path(out)
    try:
        choices = _choices(package, distribution, templates, hooks, _Legal(header, header_file, license_file))
        if check:
            found = pipeline.difference(folder, place, choices=choices)
            return Report(changed=tuple(place / one.path for one in found))
        overwriting = Overwriting(force, "`force=True`")
        changes = pipeline.build(folder, place, choices=choices, overwriting=overwriting)
    except Faults as faults:
        return Report(faults.diagnostics)
    changed, edited = (tuple(place / path for path in paths) for paths in (changes.paths, changes.edited))
    return Report(warnings=changes.warnings, changed=changed, edited=edited)


def check(  # noqa: PLR0913 - those of build
    specs: Folder = "specs",
    *,
    package: str | None = None,
    distribution: str | None = None,
    templates: Folder | None = None,
    hooks: Commands = (),
    header: str | None = None,
    header_file: Folder | None = None,
    license_file: Folder | None = None,
) -> Report:
    """Look for faults, which ``build`` with the same arguments would refuse, and for warnings. Writes nothing.

    Hooks do not run. Raises ``OSError`` where a file cannot be read, with its name.
    """
    try:
        choices = _choices(package, distribution, templates, hooks, _Legal(header, header_file, license_file))
        found = pipeline.check(Path(specs), choices=choices)
    except Faults as faults:
        return Report(faults.diagnostics)
    return Report(warnings=found.warnings.diagnostics if found.warnings else ())


def diff(
    old: Folder,
    new: Folder | None = None,
    *,
    specs: Folder = "specs",
    package: str | None = None,
    distribution: str | None = None,
) -> DiffReport:
    """Say what changed in the API for users of the package, from ``old`` to ``new``.

    Each is a folder of specs, a git revision, which stands for ``specs`` in it, or ``REVISION:FOLDER``; without
    ``new`` it is the folder ``specs`` on the disk. ``package`` and ``distribution`` are those of ``build``. Raises
    ``RevisionError`` for what git does not know, and ``OSError`` where a file cannot be read.
    """
    sides = os.fspath(old), None if new is None else os.fspath(new)
    try:
        found = pipeline.diff(*sides, Path(specs), _choices(package, distribution))
    except Faults as faults:
        return DiffReport(faults.diagnostics)
    return DiffReport(changes=found.changes, version=found.version)


def openapi(
    specs: Folder = "specs",
    *,
    package: str | None = None,
    distribution: str | None = None,
    server: str | None = None,
) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the API, as dictionaries, lists, strings, numbers and None.

    ``package`` and ``distribution`` are those of ``build``. ``server`` is the address of a server, in place of that of
    the documented messages. Raises ``Faults`` for specs with faults and for an address that is none, and ``OSError``
    where a file cannot be read, with its name. ::

        >>> openapi("specs")["openapi"]
        '3.1.1'
    """
    return pipeline.openapi(Path(specs), choices=_choices(package, distribution), server=of_option("server", server))


@dataclass(frozen=True, slots=True)
class _Legal:
    """What is said of rights: at the head of modules, and in the file of the licence."""

    header: str | None = None
    header_file: Folder | None = None
    license_file: Folder | None = None


def _choices(
    package: str | None,
    distribution: str | None,
    templates: Folder | None = None,
    commands: Commands = (),
    legal: _Legal = _Legal(),
) -> Choices:
    return Choices(
        package=of_option("package", package),
        distribution=of_option("distribution", distribution),
        templates=_path(templates),
        hooks=tuple(_hook(said) for said in commands),
        header=of_option("header", legal.header),
        header_file=_path(legal.header_file),
        license_file=_path(legal.license_file),
    )


def _path(given: Folder | None) -> Path | None:
    return None if given is None else Path(given)


def _hook(said: str | Sequence[str]) -> Hook:
    """A command; one that is none is a fault, as in a configuration."""
    text = said if isinstance(said, str) else list(said)
    place = Span(Source("hooks", said if isinstance(said, str) else ""), 1, 1)
    try:
        return hook(text, place, Path())
    except ValueError as fault:
        raise Faults([Diagnostic(place, str(fault))]) from None
