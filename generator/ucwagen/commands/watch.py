"""``ucwagen watch``."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

import typer

from ucwagen.choices import Choices, of_option
from ucwagen.commands.options import Format, Jobs, Out, Package, Quiet, Specs, Templates
from ucwagen.config.choose import Misuse
from ucwagen.session import Session

MISSING = "watching needs watchfiles; install it with `pip install 'ucwagen[watch]'`"


def watch(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    specs: Specs = None,
    out: Out = None,
    job: Jobs = None,
    package: Package = None,
    templates: Templates = None,
    error_format: Format = None,
    quiet: Quiet = False,
) -> int:
    """Build whenever a spec, another file beside it, or the configuration is saved.

    Faults are shown in place, and change nothing in the package. Ctrl-C ends.
    """
    if find_spec("watchfiles") is None:
        raise Misuse(MISSING)
    from ucwagen import watching

    given: Session = context.obj
    choices = Choices(of_option("--package", package), templates=templates)
    return watching.watch(lambda: replace(given), lambda session: session.jobs(job or (), specs, out, choices))
