"""What templates print: frozen, finished text. No view holds a model object, and no template decides anything.

A view's fields are the names that its template sees. Each text has passed through ``literals``, ``prose`` or ``names``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Braces, Code
from ucwagen.python.text.prose import Prose
from ucwagen.target import View


@dataclass(frozen=True, slots=True)
class MadeView(View):
    """A file that names the specs from which it is made."""

    source: Prose
    """The folder of specs, seen from the project."""


@dataclass(frozen=True, slots=True)
class ImportView:
    """``from module import names``."""

    module: Code
    """The module, as `from` names it."""
    names: tuple[Identifier, ...]
    """The names that are imported from it."""


@dataclass(frozen=True, slots=True)
class ImportsView:
    """What a resource module imports: to run, and for its annotations only."""

    runtime: tuple[Identifier, ...]
    """Names of `_runtime` that the module needs to run."""
    standard: tuple[ImportView, ...]
    """Imports of the standard library, for annotations."""
    siblings: tuple[ImportView, ...]
    """Imports of other modules of the package, for annotations."""
    for_types: bool
    """True where there are imports for annotations, which stand below `if TYPE_CHECKING:`."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """A property, link or embedded resource in a class body: what is assigned to, annotated or not, and what."""

    target: Code
    """The name, with its annotation where it has one: `type: EnumProperty[enums.NoteType]`."""
    factory: Code
    """The function of `wire` that makes the field: `text`."""
    arguments: tuple[Code, ...]
    """Its arguments, the wire name first."""
    summary: Prose
    """The docstring of the field."""


@dataclass(frozen=True, slots=True)
class ClassView:
    """A class whose body is a table of fields."""

    name: Identifier
    """The class."""
    summary: Prose
    """Its docstring."""
    fields: tuple[FieldView, ...]
    """Its fields, in the order of the spec."""


@dataclass(frozen=True, slots=True)
class SpaceView:
    """One of the further name spaces of a state, and its class."""

    name: Identifier
    """The attribute of the state: `links` or `embedded`."""
    target: Identifier
    """The class of the name space."""


@dataclass(frozen=True, slots=True)
class ShortcutView:
    """A method of a state that gives a call of another link; what it calls, up to the bracket, and the arguments."""

    name: Identifier
    """The method."""
    signature: tuple[Code, ...]
    """What it takes, with `self`."""
    annotation: Code
    """The type of its result."""
    summary: Prose
    """The first line of its docstring."""
    parameters: tuple[Prose, ...]
    """An item for each argument."""
    outcome: Prose
    """What is sent, what comes back, and where the errors are listed."""
    reference: Prose
    """The page of the operation; empty where it has none."""
    call: Code
    """The expression that is called."""
    arguments: tuple[Code, ...]
    """What it is called with."""


@dataclass(frozen=True, slots=True)
class StateView:
    """The state class."""

    name: Identifier
    """The class."""
    rel: Code
    """The rel of the resource, as a literal."""
    summary: Prose
    """Its docstring."""
    spaces: tuple[SpaceView, ...]
    """The name spaces that it has: `links`, `embedded`."""
    fields: tuple[FieldView, ...]
    """Its properties, in the order of the spec."""
    shortcuts: tuple[ShortcutView, ...]
    """Its shortcuts, in the order of `shortcuts.yaml`."""


@dataclass(frozen=True, slots=True)
class DocView:
    """The docstring of a method."""

    summary: Prose
    """The first sentence."""
    parameters: tuple[Prose, ...]
    """An item for each parameter."""
    outcome: Prose
    """Sentences about the result and the errors of groups."""
    errors: tuple[Prose, ...]
    """An item for each error that only this operation has."""
    reasons: tuple[Prose, ...]
    """An item for each reason that the events of an operation may carry."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of the link class; all it does is to ``call`` the runtime."""

    name: Identifier
    """The method: `get`."""
    signature: tuple[Code, ...]
    """Its parameters, `self` first, with annotations and defaults."""
    annotation: Code
    """The type of its result: `Call[Note]`."""
    doc: DocView
    """Its docstring in parts."""
    call: Identifier
    """The method of the runtime that it calls, without the underscore: `call`, `put` or `patch`."""
    arguments: tuple[Code | Braces, ...]
    """What it hands to that method."""


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation twice: as the table that the runtime reads, and as the typed method that refers to it."""

    verb: Identifier
    """The HTTP method: `GET`. The table is called `_GET`."""
    parameters: tuple[Code, ...]
    """A `Parameter(…)` for each parameter."""
    arguments: tuple[Code, ...]
    """All arguments of `Operation(…)`, the parameters among them."""
    method: MethodView
    """The method of the link class."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """The link class; its bases with the keywords of its definition."""

    name: Identifier
    """The class."""
    bases: tuple[Code, ...]
    """Its base, and the keywords of the class definition."""
    summary: Prose
    """Its docstring."""


@dataclass(frozen=True, slots=True)
class ResourceView(MadeView):
    """A module of ``resources/``."""

    templates: ClassVar = ("%package%/resources/%resource%.py.jinja",)
    page: Prose
    """The name of the spec below `resources/`, without `.yaml`."""
    title: Prose
    """The first sentence of the module's docstring."""
    facts: tuple[Prose, ...]
    """Lines of the docstring: address, scopes, events."""
    imports: ImportsView
    """What the module imports."""
    exports: tuple[Code, ...]
    """The public names, as literals."""
    links: ClassView | None
    """The class of its links; none where it has no links."""
    embedded: ClassView | None
    """The class of its embedded resources; none where it embeds nothing."""
    state: StateView | None
    """The state class; none where the state of another resource is used."""
    operations: tuple[OperationView, ...]
    """What can be done with a link to it."""
    link: LinkView
    """The link class."""
