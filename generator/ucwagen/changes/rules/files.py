"""The files beside the specs: messages, the sandbox, guides, legal texts, and the module of own grants."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ucwagen.changes.rules.found import Found
from ucwagen.changes.types.rule import Rule, breaking, cosmetic
from ucwagen.diagnostics import Source, Span
from ucwagen.inputs import EXAMPLES, GRANTS, LICENSE, MODULE, NOTICE, REPLAY, SANDBOX

GRANTS_CHANGED = breaking("grants-module-changed", "It is code that signs users in, and no rule can judge it.")
EXAMPLES_CHANGED = cosmetic("examples-changed", "The sandbox answers with them; clients do not read them.")
GUIDES_CHANGED = cosmetic("guides-changed", "Conformance sends them to servers; clients do not read them.")
SANDBOX_CHANGED = cosmetic("sandbox-changed", "Only programs that run against the sandbox see it.")
LEGAL_CHANGED = cosmetic("legal-text-changed", "No code depends on it.")
RULES = (GRANTS_CHANGED, EXAMPLES_CHANGED, GUIDES_CHANGED, SANDBOX_CHANGED, LEGAL_CHANGED)

Texts = Mapping[str, Source]
"""Sources by their path below the folder of specs."""


def files(old: Texts, new: Texts) -> Iterator[Found]:
    """Every file that is no spec and differs; those of one side alone, too."""
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        rule = _rule(path)
        if rule and _differ(path, before, after):
            word = "is different" if before and after else "is new" if after else "is removed"
            source = after or before
            assert source is not None
            yield Found(rule, f"`{path}` {word}", Span(source, 1, 1), "")


def _rule(path: str) -> Rule | None:
    if path == GRANTS:
        return GRANTS_CHANGED
    if path == REPLAY or path.startswith(f"{EXAMPLES}/guides/"):
        return GUIDES_CHANGED
    if path in (LICENSE, NOTICE):
        return LEGAL_CHANGED
    folder = path.partition("/")[0]
    return {EXAMPLES: EXAMPLES_CHANGED, SANDBOX: SANDBOX_CHANGED}.get(folder)


def _differ(path: str, old: Source | None, new: Source | None) -> bool:
    if old is None or new is None:
        return True
    before, after = (text.text.replace("\r\n", "\n") for text in (old, new))
    if before == after or not path.endswith(MODULE):
        return before != after
    return _code(before) != _code(after)


def _code(text: str) -> str:
    """What a module does: comments and layout do not count."""
    try:
        return ast.dump(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError):
        return text
