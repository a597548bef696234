"""A link from a state to a resource: a value that makes calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..base.arguments import check_kind, check_kind_if_given, described
from ..base.errors import DecodeError, InvalidArgument, LinkNotAvailable
from ..base.frozen import frozen
from ..base.metaclass import Slotted
from ..base.redact import shown
from ..base.registry import load
from ..base.typing_shim import TYPE_CHECKING, Any, ClassVar, Protocol, Self, TypeAlias, TypeVar
from ..http.messages import resolve
from ..values.kinds import KINDS

if TYPE_CHECKING:
    from ..http.documents import Content
    from ..requests.call import Call
    from ..requests.chain import Chain
    from ..requests.operations import Operation
    from .state import State

L = TypeVar("L", bound="Link")
Validator: TypeAlias = "State | Content | str | None"
"""The validator of a conditional request: a received state or content, or an ETag.

If nothing has changed, the call returns that state or content; for an ETag alone it raises ``NotModified``.
"""


class CallMaker(Protocol):
    """Makes the calls of links. Calls need states and links, so that a later room provides it."""

    def untyped(self, link: Link, method: str, query: Any, body: Any, headers: Any) -> Call[Any]: ...
    def call(
        self,
        link: Link,
        operation: Operation,
        arguments: Mapping[str, Any],
        content: str | bytes | None,
        content_type: str | None,
        if_none_match: Validator,
    ) -> Call[Any]: ...
    def put(self, link: Link, operation: Operation, base: State, changes: Mapping[str, Any]) -> Call[Any]: ...
    def patch(self, link: Link, operation: Operation, changes: Mapping[str, Any], if_match: Validator) -> Call[Any]: ...
    def chain(self, first: Call[Any], rels: tuple[str, ...], last: Call[Any]) -> Chain[Any]: ...


_maker: list[Callable[[], CallMaker]] = []


def provide_calls(maker: Callable[[], CallMaker]) -> None:
    """Set the factory of calls; ``maker`` is called before the first call."""
    _maker[:] = [maker]


class Link(metaclass=Slotted):
    """A link. Links of a documented rel have a class with a method for each operation, which makes a call and sends nothing.

    These methods raise ``InvalidArgument`` for an argument that breaks a documented limit. With ``if_none_match``, a state or
    content that was received, or its ETag, ``get`` asks for the resource only if it has changed since.
    """

    __slots__ = ("_attributes", "_base", "_wire_rel")
    _rel: ClassVar[str | None] = None
    _revision: ClassVar[int] = 1
    _deprecated: ClassVar[bool] = False

    def __init_subclass__(cls, *, rel: str | None = None, revision: int = 1, deprecated: bool = False) -> None:
        cls._rel, cls._revision, cls._deprecated = rel, revision, deprecated

    def __init__(
        self, href: str, *, rel: str | None = None, base: str | None = None, attributes: Mapping[str, Any] | None = None
    ) -> None:
        """``base`` is the address against which a relative href resolves; ``attributes`` are the other attributes."""
        check_kind(href, str, "href", "the address as a text")
        check_kind_if_given(rel, str, "rel", "the rel as a text")
        check_kind_if_given(base, str, "base", "the address as a text")
        check_kind_if_given(attributes, Mapping, "attributes", "a dictionary")
        self._attributes: Mapping[str, Any] = {**(attributes or {}), "href": href}
        self._wire_rel = rel or self._rel or "self"
        self._base = base

    @classmethod
    def _of(cls, attributes: Mapping[str, Any], rel: str, base: str | None) -> Self:
        link = cls.__new__(cls)
        link._attributes, link._wire_rel, link._base = attributes, rel, base
        return link

    @property
    def href(self) -> str:
        """The address, as received."""
        href: str = self._attributes["href"]
        return href

    @property
    def url(self) -> str:
        """The absolute address, if the base is known. Raises ``InvalidArgument`` for what is no address."""
        return resolve(self._base, self.href)

    @property
    def rel(self) -> str:
        """The rel under which the link was found."""
        return self._wire_rel

    @property
    def title(self) -> str | None:
        """The text that the server gives to the link, such as the name of a person."""
        return self._text("title")

    @property
    def etag(self) -> str | None:
        """The entity tag of the target; None where the link has none."""
        return self._text("etag")

    @property
    def revision(self) -> float:
        """The revision of the target that the server offers. Raises ``DecodeError`` if it is not a number."""
        try:
            return float(KINDS["number"].read(self._attributes.get("revision", 1)))
        except ValueError as fault:
            raise DecodeError(f"`revision`: {fault}") from None

    @property
    def attributes(self) -> Mapping[str, Any]:
        """All attributes of the link, including ``href``."""
        found: Mapping[str, Any] = frozen(self._attributes)
        return found

    def at_least(self, kind: type[L], /) -> L:
        """The link in a later revision, whose calls require that revision.

        Raises ``LinkNotAvailable`` if the server does not offer it, and ``InvalidArgument`` for a class of another link.
        """
        if not isinstance(kind, type) or not issubclass(kind, Link):
            raise InvalidArgument(f"is {described(kind)}; give a class of links", parameter="kind")
        if kind._rel != self._rel:
            raise InvalidArgument(f"`{kind.__name__}` is no revision of a link to `{self._rel or self.rel}`")
        if self.revision < kind._revision:
            offered = f"the server has revision {self.revision:g} of `{self.rel}`, not {kind._revision}"
            raise LinkNotAvailable(self.rel, kind._rel or self.rel, offered)
        return kind._of(self._attributes, self.rel, self._base)

    def call(
        self,
        method: str,
        /,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Call[Any]:
        """A call without a spec, unchecked. Its result is any content: a state, a document, nothing …"""
        return _maker[0]().untyped(self, method, query, body, headers)

    def _text(self, name: str) -> str | None:
        value = self._attributes.get(name)
        return value if value is None or isinstance(value, str) else str(value)

    def _call(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        content: str | bytes | None = None,
        content_type: str | None = None,
        if_none_match: Validator = None,
    ) -> Call[Any]:
        return _maker[0]().call(self, operation, arguments, content, content_type, if_none_match)

    def _put(self, operation: Operation, base: State, changes: Mapping[str, Any]) -> Call[Any]:
        return _maker[0]().put(self, operation, base, changes)

    def _patch(self, operation: Operation, changes: Mapping[str, Any], *, if_match: Validator = None) -> Call[Any]:
        return _maker[0]().patch(self, operation, changes, if_match)

    def __eq__(self, other: object) -> bool:
        from .compare import attributes

        if not isinstance(other, Link):
            return NotImplemented
        return self.rel == other.rel and attributes(self._attributes) == attributes(other._attributes)

    def __hash__(self) -> int:
        return hash((self.rel, self.href))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), dict(self._attributes), self._wire_rel, self._base)

    def __repr__(self) -> str:
        title = f", title={self.title!r}" if self.title else ""
        return f"<{type(self).__name__} {self.rel!r}: {shown(self.href)}{title}>"


def make_chain(
    first: Call[Any], rels: tuple[str, ...], path: str, method: str, /, *content: Any, **arguments: Any
) -> Chain[Any]:
    """A chain: after ``first`` and the links of ``rels`` the method of the link class at ``path``."""
    link = load(path)(f"{{{rels[-1]}}}")
    return _maker[0]().chain(first, rels, getattr(link, method)(*content, **arguments))


def _rebuild(kind: type[Link], attributes: Mapping[str, Any], rel: str, base: str | None) -> Link:
    return kind._of(attributes, rel, base)
