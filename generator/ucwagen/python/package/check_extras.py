"""The files beside the specs come in; faults go out: modules that are no Python, examples of no resource."""

from __future__ import annotations

import warnings

from ucwagen.calls import Call, directly
from ucwagen.diagnostics import Collector, Source, Span, nearest
from ucwagen.model.types.api import Api
from ucwagen.python.package.extras import Extras


def check_extras(api: Api, extras: Extras, faults: Collector, call: Call = directly) -> None:
    """Report every file that could not work in the package, or would be left out of it."""
    for module in (*extras.behaviour.values(), *((extras.grants,) if extras.grants else ())):
        call(check_module, module, faults=faults)
    pages = {resource.ref.page for resource in api.resources}
    for page, examples in extras.examples.items():
        first = next(iter(examples), None) if page not in pages else None
        if first and first.span:
            message = f"`{page}` is no resource{nearest(page, pages)}; rename the file of examples, or add the spec"
            faults.error(first.span, message)


def check_module(module: Source, faults: Collector) -> None:
    """Compile a module without running it."""
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(module.text, module.path, "exec", dont_inherit=True)
    except SyntaxError as fault:
        line, column = max(fault.lineno or 1, 1), max(fault.offset or 1, 1)
        faults.error(Span(module, line, column), f"this is no Python: {fault.msg}; mend the module")
    except (ValueError, RecursionError, MemoryError) as fault:
        reason = str(fault) or "it is too long, or nested too deeply"
        faults.error(Span(module, 1, 1), f"this is no Python: {reason}; mend the module")
