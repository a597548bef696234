"""The generator as a library: folders in, a report with the faults as values out. Nothing is printed.

``from ucwagen import build, check, openapi``; the types of faults are in ``ucwagen.diagnostics``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ucwagen import pipeline
from ucwagen.diagnostics import Diagnostic, Faults

Folder = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found and did.

    ``changed`` are the files that a build wrote or removed, or with ``check=True`` those that are out of date;
    ``edited`` are those of them that had changed since the last build on this machine.
    """

    faults: tuple[Diagnostic, ...] = ()
    """Why no package can be made, in the order of their places."""
    warnings: tuple[Diagnostic, ...] = ()
    """What a person should mend; ``check`` alone looks for it."""
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


def build(specs: Folder = "specs", out: Folder = "generated", *, check: bool = False, force: bool = False) -> Report:
    """Generate the package of ``specs`` into ``out``, in one step; with ``check`` only say what is out of date.

    Specs with faults change nothing. ``force`` replaces the package of other specs in ``out``. Raises ``OSError``
    where a file cannot be read or written, with its name.
    """
    place = Path(out)
    try:
        if check:
            return Report(changed=tuple(place / one.path for one in pipeline.difference(Path(specs), place)))
        changes = pipeline.build(Path(specs), place, force=force)
    except Faults as found:
        return Report(found.diagnostics)
    changed, edited = (tuple(place / path for path in paths) for paths in (changes.paths, changes.edited))
    return Report(changed=changed, edited=edited)


def check(specs: Folder = "specs") -> Report:
    """Look for faults, which ``build`` would refuse, and for warnings. Writes nothing.

    Raises ``OSError`` where a file cannot be read, with its name.
    """
    try:
        found = pipeline.check(Path(specs))
    except Faults as faults:
        return Report(faults.diagnostics)
    return Report(warnings=found.warnings.diagnostics if found.warnings else ())


def openapi(specs: Folder = "specs", *, server: str | None = None) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the API, as dictionaries, lists, strings, numbers and None.

    ``server`` is the address of a server, in place of that of the documented messages. Raises ``Faults`` for specs
    with faults, and ``OSError`` where a file cannot be read, with its name. ::

        >>> openapi("specs")["openapi"]
        '3.1.1'
    """
    return pipeline.openapi(Path(specs), server=server)
