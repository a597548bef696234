"""The JSON Schema of the spec format, in the folder of specs, where editors find it."""

from __future__ import annotations

from pathlib import Path

from ucwagen.inputs import SCHEMA


def schema(specs: Path) -> bool:
    """Bring the schema of the spec format up to date, in the folder of specs; tells whether it changed."""
    from ucwagen.disk.atomic import replace
    from ucwagen.spec.schema import schema_text

    return replace(_inside(specs) / SCHEMA, schema_text())


def schema_is_outdated(specs: Path) -> bool:
    """Whether ``schema`` would change the file."""
    from ucwagen.disk.atomic import differs
    from ucwagen.spec.schema import schema_text

    return differs(_inside(specs) / SCHEMA, schema_text())


def _inside(folder: Path) -> Path:
    """The folder, seen to be there."""
    next(folder.iterdir(), None)
    return folder
