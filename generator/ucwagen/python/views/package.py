"""Views of the files about the whole package. What holds for the views of ``modules`` holds for these."""

from __future__ import annotations

from dataclasses import dataclass

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code
from ucwagen.python.text.prose import Prose
from ucwagen.python.views.modules import DocView, ImportView
from ucwagen.target import View


@dataclass(frozen=True, slots=True)
class IndexView(View):
    """``_index.py``; tables are rows of ``key: value``."""

    namespace: Code
    roots: tuple[Code, ...]
    json_types: Code
    xml_types: Code
    headers: tuple[Code, ...]
    entry: tuple[Code, ...]
    discovery: Code
    sign_in: tuple[Code, ...]
    token_service: tuple[Code | Braces, ...]
    lost: Code
    time_spans: Code
    operation_id: Code
    minted: Code
    roles: tuple[Code, ...]
    states: tuple[Code, ...]
    aliases: tuple[Code, ...]
    links: tuple[Code, ...]
    revisions: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class MessageView:
    """A state to begin with: its module and class, and the names of a property that is a text."""

    module: Identifier
    name: Identifier
    attribute: Identifier
    wire: Prose


@dataclass(frozen=True, slots=True)
class GrantView:
    """How a user of the sandbox signs in: the class of the grant, and its arguments."""

    name: Code
    arguments: Code


@dataclass(frozen=True, slots=True)
class CreatedView:
    """How a client creates its application: the required arguments, and the rel of the application."""

    arguments: tuple[Code, ...]
    rel: Prose


@dataclass(frozen=True, slots=True)
class ContactView:
    """How a client begins: with an application (``created``) or at the entry (``home``, its rel); at most one grant."""

    grants: tuple[GrantView, ...]
    created: tuple[CreatedView, ...]
    home: tuple[Prose, ...]
    discovers: bool
    has_events: bool
    has_operations: bool
    has_batch: bool


@dataclass(frozen=True, slots=True)
class CreateView:
    """The method that makes the application, and what it hands to the runtime."""

    signature: tuple[Code, ...]
    doc: DocView
    arguments: tuple[Braces, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The parameters of a method that makes a client, what they mean, and what is handed to the runtime."""

    signature: tuple[Code, ...]
    rows: tuple[Prose, ...]
    arguments: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ClientView(View):
    """``client.py``: what it imports, the settings and the bases of its client, and how an application is made.

    ``entry`` is the class of the link to the entry, ``application`` that of the application.
    """

    application: Code
    standard: tuple[ImportView, ...]
    runtime: tuple[Identifier, ...]
    clients: tuple[Identifier, ...]
    imports: tuple[ImportView, ...]
    settings: SettingsView
    discovery: SettingsView | None
    entry: Code | None
    bases: tuple[Identifier, ...]
    create: CreateView | None


@dataclass(frozen=True, slots=True)
class AsyncClientView(View):
    """``async_client.py``: what it imports, and the bases of its client. ``shared`` are the bases of both clients."""

    application: Code
    standard: tuple[ImportView, ...]
    runtime: tuple[Identifier, ...]
    clients: tuple[Identifier, ...]
    shared: tuple[Identifier, ...]
    imports: tuple[ImportView, ...]
    bases: tuple[Identifier, ...]
    creates: bool


@dataclass(frozen=True, slots=True)
class PackageView(View):
    """Files about the package as a whole: ``__init__.py``, ``pyproject.toml``, ``README.md``."""

    package: Identifier
    plugin: Code
    distribution: Code
    version: Code
    summary: Prose
    description: Code
    license: Code | None
    license_files: tuple[Code, ...]
    authors: tuple[Code, ...]
    urls: tuple[Code, ...]
    classifiers: tuple[Code, ...]
    title: Prose
    base_error: Identifier
    has_xml: bool
    signs_in: bool
    has_windows: bool
    first: tuple[MessageView, ...]
    contacts: tuple[ContactView, ...]
    eager: tuple[Identifier, ...]
    around: tuple[Identifier, ...]
    own_grants: tuple[Identifier, ...]
    errors: tuple[ImportView, ...]
    exports: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class PluginView(View):
    """The plugin of pytest. ``fixtures`` is how their names begin; ``application`` has the arguments that create one.

    ``application`` is None in an API whose client begins without it.
    """

    package: Identifier
    distribution: Prose
    fixtures: Identifier
    signs_in: bool
    application: tuple[Code, ...] | None


@dataclass(frozen=True, slots=True)
class ClassView:
    """An import of a state or a link: its module, and ``Name as Name``, which type checkers take as public here too."""

    module: Identifier
    names: tuple[Code]


@dataclass(frozen=True, slots=True)
class ResourcesView(View):
    """``resources/__init__.py``: the states and links of each module; ``first`` is one of them."""

    package: Identifier
    first: Identifier
    classes: tuple[ClassView, ...]
