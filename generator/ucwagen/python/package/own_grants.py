"""Grants that the API alone has: their module in the package; faults where `sign_in` and the module disagree."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector, Source, Span
from ucwagen.inputs import GRANTS
from ucwagen.model.types.api import Api, OwnGrant
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names.package_names import RUNTIME_ERRORS
from ucwagen.python.names.public_names import PUBLIC
from ucwagen.target import TextView


def own_grants(api: Api, module: Source | None, vocabulary: Vocabulary, faults: Collector) -> Iterator[TextView]:
    """The module of the grants, if the API has its own."""
    named = api.sign_in.own_grants if api.sign_in else ()
    if module is None:
        for grant in named:
            faults.error(grant.span, f"there is no {GRANTS} with the class `{grant.name}`; add it beside api.yaml")
        return
    if not named:
        message = "is not used; name its classes in `sign_in.own_grants` of api.yaml, or remove the file"
        faults.error(Span(module, 1, 1), message)
    known = _classes(module)
    if known is not None:
        for grant in named:
            _check(grant, known, PUBLIC | RUNTIME_ERRORS | {vocabulary.base_error}, faults)
    yield TextView(template="", path=PurePosixPath(vocabulary.package, GRANTS), text=module.text)


def _check(grant: OwnGrant, known: Set[str], taken: Set[str], faults: Collector) -> None:
    if grant.name in taken:
        faults.error(grant.span, f"`{grant.name}` is another class of the package; rename this one")
    elif grant.name not in known:
        faults.error(grant.span, f"{GRANTS} has no class `{grant.name}`; add it, or remove it here")


def _classes(module: Source) -> frozenset[str] | None:
    """The names of the classes of a module; None where it is no Python, which is a fault of its own."""
    try:
        found = ast.parse(module.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return frozenset(node.name for node in found.body if isinstance(node, ast.ClassDef))
