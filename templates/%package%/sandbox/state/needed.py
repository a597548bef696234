"""What the sandbox needs of other distributions, which an extra of this one installs."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

_PACKAGE = __name__.partition(".sandbox.")[0]


@contextmanager
def needing(extra: str) -> Generator[None]:
    """Name the extra that installs a module of another distribution that is missing."""
    try:
        yield
    except ModuleNotFoundError as fault:
        if fault.name is None or f"{fault.name}.".startswith(f"{_PACKAGE}."):
            raise
        text = f"the sandbox needs {fault.name}: install the extra `{extra}` of this package"
        raise ModuleNotFoundError(text, name=fault.name, path=fault.path) from None
