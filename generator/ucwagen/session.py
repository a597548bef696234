"""One run of the command: the options that apply to every command, the configuration, and where output goes.

Data and reports for machines go to stdout; notes and faults as text go to stderr.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.choices import NONE, Choices
from ucwagen.config.jobs import ErrorFormat
from ucwagen.diagnostics import naming
from ucwagen.terminal import show_faults, tell

if TYPE_CHECKING:
    from ucwagen.config import Job, Settings
    from ucwagen.diagnostics import Diagnostic
    from ucwagen.pipeline.caching import Caching


@dataclass
class Session:
    """What the options said. ``error_format`` is None until an option or the configuration says one."""

    debug: bool = False
    quiet: bool = False
    caches: bool = True
    error_format: ErrorFormat | None = None
    warnings: tuple[Diagnostic, ...] = ()
    """About the configuration: shown with the faults of the run, or at its end."""

    @cached_property
    def settings(self) -> Settings:
        """The configuration that applies to the working directory."""
        from ucwagen.config import Settings, error_format, find, read
        from ucwagen.diagnostics import Faults

        try:
            looked = find(Path())
            self.warnings = looked.warnings
            found = read(looked.source) if looked.source else Settings()
        except Faults as faults:
            self.error_format = self.error_format or error_format(faults)
            raise
        self.error_format = self.error_format or found.error_format
        return found

    @property
    def known(self) -> Settings | None:
        """The configuration, if it was read."""
        found: Settings | None = vars(self).get("settings")
        return found

    @property
    def folder(self) -> Path:
        """The folder of the project: that of its configuration, or the working directory."""
        return self.settings.file.parent if self.settings.file else Path()

    def jobs(
        self,
        names: Sequence[str] = (),
        specs: Path | None = None,
        out: Path | None = None,
        choices: Choices = NONE,
    ) -> tuple[Job, ...]:
        """The jobs that a command runs, one or more."""
        from ucwagen.config.choose import choose

        return choose(self.settings, names, specs, out, choices)

    def job(self, name: str | None, specs: Path | None, choices: Choices = NONE) -> Job:
        """The one job of a command that works on one folder of specs."""
        from ucwagen.config.choose import only

        return only(self.settings, name, specs, choices)

    @property
    def caching(self) -> Caching:
        """The cache of the user, unless it is turned off."""
        from ucwagen.pipeline.caching import on_disk, uncached

        return on_disk if self.caches else uncached

    @property
    def for_machines(self) -> bool:
        """Whether faults go to standard output, in a form that a program reads."""
        return self.error_format not in (None, "text")

    def note(self, text: str) -> None:
        """Say what was done, unless the user wants quiet."""
        if not self.quiet:
            tell(text)

    def show(self, faults: Sequence[Diagnostic]) -> None:
        """Show faults and warnings, all those of a run at once. A form for machines says too that there are none."""
        faults = (*faults, *(one for one in self.warnings if one not in faults))
        self.warnings = ()
        if self.for_machines:
            from ucwagen.report import FORMS

            put(FORMS[self.error_format or ""](faults))
        elif faults:
            show_faults(faults)

    def end(self) -> None:
        """Show the warnings that no report had, as text: standard output may hold data."""
        if self.warnings:
            show_faults(self.warnings)


def put(data: str | bytes) -> None:
    """Print data: UTF-8 whatever the locale, since the bytes depend on the input alone."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    with naming("standard output"):
        sys.stdout.buffer.write(data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
