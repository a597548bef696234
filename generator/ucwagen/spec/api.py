"""api.yaml: what is true of the whole API, as frozen types. What is left out, the API does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from ucwagen.spec.base import TABLE, WORD, Rows, Sentence, Spec, Table, Text, Value, Whole

Grant = Annotated[Literal["password", "passive", "token", "windows"], WORD]
Posted = Literal["password", "passive", "windows"]
"""Grants that are posted to a token service."""
TimeSpans = Annotated[Literal["iso8601", "dotnet"], WORD]
Role = Literal["activity", "application", "applications", "batch", "events", "me", "redirect", "subcodes", "user"]
Header = Literal["diagnostics", "minimum_version"]


class PackageSpec(Spec):
    """The package to generate."""

    name: Text = Field(description="import name")
    distribution: Text = Field(description="name of the distribution, as pip installs it")
    version: Value = Field(description="the version, as PEP 440 has it")
    summary: Sentence = Field(description="what the package is, in one sentence")
    base_error: Text | None = Field(
        None, description="class name of the base of all errors; left out: the package name in pascal case, and Error"
    )
    fixtures: Text | None = Field(
        None, description="how its fixtures for pytest begin, as `shop` in `shop_client`; left out: the import name"
    )
    license: Text | None = Field(None, description="SPDX expression of the package's licence; left out: none is stated")
    authors: Rows[Text] = Field((), description="who made the package, each as `Name <mail>`, a name, or an address")
    urls: Table[Text] = Field(default_factory=dict, description="addresses by label, such as Documentation")
    classifiers: Rows[Text] = Field((), description="trove classifiers, besides those that follow from the package")
    keywords: Rows[Text] = Field((), description="words that package indexes find the package by")


class XmlSpec(Spec):
    """The XML form: namespace and root elements."""

    namespace: Text = Field(description="the XML name space")
    resource: Text = Field("resource", description="root element of a representation")
    input: Text = Field("input", description="root element of the body of a request")
    error: Text = Field("reason", description="root element of an error")
    events: Text = Field("events", description="root element of a page of events")


class MediaTypesSpec(Spec):
    """Media types of the two forms; the first of each is sent."""

    json_: Rows[Text] = Field(alias="json", description="media types of the JSON form")
    xml: Rows[Text] | None = Field(None, description="left out: the API has no XML form")


class EntrySpec(Spec):
    """Where the API begins."""

    path: Text = Field("/", description="resolved against the address that a client is given")
    resource: Text | None = Field(None, description="the page of the resource that stands there")


class DiscoverySpec(Spec):
    """How a client finds the server of a domain."""

    hosts: Rows[Text] = Field(description="labels put before the domain, in the order in which they are tried")


class ExpiredSpec(Spec):
    """The answer that says that a token has expired, besides status 401."""

    status: Whole = Field(description="the HTTP status of the answer")
    header: Text | None = Field(
        None, description="the response header that holds the code; left out: that of `headers.diagnostics`"
    )
    code: Text = Field(description="what that header begins with")


class TokenServiceSpec(Spec):
    """The token service: how a challenge names it, and the words that are its own."""

    scheme: Text = Field(description="the scheme of the challenge in WWW-Authenticate")
    address: Text = Field(description="the parameter of the challenge that holds the address of the token service")
    offers: Text = Field(description="the parameter of the challenge that lists grant types, separated by commas")
    types: Annotated[Mapping[Posted, Text], TABLE] = Field(
        default_factory=dict, description="grant types on the wire by grant; `password` has that of OAuth when left out"
    )
    passive_address: Text | None = Field(
        None, description="the field of an answer that holds the address of the page for passive sign-in"
    )


class SignInSpec(Spec):
    """How a client gets a token."""

    grants: Rows[Grant] = Field(description="the grants that a client can have")
    own_grants: Rows[Text] = Field((), description="classes in grants.py: the grants that this API alone has")
    service: TokenServiceSpec | None = Field(None, description="left out: tokens come from elsewhere")
    expired: ExpiredSpec | None = Field(
        None, description="the answer, besides status 401, that says that a token has expired"
    )


class DoctorSpec(Spec):
    """What an examination of a server needs to know of this API alone."""

    application: Table[Value] = Field(
        default_factory=dict, description="values of the parameters with which an application is created, by wire name"
    )
    advice: Table[Sentence] = Field(
        default_factory=dict,
        description="what to do, by what says it: a code, a subcode, a diagnostics code, or a sign-in error, "
        "after which a colon and the grant can follow",
    )
    expected: Rows[Text] = Field(
        (), description="codes and subcodes of errors that a program which only reads meets on a healthy server"
    )


class ApiSpec(Spec):
    """specs/api.yaml: what is true of the whole API."""

    package: PackageSpec = Field(description="the package to generate")
    reference: Text = Field(description="address of a page, with {page} in it")
    editions: Rows[Value] = Field((), description="editions of the reference, the newest last")
    media_types: MediaTypesSpec = Field(description="how the two forms are named; the first of each is sent")
    xml: XmlSpec | None = Field(None, description="left out: the API has no XML form")
    headers: Annotated[Mapping[Header, Text], TABLE] = Field(
        default_factory=dict, description="names of headers by what they are for"
    )
    entry: EntrySpec | None = Field(None, description="left out: the API begins at /, with a resource of no spec")
    discovery: DiscoverySpec | None = Field(None, description="left out: a client is given the address of the server")
    sign_in: SignInSpec | None = Field(None, description="left out: requests need no token")
    doctor: DoctorSpec | None = Field(
        None, description="what `python -m <package>.doctor` needs to know of this API alone"
    )
    lost: Text | None = Field(None, description="the error subcode that says that the application is gone")
    time_spans: TimeSpans = Field("iso8601", description="how time spans are written: PT20M or 00:20:00")
    roles: Annotated[Mapping[Role, Text], TABLE] = Field(
        default_factory=dict, description="what the runtime needs to know of the API: pages by their role"
    )
    operation_id: Text | None = Field(
        None, description="the parameter that ties a request to the events of its operation"
    )
    minted: Rows[Text] = Field((), description="further parameters that are made when left out")
    acronyms: Rows[Text] = Field((), description="words that stay whole in names")
