"""A resource in, the view of its module out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types import Event, Resource
from ucwagen.python import states
from ucwagen.python.code import imports
from ucwagen.python.docs import marked
from ucwagen.python.draft import Draft
from ucwagen.python.literals import Code, literal
from ucwagen.python.operations import operations
from ucwagen.python.prose import Prose, docstring, phrase, wrap
from ucwagen.python.views import LinkView, ResourceView
from ucwagen.python.vocabulary import Vocabulary

TEMPLATE = "%package%/resources/%resource%.py.jinja"
IN_CLASS = 1


def resource(of: Resource, vocabulary: Vocabulary, faults: Collector) -> ResourceView:
    """The module of one resource."""
    draft = Draft(of, vocabulary, faults)
    links, embedded, state = states.links(draft), states.embedded(draft), states.state(draft)
    calls = operations(draft)
    draft.use_runtime("Link")
    return ResourceView(
        template=TEMPLATE,
        path=PurePosixPath(vocabulary.package, "resources", f"{draft.own.module}.py"),
        origin=phrase(f"specs/resources/{of.head.page}.yaml"),
        title=docstring(0, f"`{of.head.rel}`: {of.head.summary}"),
        facts=tuple(_facts(of)),
        imports=imports(draft.used, draft.own.module),
        exports=tuple(
            map(literal, sorted([draft.own.link, *(view.name for view in (links, embedded, state) if view)]))
        ),
        links=links,
        embedded=embedded,
        state=state,
        operations=calls,
        link=_link(draft),
    )


def _link(draft: Draft) -> LinkView:
    head = draft.head
    revision = [Code(f"revision={literal(head.revision)}")] if head.revision > 1 else []
    deprecated = [Code("deprecated=True")] if head.deprecated else []
    leads = f"Leads to `{draft.own.state}`" if head.has_state else head.summary
    return LinkView(
        name=draft.own.link,
        bases=(Code("Link"), Code(f"rel={literal(head.rel)}"), *revision, *deprecated),
        summary=docstring(IN_CLASS, leads, marked(head.deprecated)),
    )


def _facts(of: Resource) -> Iterator[Prose]:
    head = of.head
    known = {
        "Reference": head.address or "",
        "State": f"that of `{head.represents.rel}`" if head.represents else "",
        "Deprecated": "do not use it in new code" if head.deprecated else "",
        "Revision": f"{head.revision}" if head.revision > 1 else "",
        "Scopes": ", ".join(of.scopes),
        "Events": "; ".join(_events(of.events, head.rel)),
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
