"""A good API, the texts of its specs and its messages come in; warnings go out.

Rooms in reading order: ``values`` → ``bodies`` → ``message_types`` → ``messages``;
``events`` and ``unfinished`` stand alone.
"""

from ucwagen.lint.warnings import Material, warnings

__all__ = ["Material", "warnings"]
