"""What the generated modules register, and the classes behind the paths in their tables, loaded when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .typing_shim import Any


class Roots:
    """The names of XML root elements."""

    __slots__ = ("error", "events", "input", "resource")

    def __init__(self, *, resource: str, input: str, error: str, events: str) -> None:
        self.resource = resource
        self.input = input
        self.error = error
        self.events = events


class Index:
    """Which class speaks for which rel, and what is true of the whole API. Paths are ``module.Class``."""

    __slots__ = (
        "errors", "headers", "json_types", "links", "minted", "namespace", "operation_id", "package", "revisions", "roles",
        "roots", "states", "xml_types",
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
        operation_id: str,
        minted: tuple[str, ...],
        roles: Mapping[str, str],
        states: Mapping[str, str],
        links: Mapping[str, str],
        revisions: Mapping[tuple[str, int], str],
        errors: str,
    ) -> None:
        self.package = package
        self.namespace = namespace
        self.roots = roots
        self.json_types = json_types
        self.xml_types = xml_types
        self.headers = headers
        self.operation_id = operation_id
        self.minted = minted
        self.roles = roles
        self.states = states
        self.links = links
        self.revisions = revisions
        self.errors = errors


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


def enum_class(path: str) -> Iterable[Any]:
    """The enumeration at ``module.Class`` below the package."""
    module, _, name = path.rpartition(".")
    found: Iterable[Any] = getattr(__import__(f"{index().package}.{module}", fromlist=[name]), name)
    return found


def load_errors() -> None:
    """Import the error classes, which register themselves."""
    __import__(f"{index().package}.{index().errors}")
