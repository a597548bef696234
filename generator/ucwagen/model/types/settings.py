"""What api.yaml says of the package and of the protocol, apart from what refers to resources."""

from __future__ import annotations

from dataclasses import dataclass, field

from ucwagen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Author:
    """An author of the package: a name, a mail address, or both."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Package:
    """The package to generate."""

    name: str
    distribution: str
    version: str
    summary: str
    base_error: str | None
    fixtures: str | None
    license: str | None
    authors: tuple[Author, ...]
    urls: tuple[tuple[str, str], ...]
    classifiers: tuple[str, ...]
    keywords: tuple[str, ...]
    span: Span = field(repr=False, compare=False)
    base_error_span: Span = field(repr=False, compare=False)
    fixtures_span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Minted:
    """A parameter that is made when left out, by its name."""

    name: str
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Xml:
    """The XML form: namespace and root elements."""

    namespace: str
    resource: str
    input: str
    error: str
    events: str


@dataclass(frozen=True, slots=True)
class Expired:
    """The answer that says that a token has expired: its status, and the code in one of its headers."""

    status: int
    header: str
    code: str


@dataclass(frozen=True, slots=True)
class TokenService:
    """How a challenge names the token service, and the words that are its own."""

    scheme: str
    address: str
    offers: str
    types: tuple[tuple[str, str], ...]
    passive_address: str | None


@dataclass(frozen=True, slots=True)
class OwnGrant:
    """A class in the module of grants of the API."""

    name: str
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Doctor:
    """What an examination of a server knows: settings of an application, advice by code, and expected errors."""

    application: tuple[tuple[str, str], ...] = ()
    advice: tuple[tuple[str, str], ...] = ()
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignIn:
    """How a client gets a token, and how it learns that one has expired."""

    grants: tuple[str, ...]
    own_grants: tuple[OwnGrant, ...]
    service: TokenService | None
    expired: Expired | None
