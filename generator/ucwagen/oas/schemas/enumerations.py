"""Enumerations: the members that the reference names."""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import Enumeration
from ucwagen.oas.text.prose import members, paragraphs


def enumeration(of: Enumeration) -> dict[str, Any]:
    """The schema of an enumeration, with what each member means."""
    listed = members((row.name, row.summary) for row in of.members)
    return {
        "type": "string",
        "description": paragraphs((of.summary, *listed)),
        "enum": [row.name for row in of.members],
        **({"externalDocs": {"url": of.address}} if of.address else {}),
    }
