"""What templates print: frozen, finished text. No view holds a model object, and no template decides anything.

A view's fields are the names that its template sees. Each text has passed through ``literals``, ``prose`` or ``names``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code
from ucwagen.python.text.prose import Prose
from ucwagen.target import View


@dataclass(frozen=True, slots=True)
class ImportView:
    """``from module import names``."""

    module: Code
    names: tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class ImportsView:
    """What a resource module imports: to run, and for its annotations only."""

    runtime: tuple[Identifier, ...]
    standard: tuple[ImportView, ...]
    siblings: tuple[ImportView, ...]
    for_types: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A property, link or embedded resource in a class body: what is assigned to, annotated or not, and what."""

    target: Code
    factory: Code
    arguments: tuple[Code, ...]
    summary: Prose


@dataclass(frozen=True, slots=True)
class ClassView:
    """A class whose body is a table of fields."""

    name: Identifier
    summary: Prose
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class SpaceView:
    """One of the further name spaces of a state, and its class."""

    name: Identifier
    target: Identifier


@dataclass(frozen=True, slots=True)
class ShortcutView:
    """A method of a state that gives a call of another link; what it calls, up to the bracket, and the arguments."""

    name: Identifier
    signature: tuple[Code, ...]
    annotation: Code
    summary: Prose
    parameters: tuple[Prose, ...]
    outcome: Prose
    reference: Prose
    call: Code
    arguments: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class StateView:
    """The state class."""

    name: Identifier
    rel: Code
    summary: Prose
    spaces: tuple[SpaceView, ...]
    fields: tuple[FieldView, ...]
    shortcuts: tuple[ShortcutView, ...]


@dataclass(frozen=True, slots=True)
class DocView:
    """The docstring of a method."""

    summary: Prose
    parameters: tuple[Prose, ...]
    outcome: Prose
    errors: tuple[Prose, ...]
    reasons: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of the link class; all it does is to ``call`` the runtime."""

    name: Identifier
    signature: tuple[Code, ...]
    annotation: Code
    doc: DocView
    call: Identifier
    arguments: tuple[Code | Braces, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation twice: as the table that the runtime reads, and as the typed method that refers to it."""

    verb: Identifier
    parameters: tuple[Code, ...]
    arguments: tuple[Code, ...]
    method: MethodView


@dataclass(frozen=True, slots=True)
class LinkView:
    """The link class; its bases with the keywords of its definition."""

    name: Identifier
    bases: tuple[Code, ...]
    summary: Prose


@dataclass(frozen=True, slots=True)
class ResourceView(View):
    """A module of ``resources/``."""

    origin: Prose
    title: Prose
    facts: tuple[Prose, ...]
    imports: ImportsView
    exports: tuple[Code, ...]
    links: ClassView | None
    embedded: ClassView | None
    state: StateView | None
    operations: tuple[OperationView, ...]
    link: LinkView


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of an enumeration."""

    name: Identifier
    value: Code
    summary: Prose


@dataclass(frozen=True, slots=True)
class EnumView:
    """An enumeration class; ``address`` is empty if it has no page."""

    name: Identifier
    summary: Prose
    address: Prose
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class EnumsView(View):
    """``enums.py``."""

    exports: tuple[Code, ...]
    enums: tuple[EnumView, ...]


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A class of ``errors.py``: what it derives from, and the keywords of its definition."""

    name: Identifier
    bases: tuple[Code, ...]
    summary: Prose


@dataclass(frozen=True, slots=True)
class AliasView:
    """Another name of an error class."""

    name: Identifier
    code: Code
    target: Identifier
    summary: Prose


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows that many operations share, under the name that their docstrings give."""

    name: Prose
    rows: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class ErrorsView(View):
    """``errors.py``."""

    base: Identifier
    tree: tuple[Prose, ...]
    imports: tuple[ImportView, ...]
    markers: Prose
    generic: tuple[Prose, ...]
    groups: tuple[GroupView, ...]
    exports: tuple[Code, ...]
    kinds: tuple[ErrorView, ...]
    aliases: tuple[AliasView, ...]
    subcodes: tuple[ErrorView, ...]
    pairs: tuple[ErrorView, ...]
