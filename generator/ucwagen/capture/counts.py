"""How many facts of each kind a set of pages holds: figures to hold against what is known of the reference."""

from __future__ import annotations

from collections.abc import Iterable

from ucwagen.capture.facts import PageFacts


def counts(pages: Iterable[PageFacts]) -> dict[str, int]:
    """The figures, by name. Rows that a page gives twice count twice."""
    pages = tuple(pages)
    operations = tuple(operation for page in pages for operation in page.operations)
    errors = tuple(error for operation in operations for error in operation.errors)
    events = tuple(event for page in pages for event in page.events)
    samples = tuple(sample for operation in operations for sample in operation.samples)
    return {
        "resources": sum(page.kind == "resource" for page in pages),
        "enumerations": sum(page.kind == "enum" for page in pages),
        "properties": sum(len(page.properties) for page in pages),
        "links": sum(len(page.links) for page in pages),
        "operations": len(operations),
        "operations with samples": sum(bool(operation.samples) for operation in operations),
        "query parameters": sum(len(operation.query) for operation in operations),
        "body parameters": sum(len(operation.body) for operation in operations),
        "errors": len(errors),
        "codes and subcodes": len({(error.error, error.code, error.subcode) for error in errors}),
        "reasons": sum(len(page.reasons) for page in pages) + sum(len(call.reasons) for call in operations),
        "events": len(events),
        "event samples": sum(event.sample is not None for event in events),
        "scopes": sum(len(page.scopes) for page in pages),
        "members": sum(len(page.members) for page in pages),
        "messages": len(samples),
        "unread": sum(len(page.unread) for page in pages),
        "notes": sum(len(page.notes) for page in pages),
    }
