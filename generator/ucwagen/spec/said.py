"""What every kind of spec has, read from its file or restored from a cache: its values, and where they stand."""

from __future__ import annotations

from typing import Any

from ucwagen.diagnostics import Span


class Said:
    """A mapping of a spec file, as a frozen object with a field for each key."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """The name of its type, such as ``ResourceSpec``."""
        return type(self).__name__

    @property
    def key(self) -> Span:
        """The place of its key, or its beginning if it has none."""
        raise NotImplementedError

    def span(self, field: str, *path: str | int) -> Span:
        """The place of a field's value, or of what ``path`` leads to inside it; of the spec where it is not given."""
        raise NotImplementedError

    def key_of(self, field: str, name: str) -> Span:
        """The place of a key in a table."""
        raise NotImplementedError

    def given(self) -> dict[str, Any]:
        """The fields that the file states, with their values."""
        raise NotImplementedError

    def parts(self) -> object:
        """What tells it from others, apart from its places."""
        return self.given()

    def fields(self) -> dict[str, Any]:
        """All fields with their values, those that are left out with their default."""
        raise NotImplementedError
