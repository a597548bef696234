"""What a wire type is in Python: the factory that reads it, the annotation of a parameter, and its limits in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.model.types.api import Enumeration, Kind, Parameter, ValueType
from ucwagen.python.code.pieces import PACKAGE, Piece, imported, joined, plain, quoted, runtime
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.text.literals import Code


@dataclass(frozen=True, slots=True)
class KindMapping:
    """The Python side of a kind: factories of ``wire`` for one value and for many, and the type of an argument."""

    one: Code
    many: Code
    argument: Piece


MAPPINGS = {
    Kind.STRING: KindMapping(Code("text"), Code("texts"), plain("str")),
    Kind.BOOLEAN: KindMapping(Code("boolean"), Code("booleans"), plain("bool")),
    Kind.INTEGER: KindMapping(Code("integer"), Code("integers"), plain("int")),
    Kind.NUMBER: KindMapping(Code("number"), Code("numbers"), plain("float")),
    Kind.DECIMAL: KindMapping(Code("decimal"), Code("decimals"), imported("decimal", "Decimal")),
    Kind.DATETIME: KindMapping(Code("datetime"), Code("datetimes"), imported("datetime", "datetime")),
    Kind.DATE: KindMapping(Code("date"), Code("dates"), imported("datetime", "date")),
    Kind.TIMESPAN: KindMapping(Code("timespan"), Code("timespans"), imported("datetime", "timedelta")),
    Kind.UUID: KindMapping(Code("uuid"), Code("uuids"), imported("uuid", "UUID")),
    Kind.BYTES: KindMapping(Code("bytes"), Code("bytess"), plain("bytes")),
    Kind.OBJECT: KindMapping(
        Code("object"), Code("objects"), joined("{}[str, object]", imported("collections.abc", "Mapping"))
    ),
    Kind.DATA: KindMapping(Code("data"), Code("datas"), runtime("DataLink")),
    Kind.ENUM: KindMapping(Code("enum"), Code("enums"), plain("str")),
}


def factory(value: ValueType) -> Code:
    """The name in ``wire`` that declares such a property."""
    return MAPPINGS[value.kind].many if value.many else MAPPINGS[value.kind].one


def enumeration(value: ValueType, vocabulary: Vocabulary) -> Piece | None:
    """The path of the enumeration class, where there is one: tables name it, the runtime loads it when it is needed."""
    return quoted(f"enums.{vocabulary.enums[value.enum.name]}") if value.enum else None


def wire_type(value: ValueType, vocabulary: Vocabulary) -> Piece:
    """The type of a parameter in an operation's table."""
    return enumeration(value, vocabulary) or quoted(value.kind.value)


def property_type(value: ValueType, vocabulary: Vocabulary) -> Piece | None:
    """The type of a property, where its factory does not tell it. It names no builtin, which a property may hide."""
    if value.enum is None:
        return None
    kind = runtime("EnumListProperty" if value.many else "EnumProperty")
    return joined("{}[{}]", kind, _enum_class(value.enum, vocabulary))


def annotation(value: ValueType, vocabulary: Vocabulary) -> Piece:
    """The type of an argument in a signature."""
    one = _member(value.enum, vocabulary) if value.enum else MAPPINGS[value.kind].argument
    return joined("{}[{}]", imported("collections.abc", "Sequence"), one) if value.many else one


def _member(enum: Enumeration, vocabulary: Vocabulary) -> Piece:
    """A member, or the text of one that was added since."""
    return joined("{} | str", _enum_class(enum, vocabulary))


def _enum_class(enum: Enumeration, vocabulary: Vocabulary) -> Piece:
    return joined("{}.{}", imported(PACKAGE, "enums"), plain(vocabulary.enums[enum.name]))


def limits(parameter: Parameter) -> Iterator[str]:
    """Shape and limits, in words that stand between parentheses."""
    value = parameter.type
    if value.format:
        yield value.format
    if value.max_length is not None:
        yield f"{'each ' if value.many else ''}at most {value.max_length} characters"
    if value.minimum is not None and value.maximum is not None:
        yield f"from {value.minimum} to {value.maximum}"
    elif value.minimum is not None:
        yield f"at least {value.minimum}"
    elif value.maximum is not None:
        yield f"at most {value.maximum}"
    if parameter.is_minted:
        yield "made when left out"
    if parameter.deprecated:
        yield "deprecated"
