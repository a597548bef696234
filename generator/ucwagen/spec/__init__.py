"""What specs say, as typed and frozen objects that keep their places; ``schema`` has the format as a JSON Schema."""

from __future__ import annotations

from ucwagen.spec.read import read, read_all
from ucwagen.spec.specs import Specs

__all__ = ["Specs", "read", "read_all"]
