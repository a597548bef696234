"""The documented messages, paired with the linked model, which defines the expected results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from ucwagen import pipeline
from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import Api, Operation, Resource, ResourceRef
from ucwagen.python.code.vocabulary import Vocabulary, vocabulary
from ucwagen.python.names import names
from ucwagen.source import http

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "specs" / "examples"
GUIDES = "guides/"


@dataclass(frozen=True, slots=True)
class Case:
    """One documented message: its page, and its section in the page's .http file.

    Messages of a guide name the resource that they address; those of a reference page address that of the page.
    """

    page: str
    example: http.Example

    @property
    def id(self) -> str:
        return f"{self.page}: {self.example.title}"

    @property
    def is_guide(self) -> bool:
        return self.page.startswith(GUIDES)

    @property
    def name(self) -> str:
        """The page of the resource."""
        return self.example.words[0] if self.is_guide else self.page

    @property
    def message(self) -> http.Message:
        return http.split(self.example.text)

    @property
    def resource(self) -> Resource:
        return resources()[self.name]

    @property
    def operation(self) -> Operation:
        return next(found for found in self.resource.operations if found.method == self.example.method)

    @property
    def status(self) -> int:
        """The status of a response."""
        return int(self.message.start.split(" ")[1])

    def mends(self, kind: str) -> tuple[str, ...]:
        return tuple(mend.text for mend in self.example.mends if mend.kind == kind)

    def is_placeholder(self, path: str) -> bool:
        """Whether the value is declared as a placeholder that no type can read."""
        return any(fnmatchcase(path, pattern) for pattern in self.mends("placeholder"))

    @property
    def asked(self) -> Case | None:
        """The request of a response; on a guide the last one before it, which the page may leave out."""
        if not self.is_guide:
            return self.sibling("request")
        page = [case for case in cases() if case.page == self.page]
        same = (self.name, self.example.method, "request")
        before = page[: page.index(self)]
        found = [case for case in before if (case.name, case.example.method, case.example.direction) == same]
        return found[-1] if found else None

    def sibling(self, direction: str, format: str | None = None) -> Case | None:
        """The message of the same operation and edition in the other direction or format."""
        mine = self.example
        wanted = (self.page, mine.method, direction, format or mine.format, mine.edition, mine.words)
        return next((case for case in cases() if key(case) == wanted), None)


def key(case: Case) -> tuple[object, ...]:
    example = case.example
    return (case.page, example.method, example.direction, example.format, example.edition, example.words)


@cache
def model() -> Api:
    """The linked model of the committed specs."""
    return pipeline.model(ROOT / "specs")


@cache
def resources() -> dict[str, Resource]:
    return {resource.ref.page: resource for resource in model().resources}


@cache
def spoken() -> Vocabulary:
    """The Python names of all members."""
    return vocabulary(model(), Collector())


@cache
def cases() -> tuple[Case, ...]:
    """Every documented message, of reference pages and of guides."""
    return tuple(_cases())


def of(direction: str) -> list[Case]:
    """All messages of one direction: request, response or event."""
    return [case for case in cases() if case.example.direction == direction and not case.mends("foreign")]


def foreign() -> list[Case]:
    """The messages that are not of the API."""
    return [case for case in cases() if case.mends("foreign")]


def link_class(ref: ResourceRef) -> Any:
    """The generated class of a link to the resource."""
    own = spoken().of(ref)
    return getattr(import_module(f"{model().package.name}.resources.{own.module}"), own.link)


def state_class(ref: ResourceRef) -> Any:
    """The generated class of a representation of the resource."""
    own = spoken().of(ref.owner)
    return getattr(import_module(f"{model().package.name}.resources.{own.module}"), own.state)


def argument(wire: str) -> str:
    """The Python name of a parameter."""
    return spoken().styles.snake(wire, names.PARAMETERS)


def _cases() -> Iterator[Case]:
    for path in sorted(EXAMPLES.rglob("*.http")):
        for example in http.parse(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")):
            yield Case(path.relative_to(EXAMPLES).with_suffix("").as_posix(), example)
