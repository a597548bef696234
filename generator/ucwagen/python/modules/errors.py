"""Error names, subcodes and documented pairs in, the view of ``errors.py`` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ucwagen.model.types.api import Api, ErrorKind, ErrorRow
from ucwagen.python.code.docs import error_line
from ucwagen.python.code.vocabulary import Vocabulary, pairs
from ucwagen.python.names.names import Identifier
from ucwagen.python.names.package_names import RUNTIME_ERRORS, RUNTIME_ERRORS_OF
from ucwagen.python.text.literals import Code, literal
from ucwagen.python.text.prose import Prose, docstring, item, phrase, wrap
from ucwagen.python.views.modules import ImportView
from ucwagen.python.views.tables import AliasView, ErrorsView, ErrorView, GroupView

IN_CLASS = 1
BRANCH, LAST, TRUNK, NOTHING = "├── ", "└── ", "│   ", "    "


def errors(api: Api, vocabulary: Vocabulary) -> ErrorsView:
    """The class tree: one class per error, one marker per subcode, one class per documented pair."""
    kinds = [kind for kind in api.errors if kind.alias_of is None]
    aliases = tuple(_alias(kind, vocabulary) for kind in api.errors if kind.alias_of is not None)
    subcodes = tuple(_subcode(name, api, vocabulary) for name in vocabulary.subcodes)
    both = tuple(_pair(row, api, vocabulary) for row in pairs(api).values())
    made = [*vocabulary.errors.values(), *vocabulary.subcodes.values()]
    return ErrorsView(
        template=ErrorsView.templates[0],
        path=PurePosixPath(vocabulary.package, "errors.py"),
        source=vocabulary.specs,
        base=vocabulary.base_error,
        tree=tuple(_tree(api, vocabulary)),
        imports=tuple(_imports()),
        markers=wrap(Prose(", ".join(f"`{name}`" for name in vocabulary.subcodes.values())), 0),
        generic=_lines(api.generic, vocabulary),
        groups=tuple(GroupView(phrase(name), _lines(rows, vocabulary)) for name, rows in api.groups if rows),
        exports=tuple(literal(name) for name in sorted({*made, *RUNTIME_ERRORS - {"Error"}, vocabulary.base_error})),
        kinds=tuple(_kind(kind, vocabulary) for kind in kinds),
        aliases=aliases,
        subcodes=subcodes,
        pairs=both,
    )


def _imports() -> Iterator[ImportView]:
    for module, names in RUNTIME_ERRORS_OF.items():
        yield ImportView(Code(module), tuple(map(Identifier, names)))


def _kind(kind: ErrorKind, vocabulary: Vocabulary) -> ErrorView:
    keywords = (Code(f"status={literal(kind.code)}"), Code(f"code={literal(kind.name)}"))
    return ErrorView(vocabulary.errors[kind.name, None], (Code("ApiError"), *keywords), _text(kind.summary))


def _alias(kind: ErrorKind, vocabulary: Vocabulary) -> AliasView:
    target = vocabulary.errors[kind.alias_of or kind.name, None]
    return AliasView(vocabulary.errors[kind.name, None], literal(kind.name), target, _text(kind.summary))


def _subcode(name: str, api: Api, vocabulary: Vocabulary) -> ErrorView:
    return ErrorView(
        vocabulary.subcodes[name], (Code("Subcode"), Code(f"subcode={literal(name)}")), _text(_meaning(name, api))
    )


def _pair(row: ErrorRow, api: Api, vocabulary: Vocabulary) -> ErrorView:
    error, subcode = row.error.alias_of or row.error.name, row.subcode or ""
    bases = (Code(vocabulary.errors[error, None]), Code(vocabulary.subcodes[subcode]))
    return ErrorView(vocabulary.errors[error, subcode], bases, _text(_meaning(subcode, api)))


def _meaning(subcode: str, api: Api) -> str:
    return next(member.summary for member in api.subcodes if member.name == subcode)


def _tree(api: Api, vocabulary: Vocabulary) -> Iterator[Prose]:
    """The classes below ``ApiError``, drawn."""
    kinds = [kind for kind in api.errors if kind.alias_of is None]
    for kind in kinds:
        last = kind is kinds[-1]
        names = [name for (error, subcode), name in vocabulary.errors.items() if error == kind.name and subcode]
        yield phrase(f"{LAST if last else BRANCH}{_title(kind, api, vocabulary)}")
        for name in names:
            branch = f"{NOTHING if last else TRUNK}{LAST if name is names[-1] else BRANCH}"
            yield Prose(f"{branch}{name}")


def _title(kind: ErrorKind, api: Api, vocabulary: Vocabulary) -> str:
    others = [vocabulary.errors[other.name, None] for other in api.errors if other.alias_of == kind.name]
    return f"{vocabulary.errors[kind.name, None]} ({', '.join([str(kind.code), *(f'also {name}' for name in others)])})"


def _lines(rows: Iterable[ErrorRow], vocabulary: Vocabulary) -> tuple[Prose, ...]:
    return tuple(item(0, error_line(row, vocabulary)) for row in rows)


def _text(summary: str) -> Prose:
    return docstring(IN_CLASS, summary)
