"""The shortcuts of a resource in, their part of its page out: with the signatures that the state class has."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Relation, Resource, Shortcut
from ucwagen.python.modules.resources import resource as module_of
from ucwagen.python.views.modules import ShortcutView
from ucwagen.reference.calls import wrapped
from ucwagen.reference.names import Surroundings, resource_link
from ucwagen.reference.text import Markdown, code, fence, plain, sentence
from ucwagen.reference.views import ShortcutPart


def shortcuts(resource: Resource, around: Surroundings) -> Iterator[ShortcutPart]:
    """A part for each method of the state that makes the call of another link."""
    if resource.shortcuts:
        faults = Collector()
        state = module_of(resource, around.vocabulary, faults).state
        faults.finish()
        assert state is not None
        for row, method in zip(resource.shortcuts, state.shortcuts, strict=True):
            yield _part(row, method, around.variable(resource.ref))


def _part(row: Shortcut, method: ShortcutView, state: str) -> ShortcutPart:
    given: list[str] = [argument for argument in method.signature if argument != "self"]
    lines = wrapped(f"{state}.{method.name}", given, f" -> {method.annotation}")
    return ShortcutPart(plain(method.name), sentence(row.summary), fence("python", "\n".join(lines)), _way(row))


def _way(row: Shortcut) -> Markdown:
    """What it sends, with links to the pages that say more."""
    reads = "".join(f"reads {_link(one)}, then " for one in row.reads)
    words = f"{reads}sends {code(row.operation.method)} to {_link(row.link)}"
    through = " of ".join(_link(one) for one in reversed(row.embedded))
    return Markdown(f"{words[0].upper()}{words[1:]}{f', from the embedded {through}' if through else ''}.")


def _link(row: Relation) -> Markdown:
    return resource_link(row.target) if row.target else code(row.rel)
