"""HTTP libraries besides httpx2, by the name that the option ``transport`` takes. They are imported when they are used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from ssl import create_default_context
from typing import Any

from ...base.errors import InvalidArgument
from .logs import NAME
from .option_kinds import check_named_kinds

PYREQWEST = "pyreqwest"
_OPTIONS = ("headers", "proxy", "transport", "trust_env", "verify")


def is_named(given: Mapping[str, Any]) -> bool:
    """Whether the options name a library, and do not hold a transport of httpx2."""
    return isinstance(given.get("transport"), str)


def for_httpx2(given: Mapping[str, Any]) -> dict[str, Any]:
    """The same options for a client of httpx2."""
    chosen = {name: value for name, value in given.items() if name != "transport"}
    verify = chosen.get("verify")
    return chosen if isinstance(verify, bool | None) else {**chosen, "verify": create_default_context(cafile=verify)}


def check_named(http: Any, given: Mapping[str, Any]) -> None:
    """Refuse what the named library cannot do, and a library that is not installed."""
    if given["transport"] != PYREQWEST:
        raise InvalidArgument(f"is not `{PYREQWEST}`; leave it out for httpx2", parameter="transport")
    if http is not None:
        raise InvalidArgument(f"is a client of httpx2, not of {PYREQWEST}", parameter="http")
    for name in given:
        if name not in _OPTIONS:
            raise InvalidArgument(
                f"is no option with `transport={PYREQWEST!r}`, which takes: {', '.join(_OPTIONS)}", parameter=name
            )
    check_named_kinds(given)
    if find_spec(PYREQWEST) is None:
        raise InvalidArgument(f"needs {PYREQWEST}; install {NAME}[{PYREQWEST}]", parameter="transport")
