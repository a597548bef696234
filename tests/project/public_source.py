"""The source of what users import: public classes and functions, their members, and the errors that they raise."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

Function = ast.FunctionDef | ast.AsyncFunctionDef
Bodies = Mapping[str, Function]


@dataclass(frozen=True)
class Member:
    """An attribute or a method of a class: its docstring, and what its class says of it."""

    name: str
    text: str
    about: str
    """The docstring of the class."""
    node: Function | None = None

    @property
    def is_listed(self) -> bool:
        """Whether the docstring of the class has it: as an entry, ``- name: …``, or between backticks."""
        lines = [line.removeprefix("- ") for line in self.about.splitlines() if line.startswith("- ")]
        entries = [name for line in lines for name in line.partition(": ")[0].split(", ")]
        return self.name in entries or f"``{self.name}``" in self.about


@dataclass(frozen=True)
class Source:
    """A public class or function."""

    name: str
    node: ast.ClassDef | Function
    functions: Bodies
    """The functions of its module."""

    @property
    def about(self) -> str:
        """Its docstring."""
        return ast.get_docstring(self.node) or ""

    @property
    def methods(self) -> Bodies:
        """The methods of a class, overloads and setters apart."""
        return {node.name: node for node in self.node.body if isinstance(node, Function) and not _is_second(node)}

    def members(self) -> Iterator[Member]:
        """Public methods and attributes of a class, also those that its initializer sets; of a function itself."""
        if isinstance(self.node, Function):
            yield Member(self.node.name, self.about, "", self.node)
            return
        yield from (Member(name, text, self.about) for name, text in _attributes(self.node.body))
        for name, node in self.methods.items():
            if name == "__init__":
                yield from (Member(name, text, self.about) for name, text in _attributes(node.body, "self."))
            elif not name.startswith("_"):
                yield Member(name, ast.get_docstring(node) or "", self.about, node)

    def raised(self, node: Function) -> set[str]:
        """The errors that a function raises, itself or through functions of its class and module."""
        found, due, seen = set(), [node], {node.name}
        while due:
            errors, called = _said(due.pop())
            found |= errors
            for name in called - seen:
                seen.add(name)
                of_class = name.startswith(("self.", "cls."))
                known = self.methods if of_class else self.functions
                due.extend(filter(None, [known.get(name.partition(".")[2] if of_class else name)]))
        return found - _caught(node)


def sources(modules: Iterable[ModuleType], package: str) -> Iterator[Source]:
    """The public classes and functions of modules, and the classes of the package from which these derive."""
    found = {each for module in modules for value in _public(module) for each in _with_bases(value)}
    for each in sorted(found, key=lambda each: (each.__module__, each.__qualname__)):
        module = _defining(each, package) if each.__module__.partition(".")[0] == package else None
        if module is not None and not each.__name__.startswith("_"):
            tree = _tree(module)
            functions = {node.name: node for node in tree.body if isinstance(node, Function)}
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef | Function) and node.name == each.__name__:
                    yield Source(f"{module}.{node.name}", node, functions)


def _defining(each: type, package: str) -> str | None:
    """The module that defines a class or function, which says the module that it is imported from."""
    own = each.__module__
    names = [own, *(name for name in sorted(sys.modules) if name.startswith(f"{package}."))]
    holding = (name for name in names if name == own or vars(sys.modules[name]).get(each.__name__) is each)
    return next((name for name in holding if each.__name__ in _defined(name)), None)


@cache
def _defined(module: str) -> frozenset[str]:
    return frozenset(node.name for node in ast.walk(_tree(module)) if isinstance(node, ast.ClassDef | Function))


def _public(module: ModuleType) -> Iterator[object]:
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    for name in getattr(module, "__all__", own):
        if not name.startswith("_"):
            yield inspect.unwrap(getattr(module, name))


def _with_bases(value: object) -> Iterator[type]:
    if isinstance(value, type):
        yield from value.__mro__
    elif inspect.isfunction(value):
        yield value


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


def _is_second(node: Function) -> bool:
    return bool({ast.unparse(mark).rpartition(".")[2] for mark in node.decorator_list} & {"overload", "setter"})


def _attributes(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Public attributes that a body sets, with the text that follows each."""
    for at, item in enumerate(body):
        one = [item.target] if isinstance(item, ast.AnnAssign) else []
        for name in map(ast.unparse, item.targets if isinstance(item, ast.Assign) else one):
            plain = name.removeprefix(prefix)
            if name.startswith(prefix) and plain.isidentifier() and not plain.startswith("_"):
                after = body[at + 1] if at + 1 < len(body) else None
                is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                yield plain, str(after.value.value) if is_text else ""


def _caught(node: Function) -> set[str]:
    """The classes of errors that a function catches and does not raise again."""
    handlers = [each for each in ast.walk(node) if isinstance(each, ast.ExceptHandler) and each.type is not None]
    plain = [each for each in handlers if not any(isinstance(inner, ast.Raise) for inner in ast.walk(each))]
    return {ast.unparse(each.type) for each in plain if each.type is not None}


def _said(node: Function) -> tuple[set[str], set[str]]:
    """The classes of errors that a function raises, and the names of what it calls."""
    errors, called = set(), set()
    for each in ast.walk(node):
        if isinstance(each, ast.Raise) and each.exc is not None:
            raised = each.exc.func if isinstance(each.exc, ast.Call) else each.exc
            errors |= {name for name in [ast.unparse(raised)] if name[0].isupper()}
        elif isinstance(each, ast.Call):
            called.add(ast.unparse(each.func))
    return errors, called
