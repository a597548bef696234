"""Puts into a module the names of its annotations that only type checkers import. Imported when hints are first read."""

from __future__ import annotations

import ast
import builtins
import collections.abc
import datetime
import decimal
import enum
import sys
import types
import typing
import uuid
from collections.abc import Iterable, Iterator, MutableMapping

from . import wire
from .base import typing_shim
from .base.registry import class_paths, index, load
from .calls import bodies, results
from .codecs import xml
from .requests import chain, contracts, operations
from .states import convert, state

MISSING = object()
STANDARD = (collections.abc, datetime, decimal, enum, types, typing, uuid)
"""The modules of names that are neither in the package nor builtins."""
LOADED = (bodies, chain, contracts, operations, results, xml, convert, state)
"""Modules of the runtime that an import of the package may have left out."""

_variables: dict[int, typing.Any] = {}


def load_names(module: str, texts: Iterable[typing.Any]) -> None:
    """Complete the globals of a module, so that each of these annotations can be evaluated there."""
    namespace = vars(sys.modules[module])
    for text in texts:
        if isinstance(text, str):
            _complete(text, namespace)


def value_of(module: str, text: typing.Any) -> typing.Any:
    """The value of an annotation of a module whose globals are complete, unless it is one already."""
    return _real(text, vars(sys.modules[module])) if isinstance(text, str) else text


def _complete(text: str, namespace: MutableMapping[str, typing.Any]) -> None:
    for name in set(_names(text)):
        value = _value(name, namespace)
        if value is not MISSING:
            namespace[name] = value


def _names(text: str) -> Iterator[str]:
    """The names of an annotation, also of those that stand in it as texts."""
    for node in ast.walk(ast.parse(text, mode="eval")):
        if isinstance(node, ast.Name):
            yield node.id


def _value(name: str, namespace: MutableMapping[str, typing.Any]) -> typing.Any:
    """What a name means to a type checker."""
    if name in typing_shim.__all__ and namespace.get(name) is getattr(typing_shim, name):
        return getattr(typing, name)
    if name in namespace:
        return _real(namespace[name], namespace)
    if hasattr(builtins, name):
        return MISSING
    found = _of_package(name)
    if found is MISSING:
        found = next((getattr(module, name) for module in STANDARD if hasattr(module, name)), MISSING)
    return found


def _of_package(name: str) -> typing.Any:
    """A class of the runtime or of a resource, or a module of the package."""
    if name == "enums":
        return __import__(f"{index().package}.enums", fromlist=[name])
    path = class_paths().get(name)
    if path:
        return load(path)
    start = __name__.rpartition(".")[0]
    client = sys.modules.get(f"{start}.client")
    if client is not None and name in client.PLACES:
        return _real(getattr(client, name), vars(sys.modules[f"{client.__name__}.{client.PLACES[name]}"]))
    modules = [module for known, module in sys.modules.copy().items() if known.startswith(start) and module is not wire]
    for module in modules:
        value = vars(module).get(name, MISSING)
        if value is not MISSING:
            return _real(value, vars(module))
    return MISSING


def _real(value: typing.Any, namespace: MutableMapping[str, typing.Any]) -> typing.Any:
    """The real type of a value of the runtime: itself, except for aliases and stand-ins of ``typing``."""
    if isinstance(value, str):
        _complete(value, namespace)
        return eval(value, dict(namespace))
    if value is typing_shim.Any:
        return typing.Any
    if isinstance(value, typing_shim.TypeVar):
        return _variable(value, namespace)
    return _real_alias(value, namespace) if isinstance(value, types.GenericAlias | types.UnionType) else value


def _real_alias(alias: typing.Any, namespace: MutableMapping[str, typing.Any]) -> typing.Any:
    if typing.get_origin(alias) is typing_shim.Literal:
        return _subscripted(typing.Literal, typing.get_args(alias))
    arguments = tuple(_real(argument, namespace) for argument in alias.__args__)
    if isinstance(alias, types.UnionType):
        return _subscripted(typing.Union, arguments)
    if alias.__origin__ is collections.abc.Callable:
        return _subscripted(alias.__origin__, (list(arguments[:-1]), arguments[-1]))
    return types.GenericAlias(alias.__origin__, arguments)


def _subscripted(form: typing.Any, arguments: typing.Any) -> typing.Any:
    """A special form with arguments that are known at run time only."""
    return form[arguments]


def _variable(stand_in: typing.Any, namespace: MutableMapping[str, typing.Any]) -> typing.Any:
    """The type variable that a stand-in describes, the same one each time."""
    found = _variables.get(id(stand_in))
    if found is None:
        name, keywords = stand_in.name, dict(stand_in.keywords)
        if isinstance(keywords.get("bound"), str):
            keywords["bound"] = typing.ForwardRef(keywords["bound"])
        make: typing.Any = typing.TypeVar
        found = _variables[id(stand_in)] = make(name, **keywords)
    return found
