"""A resource in, the view of its module out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Event, Resource
from ucwagen.python.code.docs import marked
from ucwagen.python.code.module_builder import ModuleBuilder
from ucwagen.python.code.pieces import imports
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.modules import states
from ucwagen.python.modules.operations import operations
from ucwagen.python.text.literals import Code, literal
from ucwagen.python.text.prose import Prose, docstring, phrase, wrap
from ucwagen.python.views.modules import LinkView, ResourceView

IN_CLASS = 1


def resource(of: Resource, vocabulary: Vocabulary, faults: Collector) -> ResourceView:
    """The module of one resource."""
    module = ModuleBuilder(of, vocabulary, faults)
    links, embedded, state = states.links(module), states.embedded(module), states.state(module)
    calls = operations(module)
    module.use_runtime("Link")
    return ResourceView(
        template=ResourceView.templates[0],
        path=PurePosixPath(vocabulary.package, "resources", f"{module.own.module}.py"),
        source=module.vocabulary.specs,
        page=phrase(of.ref.page),
        title=docstring(0, f"`{of.ref.rel}`: {of.ref.summary}"),
        facts=tuple(_facts(of)),
        imports=imports(module.used, module.own.module),
        exports=tuple(
            map(literal, sorted([module.own.link, *(view.name for view in (links, embedded, state) if view)]))
        ),
        links=links,
        embedded=embedded,
        state=state,
        operations=calls,
        link=_link(module),
    )


def _link(module: ModuleBuilder) -> LinkView:
    ref = module.ref
    revision = [Code(f"revision={literal(ref.revision)}")] if ref.revision > 1 else []
    deprecated = [Code("deprecated=True")] if ref.deprecated else []
    leads = f"Leads to `{module.own.state}`" if ref.has_state else ref.summary
    return LinkView(
        name=module.own.link,
        bases=(Code("Link"), Code(f"rel={literal(ref.rel)}"), *revision, *deprecated),
        summary=docstring(IN_CLASS, leads, marked(ref.deprecated)),
    )


def _facts(of: Resource) -> Iterator[Prose]:
    ref = of.ref
    known = {
        "Reference": ref.address or "",
        "State": f"that of `{ref.represents.rel}`" if ref.represents else "",
        "Deprecated": "do not use it in new code" if ref.deprecated else "",
        "Revision": f"{ref.revision}" if ref.revision > 1 else "",
        "Scopes": ", ".join(of.scopes),
        "Events": "; ".join(_events(of.events, ref.rel)),
    }
    for name, text in known.items():
        if text:
            yield wrap(phrase(f"{name}: {text}"), 0, hanging=2)


def _events(events: Iterable[Event], own: str) -> Iterator[str]:
    """Events that differ only by type share a phrase."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in events:
        found.setdefault((row.resource, row.priority, row.sender), []).append(row.type)
    for (rel, priority, sender), types in found.items():
        yield f"{', '.join(types)}{f' of {rel}' if rel != own else ''} ({priority}, from {sender})"
