"""The two wire forms behind one face: how a state finds its values, links and embedded resources in what was received."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.typing_shim import Any, Protocol


class Form(Protocol):
    """A source is one received resource: a JSON object or an XML element.

    What looks for links and embedded resources raises a ``DecodeError`` where they have another shape, with the path from the
    resource.
    """

    @property
    def name(self) -> str:
        """``json`` or ``xml``."""
        ...

    def values(self, source: Any) -> dict[str, Any]:
        """Wire values by wire name."""
        ...

    def property_names(self, source: Any) -> Sequence[str]:
        """The names of its properties, as often as they were given."""
        ...

    def root_rel(self, source: Any) -> str | None:
        """What the root says that it is, other than by a property."""
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
        """Whether the wire itself shows several, for names that no table knows; ``part`` is `links` or `embedded`."""
        ...

    def write(self, source: Any) -> bytes:
        """The source in its own form."""
        ...

    def freeze(self, source: Any) -> Any:
        """Something picklable that ``thaw`` understands."""
        ...

    def thaw(self, frozen: Any) -> Any:
        """The source again."""
        ...


class Context:
    """What the states of one message share: the form, the address it came from; of the root also its header's ETag."""

    __slots__ = ("base", "etag", "form", "inner")

    def __init__(self, form: Form, base: str | None = None, etag: str | None = None) -> None:
        self.form = form
        self.base = base
        self.etag = etag
        self.inner: Context = self if etag is None else Context(form, base)
        """The context of what is embedded."""
