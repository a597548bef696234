"""Enumerations in, the view of ``enums.py`` out."""

from __future__ import annotations

from pathlib import PurePosixPath

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, Enumeration
from ucwagen.python.code.docs import marked
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.names import names
from ucwagen.python.names.namespace import Namespace
from ucwagen.python.text.literals import literal
from ucwagen.python.text.prose import docstring, phrase
from ucwagen.python.views.tables import EnumsView, EnumView, MemberView

IN_CLASS = 1


def enums(api: Api, vocabulary: Vocabulary, faults: Collector) -> EnumsView:
    """All enumerations, which share one module."""
    return EnumsView(
        template=EnumsView.templates[0],
        path=PurePosixPath(vocabulary.package, "enums.py"),
        source=vocabulary.specs,
        exports=tuple(literal(name) for name in sorted(vocabulary.enums.values())),
        enums=tuple(_enum(row, api, vocabulary, faults) for row in api.enums),
    )


def _enum(row: Enumeration, api: Api, vocabulary: Vocabulary, faults: Collector) -> EnumView:
    space = Namespace(vocabulary.styles.upper, faults, names.MEMBERS)
    members = [(space.add("member", member.name, member.span, member.given), member) for member in row.members]
    return EnumView(
        name=vocabulary.enums[row.name],
        summary=docstring(IN_CLASS, row.summary),
        address=phrase(row.address or ""),
        members=tuple(
            MemberView(name, literal(member.name), docstring(IN_CLASS, member.summary, marked(member.deprecated)))
            for name, member in members
        ),
    )
