"""Views of the files about the whole package. What holds for ``views`` holds for these."""

from __future__ import annotations

from dataclasses import dataclass

from ucwagen.python.literals import Braces, Code
from ucwagen.python.names import Identifier
from ucwagen.python.prose import Prose
from ucwagen.python.views import DocView, ImportView
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
    sign_in: Code
    lost: Code
    time_spans: Code
    operation_id: Code
    minted: Code
    roles: tuple[Code, ...]
    states: tuple[Code, ...]
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
class ContactView:
    """How a client makes itself known: the arguments that it must give, and the rel of what it becomes."""

    arguments: tuple[Code, ...]
    rel: Prose


@dataclass(frozen=True, slots=True)
class StartView:
    """How a program begins with an API without discovery: the rel of the entry, and credentials for the sandbox."""

    rel: Prose
    grant: Code
    imports: tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """Something that a client can do, and how it is written."""

    purpose: Prose
    code: Prose


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
    """``client.py``: what it imports, the settings and the bases of its clients, and how an application is made.

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
class PackageView(View):
    """Files about the package as a whole: ``__init__.py``, ``pyproject.toml``, ``README.md``."""

    package: Identifier
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
    first: tuple[MessageView, ...]
    contacts: tuple[ContactView, ...]
    starts: tuple[StartView, ...]
    uses: tuple[UseView, ...]
    users: bool
    eager: tuple[Identifier, ...]
    around: tuple[Identifier, ...]
    sign_in: bool
    exports: tuple[Code, ...]
