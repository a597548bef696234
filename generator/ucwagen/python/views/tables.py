"""Views of the modules of all enumerations and all errors. What holds for the views of ``modules`` holds for these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import Prose
from ucwagen.python.views.modules import ImportView, MadeView


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of an enumeration."""

    name: Identifier
    """The member."""
    value: Code
    """Its value on the wire, as a literal."""
    summary: Prose
    """Its docstring."""


@dataclass(frozen=True, slots=True)
class EnumView:
    """An enumeration class; ``address`` is empty if it has no page."""

    name: Identifier
    """The class."""
    summary: Prose
    """Its docstring."""
    address: Prose
    """The address of its reference page; empty where it has none."""
    members: tuple[MemberView, ...]
    """Its members, in the order of the spec."""


@dataclass(frozen=True, slots=True)
class EnumsView(MadeView):
    """``enums.py``."""

    templates: ClassVar = ("%package%/enums.py.jinja",)
    exports: tuple[Code, ...]
    """The names of the enumerations, as literals."""
    enums: tuple[EnumView, ...]
    """The enumerations."""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A class of ``errors.py``: what it derives from, and the keywords of its definition."""

    name: Identifier
    """The class."""
    bases: tuple[Code, ...]
    """Its bases, and the keywords of the class definition."""
    summary: Prose
    """Its docstring."""


@dataclass(frozen=True, slots=True)
class AliasView:
    """Another name of an error class."""

    name: Identifier
    """The other name."""
    code: Code
    """The code on the wire, as a literal."""
    target: Identifier
    """The class that it names."""
    summary: Prose
    """Its docstring."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Rows that many operations share, under the name that their docstrings give."""

    name: Prose
    """The name of the group."""
    rows: tuple[Prose, ...]
    """An item for each error."""


@dataclass(frozen=True, slots=True)
class ErrorsView(MadeView):
    """``errors.py``."""

    templates: ClassVar = ("%package%/errors.py.jinja",)
    base: Identifier
    """The class from which all errors derive."""
    tree: tuple[Prose, ...]
    """Lines of the docstring: the tree of the classes of this API."""
    imports: tuple[ImportView, ...]
    """Imports from the runtime."""
    markers: Prose
    """The names of the markers of subcodes; empty where there are none."""
    generic: tuple[Prose, ...]
    """An item for each error that any operation may meet."""
    groups: tuple[GroupView, ...]
    """Errors that many operations share."""
    exports: tuple[Code, ...]
    """The public names, as literals."""
    kinds: tuple[ErrorView, ...]
    """A class for each error name."""
    aliases: tuple[AliasView, ...]
    """Other names of errors."""
    subcodes: tuple[ErrorView, ...]
    """A class for each subcode."""
    pairs: tuple[ErrorView, ...]
    """A class for each documented pair of an error and a subcode."""
