"""Shortcuts: typed methods of a state class that give calls of other links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from keyword import iskeyword

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Fill, Parameter, Property, Relation, Shortcut
from ucwagen.python.code.docs import IN_METHOD, content_lines, gives, marked, parameter_line
from ucwagen.python.code.module_builder import ModuleBuilder
from ucwagen.python.code.pieces import Piece, imported, joined, plain, quoted, runtime
from ucwagen.python.code.values import annotation
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.modules.operations import Argument, MethodShape, argument, returned, shape_of
from ucwagen.python.names import names
from ucwagen.python.names.names import STAND_IN, Identifier
from ucwagen.python.names.namespace import Namespace, named
from ucwagen.python.text.literals import Code, literal
from ucwagen.python.text.prose import Prose, docstring, item, phrase, wrap
from ucwagen.python.views.modules import ShortcutView

CHAIN = ".._runtime.requests.chain"
"""The module of the runtime that annotations name; it is imported when the first call is made."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Method:
    """A shortcut, the shape of the operation that it calls, and the names that the package has for both."""

    row: Shortcut
    state: Identifier
    shape: MethodShape
    vocabulary: Vocabulary

    @property
    def fills(self) -> dict[str, Fill]:
        """The fills by the wire names of their parameters."""
        return {fill.parameter.name: fill for fill in self.row.fills}

    @property
    def base(self) -> str:
        """The expression of the state that has the first link."""
        return "self" + "".join(f".embedded.{self.attribute(row, names.EMBEDDED)}" for row in self.row.embedded)

    def attribute(self, row: Relation, reserved: frozenset[str]) -> Identifier:
        """The attribute of a link or an embedded resource."""
        return named(row.rel, row.given, self.vocabulary.styles.snake, reserved) or STAND_IN


def shortcut(row: Shortcut, space: Namespace, module: ModuleBuilder) -> ShortcutView:
    """The method of one shortcut; ``space`` has the attributes of the state class."""
    name = _name(row, space, module.faults)
    target = row.link.target
    assert target is not None
    own = Namespace(module.vocabulary.styles.snake, Collector(), names.PARAMETERS)
    shape = shape_of(row.operation, target, own, module.vocabulary)
    method = Method(row, module.own.state, shape, module.vocabulary)
    positional, keywords = list(_positional(method)), list(_keywords(method))
    star = [plain("*")] if keywords else []
    taken = [plain("self"), *(each.piece for each in positional), *star, *(each.piece for each in keywords)]
    kind = imported(CHAIN, "Chain") if row.reads else runtime("Call")
    result = joined("{}[{}]", kind, returned(row.operation.returns, module.vocabulary)[1])
    module.use(result, *taken)
    call, arguments = _call(method)
    _check_hidden(row, [*(each.annotation for each in (*positional, *keywords)), result], space, module.faults)
    return ShortcutView(
        name=name,
        signature=tuple(piece.text for piece in taken),
        annotation=result.text,
        summary=docstring(IN_METHOD, row.summary, marked(row.operation.deprecated or target.deprecated)),
        parameters=tuple(item(IN_METHOD, line) for line in _lines(method)),
        outcome=wrap(_outcome(method), IN_METHOD),
        reference=phrase(f"Reference: {target.address}" if target.address else ""),
        call=call,
        arguments=arguments,
    )


def _name(row: Shortcut, space: Namespace, faults: Collector) -> Identifier:
    """The name of the method. Unlike a wire name, it can be changed, so that it gets no underscore."""
    made = space.add("shortcut", row.name, row.span, row.given)
    if made.endswith("_") and row.given is None:
        wrong = "a word of Python" if iskeyword(made[:-1]) else "an attribute that every state has"
        faults.error(row.span, f"shortcut `{row.name}` cannot be a method: `{made[:-1]}` is {wrong}; rename it")
    return made


def _check_hidden(row: Shortcut, pieces: list[Piece], space: Namespace, faults: Collector) -> None:
    """A class body is a scope: an annotation must not name a type that a property hides."""
    for word in sorted({word for piece in pieces for word in WORD.findall(piece.text)}):
        place = space.place(word)
        if place and word.islower():
            message = (
                f"the type `{word}` in the signature of shortcut `{row.name}` is hidden by an attribute of the state"
            )
            faults.error(row.span, f"{message}; give that another name with `python`", (place, "the attribute"))


def _positional(method: Method) -> Iterator[Argument]:
    if method.row.operation.content:
        yield Argument(Identifier("content"), plain("str | bytes"))
    for row in method.row.positional:
        yield Argument(method.shape.arguments[row.name], annotation(row.type, method.vocabulary))


def _keywords(method: Method) -> Iterator[Argument]:
    """Required ones first, otherwise in the order of the page."""
    row = method.row
    if row.operation.content and row.content_type is None:
        yield Argument(Identifier("content_type"), plain("str"), quoted(row.operation.content[0]))
    found = [_keyword(each, method) for each in row.operation.parameters if _is_keyword(each, method)]
    yield from sorted(found, key=lambda each: each.default is not None)


def _is_keyword(row: Parameter, method: Method) -> bool:
    fill = method.fills.get(row.name)
    return row not in method.row.positional and (fill is None or fill.replaceable)


def _keyword(row: Parameter, method: Method) -> Argument:
    found, fill = argument(row, method.shape, method.vocabulary), method.fills.get(row.name)
    if fill is None:
        return found
    if fill.source is None:
        return replace(found, default=quoted(fill.value))
    return found if found.default else Argument(found.name, joined("{} | None", found.annotation), plain("None"))


def _call(method: Method) -> tuple[Code, tuple[Code, ...]]:
    """What is returned, up to its bracket, and the arguments: the call of a link, or a chain that ends with it."""
    row, arguments = method.row, tuple(_arguments(method))
    verb, link = row.operation.method.lower(), method.attribute((*row.reads, row.link)[0], names.LINKS)
    if not row.reads:
        return Code(f"{method.base}.links.{link}.{verb}"), arguments
    assert row.link.target is not None
    rels = literal(tuple(each.rel for each in (*row.reads[1:], row.link)))
    path = literal(method.vocabulary.link_path(row.link.target))
    return Code("self._chain"), (Code(f"{method.base}.links.{link}.get()"), rels, path, literal(verb), *arguments)


def _arguments(method: Method) -> Iterator[Code]:
    """What the method of the link gets."""
    if method.shape.base:
        yield Code(method.base)
    if method.row.operation.content:
        yield Code("content")
        given = method.row.content_type
        yield Code(f"content_type={literal(given) if given else 'content_type'}")
    for row in method.row.operation.parameters:
        yield Code(f"{method.shape.arguments[row.name]}={_value(row, method)}")


def _value(row: Parameter, method: Method) -> str:
    """The source text of the value of a parameter."""
    name, fill = method.shape.arguments[row.name], method.fills.get(row.name)
    if fill is None and row in method.row.positional and not method.row.operation.asks_for(row):
        return f"self._given({literal(row.name)}, {name})"
    if fill is None or (fill.source is None and fill.replaceable):
        return name
    if fill.source is None:
        return literal(fill.value)
    source = [_property(fill.source, method), *([name] if fill.replaceable else [])]
    if method.row.operation.asks_for(row):
        return f"self._needed({', '.join([literal(row.name), *source])})"
    return f"self._filled({', '.join(source)})" if fill.replaceable else f"self.{source[0].rpartition('.')[2]}"


def _property(source: Property, method: Method) -> str:
    """The property itself, as an attribute of the class."""
    attribute = named(source.name, source.given, method.vocabulary.styles.snake, names.STATE) or STAND_IN
    return f"{method.state}.{attribute}"


def _lines(method: Method) -> Iterator[Prose]:
    """A line for each parameter that is an argument, after those of the content."""
    yield from content_lines(method.row.operation, method.row.content_type)
    taken = [*method.row.positional, *(row for row in method.row.operation.parameters if _is_keyword(row, method))]
    for row in taken:
        fill = method.fills.get(row.name)
        source = [phrase(f"`{fill.source.name}` of this state when left out")] if fill and fill.source else []
        yield parameter_line(row, method.shape.arguments[row.name], *source)


def _outcome(method: Method) -> Prose:
    """Which calls are made, what is filled in, and what comes back."""
    row, known = method.row, method.vocabulary
    assert row.link.target is not None
    through = "".join(f" of `{phrase(each.rel)}`" for each in reversed(row.embedded))
    steps = [
        *(f"reads `{phrase(each.rel)}`" for each in row.reads),
        f"sends `{row.operation.method}` to `{phrase(row.link.rel)}`",
    ]
    sends = ", then ".join([f"{steps[0]}{through}", *steps[1:]])
    filled = ", ".join(_filled(method))
    words = f"{'The chain' if row.reads else 'The call'} {sends}{', with ' if filled else ''}{filled}."
    errors = f"Raises what `{known.link(row.link.target).text}.{row.operation.method.lower()}` raises."
    return Prose(f"{words} {gives(row.operation.returns, known)} {errors}")


def _filled(method: Method) -> Iterator[Prose]:
    """What the shortcut fills in by itself."""
    if method.row.content_type:
        yield phrase(f"content of the type `{method.row.content_type}`")
    for fill in method.row.fills:
        if fill.source and not fill.replaceable:
            yield phrase(f"`{fill.source.name}` of this state as `{fill.parameter.name}`")
        elif fill.value is not None and not fill.replaceable:
            values = fill.value if isinstance(fill.value, tuple) else (fill.value,)
            shown = (str(value).lower() if isinstance(value, bool) else value for value in values)
            yield phrase(f"{', '.join(f'`{value}`' for value in shown)} as `{fill.parameter.name}`")
