"""The registry of generated modules, and the classes of the paths in their tables, loaded on first use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .errors import Error
from .typing_shim import Any


class Roots:
    """The names of XML root elements."""

    __slots__ = ("error", "events", "input", "resource")

    def __init__(
        self, *, resource: str = "resource", input: str = "input", error: str = "reason", events: str = "events"
    ) -> None:
        self.resource = resource
        self.input = input
        self.error = error
        self.events = events


class Entry:
    """The entry of the API: ``path`` is resolved against the address of the server; ``link`` is None without a spec."""

    __slots__ = ("link", "path")

    def __init__(self, *, path: str, link: str | None = None) -> None:
        self.path = path
        self.link = link


class ExpiredToken:
    """The answer for an expired token, besides 401: ``header`` begins with ``code``."""

    __slots__ = ("code", "header", "status")

    def __init__(self, status: int, header: str, code: str) -> None:
        self.status = status
        self.header = header
        self.code = code


class TokenService:
    """How a challenge names the token service, and the words that are its own.

    ``scheme`` is that of the challenge, ``address`` and ``offers`` its parameters: the address of the service, and its
    grant types. ``types`` holds grant types on the wire by grant; ``passive_address`` is the field with the page for
    passive sign-in.
    """

    __slots__ = ("address", "offers", "passive_address", "scheme", "types")

    def __init__(
        self, *, scheme: str, address: str, offers: str, types: Mapping[str, str], passive_address: str | None
    ) -> None:
        self.scheme = scheme.lower()
        self.address = address.lower()
        self.offers = offers.lower()
        self.types = types
        self.passive_address = passive_address


class SignIn:
    """The grants of the runtime that the API has, and the answer for an expired token."""

    __slots__ = ("expired", "grants")

    def __init__(self, grants: tuple[str, ...], *, expired: ExpiredToken | None = None) -> None:
        self.grants = grants
        self.expired = expired


class Index:
    """The classes of all rels, and the properties of the whole API. Paths are ``module.Class``.

    Missing features are empty or None: ``xml_types``, ``discovery`` (host labels), ``sign_in``, ``token_service``, ``lost`` (the
    subcode of a lost application), ``operation_id``. ``aliases`` are other rels that states of a rel may say.
    ``time_spans`` is ``iso8601`` or ``dotnet``.
    """

    __slots__ = (
        "aliases", "discovery", "entry", "headers", "json_types", "links", "lost", "minted", "namespace",
        "operation_id", "package", "revisions", "roles", "roots", "sign_in", "states", "time_spans", "token_service",
        "xml_types",
    )  # fmt: skip

    def __init__(
        self,
        *,
        package: str,
        namespace: str,
        roots: Roots,
        json_types: tuple[str, ...],
        xml_types: tuple[str, ...],
        headers: Mapping[str, str],
        entry: Entry,
        discovery: tuple[str, ...],
        sign_in: SignIn | None,
        token_service: TokenService | None,
        lost: str | None,
        time_spans: str,
        operation_id: str | None,
        minted: tuple[str, ...],
        roles: Mapping[str, str],
        states: Mapping[str, str],
        aliases: Mapping[str, tuple[str, ...]],
        links: Mapping[str, str],
        revisions: Mapping[tuple[str, int], str],
    ) -> None:
        self.package = package
        self.namespace = namespace
        self.roots = roots
        self.json_types = json_types
        self.xml_types = xml_types
        self.headers = headers
        self.entry = entry
        self.discovery = discovery
        self.sign_in = sign_in
        self.token_service = token_service
        self.lost = lost
        self.time_spans = time_spans
        self.operation_id = operation_id
        self.minted = minted
        self.roles = roles
        self.states, self.aliases = states, aliases
        self.links, self.revisions = links, revisions

    def role(self, name: str) -> str:
        """The rel of the resource with a role; raises an error where the API has none."""
        rel = self.roles.get(name)
        if rel is None:
            raise Error(f"this API has no resource with the role `{name}`")
        return rel


_registered: list[Index] = []
_classes: dict[str, type[Any]] = {}


def register(index: Index) -> None:
    """Called once, by the generated index."""
    _registered[:] = [index]
    _classes.clear()


def index() -> Index:
    """The index of this package."""
    if not _registered:
        raise RuntimeError("no index is registered: import the package before its runtime")
    return _registered[0]


def load(path: str) -> type[Any]:
    """The class at ``module.Class`` below the package's resources."""
    found = _classes.get(path)
    if found is None:
        module, _, name = path.rpartition(".")
        found = _classes[path] = getattr(__import__(f"{index().package}.resources.{module}", fromlist=[name]), name)
    return found


def class_paths() -> dict[str, str]:
    """The paths of the states and of the links of all resources, by the names of their classes."""
    known = index()
    paths = (*known.states.values(), *known.links.values(), *known.revisions.values())
    return {path.rpartition(".")[2]: path for path in paths}


def enum_class(path: str) -> Iterable[Any]:
    """The enumeration at ``module.Class`` below the package."""
    module, _, name = path.rpartition(".")
    found: Iterable[Any] = getattr(__import__(f"{index().package}.{module}", fromlist=[name]), name)
    return found


def load_errors() -> None:
    """Import the error classes, which register themselves."""
    __import__(f"{index().package}.errors")
