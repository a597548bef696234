"""The names of the package and of the base of its errors; faults where Python, or the package, has them already."""

from __future__ import annotations

import sys
from keyword import iskeyword

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Package
from ucwagen.python.names import names
from ucwagen.python.names.names import Identifier, Styles
from ucwagen.python.names.public_names import ERRORS_OF, PUBLIC
from ucwagen.source.text import shown

NEEDED = frozenset({"anyio", "httpx2", "lxml", "msgspec", "pytest", "starlette", "trustme", "uvicorn"})
"""Packages that generated code imports."""
NEEDED_FOR_WINDOWS = frozenset({"cryptography", "spnego"})
"""Packages that it imports for Windows authentication."""

BASES = {"._runtime.base.errors": ("Error",), "._runtime.calls.errors": ("Subcode",)}
"""Bases of errors that the package shows under other names, or not at all."""
RUNTIME_ERRORS_OF = {module: tuple(sorted((*names, *BASES[module]))) for module, names in ERRORS_OF.items()}
"""Classes of errors by the modules of the runtime, as modules beside it import them."""

RUNTIME_ERRORS = frozenset(name for names in RUNTIME_ERRORS_OF.values() for name in names)

MARKERS = frozenset({
    "anyio", "asyncio", "filterwarnings", "parametrize", "skip", "skipif", "timeout", "trio", "tryfirst", "trylast",
    "usefixtures", "xfail",
})  # fmt: skip
"""Markers of pytest and of its common plugins."""


def package_name(package: Package, styles: Styles, faults: Collector) -> Identifier:
    """The import name, which is written in api.yaml as Python has it."""
    name = package.name
    if not names.WIRE.fullmatch(name):
        faults.error(package.span, f"package {shown(name)} cannot be imported; use small letters, digits and `_`")
        return names.STAND_IN
    made = styles.snake(name)
    if iskeyword(name) or name in sys.stdlib_module_names:
        what = "a word of the language" if iskeyword(name) else "a module of its standard library"
        faults.error(package.span, f"package `{name}` cannot be imported, Python has {what} of that name; rename it")
    elif name in NEEDED | NEEDED_FOR_WINDOWS:
        faults.error(package.span, f"package `{name}` would hide the one of that name that it needs; rename it")
    elif made != name:
        faults.error(package.span, f"package `{name}` is not in the style of Python packages; write `{made}`")
    return made


def base_error(package: Package, styles: Styles, faults: Collector) -> Identifier:
    """The class name of the base of all errors."""
    given = package.base_error
    wanted = given or f"{package.name}Error"
    if not names.WIRE.fullmatch(wanted):
        if given:
            message = f"{shown(given)} cannot be the name of a class; write one such as `ApiFault`"
            faults.error(package.base_error_span, message)
        return names.STAND_IN
    made = styles.pascal(wanted)
    if given and made != given:
        faults.error(package.base_error_span, f"`{given}` is not a name as classes have them; write `{made}`")
    elif made in RUNTIME_ERRORS | PUBLIC:
        message = f"the base of all errors would be called `{made}`, as another class of the package; "
        remedy = "write another name" if given else "give it a name with `base_error`"
        faults.error(package.base_error_span, message + remedy)
    return made


def fixtures(package: Package, styles: Styles, faults: Collector) -> Identifier:
    """How the fixtures for pytest begin; a marker has that name too."""
    given = package.fixtures
    made = styles.snake(given or package.name) if names.WIRE.fullmatch(given or package.name) else names.STAND_IN
    if given and made != given:
        faults.error(
            package.fixtures_span, f"fixtures cannot begin with {shown(given)}; use small letters, digits and `_`"
        )
    elif made in MARKERS or (given and iskeyword(made)):
        where = package.fixtures_span if given else package.span
        remedy = "write another word" if given else "say with `fixtures` how they begin"
        faults.error(where, f"fixtures cannot begin with `{made}`, which pytest or Python has already; {remedy}")
    return made
