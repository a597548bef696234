"""The interface of both wire formats: values, links and embedded resources of a received resource."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.typing_shim import Any, Protocol


class Form(Protocol):
    """A source is one received resource: a JSON object or an XML element.

    Look-ups of links and embedded resources raise ``DecodeError`` for another shape, with the path from the
    resource.
    """

    @property
    def name(self) -> str:
        """``json`` or ``xml``."""
        ...

    @property
    def is_of_values(self) -> bool:
        """Whether a source is itself the values by wire name."""
        ...

    def values(self, source: Any) -> dict[str, Any]:
        """Wire values by wire name."""
        ...

    def property_names(self, source: Any) -> Sequence[str]:
        """The names of its properties, with repetitions."""
        ...

    def root_rel(self, source: Any) -> str | None:
        """The rel of the root, if it is not a property."""
        ...

    def rels(self, source: Any) -> Sequence[str]:
        """The rels of its links, each once."""
        ...

    def links(self, source: Any, rel: str) -> Sequence[Mapping[str, Any]]:
        """The attributes of each link of one rel, ``href`` among them."""
        ...

    def keys(self, source: Any) -> Sequence[str]:
        """The keys of its embedded resources, each once."""
        ...

    def embedded(self, source: Any, key: str) -> Sequence[Any]:
        """The sources of the embedded resources of one key."""
        ...

    def is_many(self, source: Any, part: str, name: str) -> bool:
        """Whether the message has several, for undocumented names; ``part`` is `links` or `embedded`."""
        ...

    def write(self, source: Any) -> bytes:
        """The source in its own form."""
        ...

    def freeze(self, source: Any) -> Any:
        """A picklable form of the source, for ``thaw``."""
        ...

    def thaw(self, frozen: Any) -> Any:
        """The source from its picklable form."""
        ...


class Context:
    """The context of all states of one message: format, address, and the ETag in the header for the root."""

    __slots__ = ("base", "etag", "form", "inner")

    def __init__(self, form: Form, base: str | None = None, etag: str | None = None) -> None:
        self.form = form
        self.base = base
        self.etag = etag
        self.inner: Context = self if etag is None else Context(form, base)
        """The context of embedded states."""
