"""Views of the modules of the clients. What holds for the views of ``modules`` holds for these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code
from ucwagen.python.text.prose import Prose
from ucwagen.python.views.modules import DocView, ImportView, MadeView


@dataclass(frozen=True, slots=True)
class CreateView:
    """The method that makes the application, and what it hands to the runtime."""

    signature: tuple[Code, ...]
    """The parameters, `self` first, with annotations and defaults."""
    doc: DocView
    """The docstring in parts."""
    arguments: tuple[Braces, ...]
    """What the method hands to the runtime."""


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The parameters of a method that makes a client, what they mean, and what is handed to the runtime."""

    signature: tuple[Code, ...]
    """The parameters, `self` or `cls` first, with annotations and defaults."""
    rows: tuple[Prose, ...]
    """An item of the docstring for each parameter."""
    arguments: tuple[Code, ...]
    """What the method hands to the runtime, by name."""


@dataclass(frozen=True, slots=True)
class ClientSettingsView(MadeView):
    """``client_settings.py``: the settings of both clients, and how an application is made.

    ``entry`` is the class of the link to the entry, ``application`` that of the application.
    """

    templates: ClassVar = ("%package%/client_settings.py.jinja",)
    application: Code
    """The class of the application."""
    standard: tuple[ImportView, ...]
    """Imports of the standard library."""
    runtime: tuple[Identifier, ...]
    """Names that are imported from `_runtime`."""
    parts: tuple[Identifier, ...]
    """Names that are imported from `_runtime.client.settings`."""
    imports: tuple[ImportView, ...]
    """Imports for annotations."""
    settings: SettingsView
    """The initializer of the clients."""
    discovery: SettingsView | None
    """The method `discover`; none for an API without discovery."""
    entry: Code | None
    """The class of the link to the entry; none where discovery says it."""
    create: CreateView | None
    """The method that creates the application; none where the API has none."""


@dataclass(frozen=True, slots=True)
class ClientView(MadeView):
    """``client.py`` or ``async_client.py``: what it imports, and the bases of its client."""

    templates: ClassVar = ("%package%/client.py.jinja", "%package%/async_client.py.jinja")
    application: Code
    """The class of the application."""
    standard: tuple[ImportView, ...]
    """Imports of the standard library."""
    runtime: tuple[Identifier, ...]
    """Names that are imported from `_runtime`."""
    clients: tuple[Identifier, ...]
    """Names that are imported from the parts of the runtime's client."""
    shared: tuple[Identifier, ...]
    """Classes of `client_settings.py` that both clients derive from."""
    imports: tuple[ImportView, ...]
    """Imports for annotations."""
    bases: tuple[Identifier, ...]
    """Further bases of the client; those of the asynchronous one begin with `Async`."""
    creates: bool
    """True where the client creates an application."""
