"""From the linked API and its documented messages to an OpenAPI 3.1 document, as plain data and as text."""

from __future__ import annotations

from ucwagen.oas.about.server import server_url
from ucwagen.oas.document import document
from ucwagen.oas.writing import as_text

__all__ = ["as_text", "document", "server_url"]
