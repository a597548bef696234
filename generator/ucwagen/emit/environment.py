"""The engine of the templates: ours below ``ucwagen/`` and, unless the user has one of the same path, without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.utils import missing

from ucwagen.diagnostics import nearest
from ucwagen.emit.sources import Sources
from ucwagen.overrides import ORIGINALS
from ucwagen.target import Target, View
from ucwagen.templates import folder

Engine: TypeAlias = Environment


@dataclass(frozen=True, slots=True)
class Said:
    """What an exception of a template says, and the word on its line that it is about."""

    message: str
    word: str = ""


class Unknown(str):
    """The message about a name that is not defined, with the name, and what it was looked for in."""

    __slots__ = ("name", "where")
    name: str
    where: object


class Strict(StrictUndefined):
    """A name that is not defined: whatever is done with it is an error, which knows the name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        found = Unknown(super()._undefined_message)
        found.name, found.where = str(self._undefined_name), self._undefined_obj
        return found


class _Own(BaseLoader):
    """Loads templates of the user's own, under the paths that the user would type."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._sources:
            raise TemplateNotFound(template)
        source = self._sources[template]
        return source.text, source.path, lambda: True

    def list_templates(self) -> list[str]:
        return sorted(self._sources)


class _Compiled(BytecodeCache):
    """What each template was compiled to last in this process: jobs, and builds of a watch, share it."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        text, code = self._held.get(bucket.key, ("", None))
        if text == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._held[bucket.key] = (bucket.checksum, bucket.code)


@cache
def _compiled(_: frozenset[tuple[str, Callable[..., Any]]]) -> _Compiled:
    """For engines with these filters: whether there is one of a name is looked at when a template is compiled."""
    return _Compiled()


def environment(target: Target, own: Sources | None = None) -> Environment:
    """Templates print what they are given and nothing else: an unknown name is an error, and nothing is escaped."""
    ours = FileSystemLoader(folder(), encoding="utf-8")
    originals = PrefixLoader({ORIGINALS.removesuffix("/"): ours})
    found = Environment(
        loader=ChoiceLoader([_Own(own or {}), originals, ours]),
        undefined=Strict,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(frozenset(target.filters.items())),
    )
    found.filters.update(target.filters)
    return found


def names(view: View) -> dict[str, Any]:
    """What a template sees."""
    return {field.name: getattr(view, field.name) for field in fields(view)}


def included(engine: Environment, text: str) -> set[str]:
    """The templates that a template extends, includes or imports by name; none where it cannot be parsed."""
    try:
        return {name for name in meta.find_referenced_templates(engine.parse(text)) if name}
    except TemplateSyntaxError:
        return set()


def unknown_blocks(engine: Environment, name: str) -> Iterator[tuple[str, int, str]]:
    """Blocks of a template that extends another, and that none of those has: name, line, and the nearest known name."""
    try:
        tree = engine.parse(_text(engine, name))
        known = set().union(*(_blocks(engine, parent) for parent in _parents(engine, name)))
    except (TemplateSyntaxError, TemplateNotFound):
        return
    nested = {inner.name for block in tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block) if known else ():
        if block.name not in known | nested:
            yield block.name, block.lineno, nearest(block.name, known)


def _parents(engine: Environment, name: str) -> Iterator[str]:
    """The templates that one extends by name, the nearest first."""
    seen = {name}
    while True:
        extends = next(engine.parse(_text(engine, name)).find_all(nodes.Extends), None)
        if extends is None or not isinstance(extends.template, nodes.Const) or extends.template.value in seen:
            return
        name = str(extends.template.value)
        seen.add(name)
        yield name


def _blocks(engine: Environment, name: str) -> set[str]:
    return {block.name for block in engine.parse(_text(engine, name)).find_all(nodes.Block)}


def _text(engine: Environment, name: str) -> str:
    if engine.loader is None:
        raise TemplateNotFound(name)
    return engine.loader.get_source(engine, name)[0]


def said(error: BaseException, view: View | None, engine: Environment) -> Said:
    """What went wrong, in words for the author of the template, with the nearest known name."""
    match error:
        case UndefinedError() if isinstance(error.args[0], Unknown):
            return _undefined(error.args[0], view)
        case TemplateNotFound():
            name = str(error.name)
            return Said(f"there is no template `{name}`{nearest(name, engine.list_templates())}", name)
        case TemplateSyntaxError():
            return _syntax(str(error.message), engine)
        case RecursionError():
            return Said("extends, includes or calls itself without end")
        case MemoryError():
            return Said("makes a text that is too large")
    return Said(f"{type(error).__name__}: {error}")


def place_of_syntax(error: BaseException) -> tuple[str, int] | None:
    """The file and the line of a template that cannot be parsed."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    return None


def _undefined(message: Unknown, view: View | None) -> Said:
    name, where = message.name, message.where
    if where is missing:
        known = list(names(view)) if view else []
        return Said(f"`{name}` is not defined{nearest(name, known)}", name)
    attributes = [each for each in dir(where) if not each.startswith("_")]
    return Said(f"`{type(where).__name__}` has no field `{name}`{nearest(name, attributes)}", name)


def _syntax(message: str, engine: Environment) -> Said:
    for what, known in (("filter", engine.filters), ("test", engine.tests)):
        before = f"No {what} named '"
        if message.startswith(before):
            name = message.removeprefix(before).partition("'")[0]
            return Said(f"there is no {what} `{name}`{nearest(name, known)}", name)
    return Said(message[:1].lower() + message[1:].rstrip("."), "")
