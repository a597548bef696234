"""What specs say, as typed and frozen objects that keep their places; and the format itself, as a JSON Schema."""

from __future__ import annotations

from ucwagen.spec.read import read, read_all
from ucwagen.spec.schema import schema, schema_text
from ucwagen.spec.specs import Specs

__all__ = ["Specs", "read", "read_all", "schema", "schema_text"]
