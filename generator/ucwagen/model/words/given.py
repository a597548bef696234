"""Names in the target language that specs give themselves, where none follows from the wire name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ucwagen.model.types.wire import GivenName

if TYPE_CHECKING:
    from ucwagen.spec.shortcuts import ShortcutSpec
    from ucwagen.spec.types import EnumSpec, ErrorSpec, LinkSpec, MemberSpec, ResourceSpec, ValueSpec


def given_name(
    spec: EnumSpec | ErrorSpec | LinkSpec | MemberSpec | ResourceSpec | ShortcutSpec | ValueSpec,
) -> GivenName | None:
    """The name that the spec gives, with its place."""
    return None if spec.python is None else GivenName(spec.python, spec.span("python"))
