"""Views of the files about the whole package. What holds for the views of ``modules`` holds for these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code
from ucwagen.python.text.prose import Prose
from ucwagen.python.views.modules import ImportView, MadeView, ResourceView
from ucwagen.python.views.tables import EnumView, ErrorView
from ucwagen.target import View


@dataclass(frozen=True, slots=True)
class IndexView(MadeView):
    """``_index.py``; tables are rows of ``key: value``."""

    templates: ClassVar = ("%package%/_index.py.jinja",)
    namespace: Code
    """The XML name space, as a literal."""
    roots: tuple[Code, ...]
    """Keywords of `Roots(…)`."""
    json_types: Code
    """The media types of JSON, as a literal."""
    xml_types: Code
    """The media types of XML, as a literal."""
    headers: tuple[Code, ...]
    """Rows of the table of headers."""
    entry: tuple[Code, ...]
    """Keywords of `Entry(…)`."""
    discovery: Code
    """The host names of discovery, as a literal."""
    sign_in: tuple[Code, ...]
    """Arguments of `SignIn(…)`; empty where nothing signs in."""
    token_service: tuple[Code | Braces, ...]
    """Keywords of `TokenService(…)`; empty where there is none."""
    lost: Code
    """The error that says that the application is gone, as a literal."""
    time_spans: Code
    """The form of time spans, as a literal."""
    operation_id: Code
    """The parameter that identifies an operation, as a literal."""
    minted: Code
    """Parameters that the client fills in, as a literal."""
    roles: tuple[Code, ...]
    """Rows of the table of roles."""
    states: tuple[Code, ...]
    """Rows: the rel, and the path of its state class."""
    aliases: tuple[Code, ...]
    """Rows: the rel, and other rels that its states may say."""
    links: tuple[Code, ...]
    """Rows: the rel, and the path of its link class."""
    revisions: tuple[Code, ...]
    """Rows: the rel with a revision, and the path of its link class."""


@dataclass(frozen=True, slots=True)
class MessageView:
    """A state to begin with: its module and class, a message, and the attribute of a property that is a text."""

    module: Identifier
    """The module of the resource."""
    name: Identifier
    """The state class."""
    attribute: Identifier
    """The attribute of the property."""
    source: Code
    """The message in JSON, as a literal."""
    value: Prose
    """The value of the attribute."""


@dataclass(frozen=True, slots=True)
class GrantView:
    """How a user of the sandbox signs in: the class of the grant, and its arguments."""

    name: Code
    """The class of the grant."""
    arguments: Code
    """Its arguments."""


@dataclass(frozen=True, slots=True)
class CreatedView:
    """How a client creates its application: the required arguments, and the rel of the application."""

    arguments: tuple[Code, ...]
    """The required arguments, by name."""
    rel: Prose
    """The rel of the application."""


@dataclass(frozen=True, slots=True)
class ContactView:
    """How a client begins: with an application (``created``) or at the entry (``home``, its rel); at most one grant."""

    grants: tuple[GrantView, ...]
    """How the user signs in: one, or none where nothing signs in."""
    created: tuple[CreatedView, ...]
    """How the application is created: one, or none."""
    home: tuple[Prose, ...]
    """The rel of the entry: one, or none."""
    discovers: bool
    """True where servers are found by the domain of the user."""
    has_events: bool
    """True where the API has events."""
    has_operations: bool
    """True where operations end with an event."""
    has_batch: bool
    """True where several calls can be sent as one."""


@dataclass(frozen=True, slots=True)
class PackageView(MadeView):
    """Files about the package as a whole, and templates that a user adds."""

    templates: ClassVar = (
        "%package%/__init__.py.jinja",
        "README.md.jinja",
        "pyproject.toml.jinja",
    )
    package: Identifier
    """The import name of the package."""
    plugin: Code
    """The package of the plugin of pytest."""
    distribution: Code
    """The name of the distribution, as a literal."""
    version: Code
    """The version, as a literal."""
    summary: Prose
    """The docstring of the package."""
    description: Code
    """The summary, as a literal."""
    license: Code | None
    """The SPDX expression, as a literal; none where `api.yaml` says none."""
    license_files: tuple[Code, ...]
    """The paths of the licence texts, as literals."""
    authors: tuple[Code, ...]
    """The authors, as inline tables of TOML."""
    urls: tuple[Code, ...]
    """Lines of `[project.urls]`."""
    classifiers: tuple[Code, ...]
    """The classifiers, as literals."""
    keywords: tuple[Code, ...]
    """The keywords, as literals."""
    title: Prose
    """The name of the distribution as text."""
    base_error: Identifier
    """The class from which all errors derive."""
    has_xml: bool
    """True where the API has an XML form."""
    signs_in: bool
    """True where clients sign in."""
    has_windows: bool
    """True where clients can sign in by Kerberos or NTLM."""
    first: tuple[MessageView, ...]
    """A state to begin with: one, or none."""
    contacts: tuple[ContactView, ...]
    """How a client begins: one, or none where the specs do not say enough."""
    eager: tuple[Identifier, ...]
    """Names that the package imports from the runtime at once."""
    around: tuple[Identifier, ...]
    """Names around the clients, imported when they are first used."""
    own_grants: tuple[Identifier, ...]
    """Grants that this API alone has."""
    chains: tuple[Identifier, ...]
    """The class of chains of calls, where a shortcut gives one."""
    errors: tuple[ImportView, ...]
    """Imports of the errors of the runtime."""
    exports: tuple[Code, ...]
    """The public names, as literals."""
    resources: tuple[ResourceView, ...]
    """All resources. The module of one is `resource.path.stem`."""
    enums: tuple[EnumView, ...]
    """All enumerations."""
    error_classes: tuple[ErrorView, ...]
    """All classes of `errors.py` but the one from which they derive."""


@dataclass(frozen=True, slots=True)
class EntriesView:
    """The entries of a dictionary."""

    entries: tuple[Code, ...]
    """Each with its key and its value."""


@dataclass(frozen=True, slots=True)
class PluginView(MadeView):
    """The plugin of pytest."""

    templates: ClassVar = ("%package%_pytest/__init__.py.jinja",)
    package: Identifier
    """The import name of the package."""
    distribution: Prose
    """The name of the distribution as text."""
    fixtures: Identifier
    """How the names of the fixtures begin."""
    signs_in: bool
    """True where clients sign in."""
    created: EntriesView | None
    """The arguments that create an application; None where a client begins without one."""


@dataclass(frozen=True, slots=True)
class ExportView:
    """An import of a state or a link: its module, and ``Name as Name``, which type checkers take as public here too."""

    module: Identifier
    """The module of the resource."""
    names: tuple[Code]
    """The import of one name: `Note as Note`."""


@dataclass(frozen=True, slots=True)
class ResourcesView(MadeView):
    """``resources/__init__.py``: the states and links of each module; ``first`` is one of them."""

    templates: ClassVar = ("%package%/resources/__init__.py.jinja",)
    package: Identifier
    """The import name of the package."""
    first: Identifier
    """One of the classes, for an example."""
    classes: tuple[ExportView, ...]
    """The states and links of each module."""


@dataclass(frozen=True, slots=True)
class ProvenanceView(View):
    """``provenance.py``: what the package was made from."""

    templates: ClassVar = ("%package%/provenance.py.jinja",)
    package: Identifier
    """The import name of the package."""
    generator: Code
    """Name and version of the generator, as a literal."""
    specs: tuple[Code, ...]
    """The path of each file of specs, followed by its digest, as literals."""
