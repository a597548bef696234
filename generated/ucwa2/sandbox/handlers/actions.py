"""What a person may do at the page of the sandbox in the name of a user, and what it shows of users.

Behaviour modules register both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..http.messages import HttpError
from ..state.backend import SandboxBackend
from ..state.users import SandboxUser
from .asker import Asker

Run = Callable[[Asker, Mapping[str, str]], str]
Tone = Literal["good", "busy", "away", "off"]


@dataclass(frozen=True, slots=True)
class Field:
    """A value that an action needs: a text, one of the other users by name or URI, or one of some choices."""

    name: str
    label: str
    kind: Literal["text", "person", "choice"] = "text"
    value: str = ""
    """What stands there at first."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a person may do in the name of a user; ``run`` says what happened."""

    label: str
    fields: tuple[Field, ...]
    run: Run

    def check(self, backend: SandboxBackend, values: Mapping[str, str]) -> dict[str, str]:
        """The values of all fields; raises ``HttpError`` for those that cannot be."""
        known = {field.name for field in self.fields}
        if values.keys() - known:
            raise HttpError(400, message=f"`{self.label}` has no `{min(values.keys() - known)}`")
        found = {field.name: values.get(field.name, field.value) for field in self.fields}
        for field in self.fields:
            value = found[field.name]
            if not isinstance(value, str):
                raise HttpError(400, message=f"`{field.name}` is text, not {type(value).__name__}")
            if field.kind == "person":
                person = backend.user_at(value)
                if person is None:
                    raise HttpError(400, message=f"there is no user `{value}`")
                found[field.name] = person.name
            if field.kind == "choice" and value not in field.choices:
                raise HttpError(400, message=f"`{value}` is none of {', '.join(field.choices)}")
        return found


@dataclass(frozen=True, slots=True)
class UserSummary:
    """What the page shows of a user: a word for the status, its tone, and a line of text."""

    status: str = ""
    tone: Tone = "off"
    text: str = ""


ACTIONS: dict[str, Action] = {}
"""By name: the name of the function."""
_SUMMARIES: list[Callable[[SandboxBackend, SandboxUser], UserSummary]] = []


def action(label: str, *fields: Field) -> Callable[[Run], Run]:
    """Register something that a person may do in the name of a user. An ``HttpError`` says why it cannot be."""

    def keep(function: Run) -> Run:
        ACTIONS[str(getattr(function, "__name__", label))] = Action(label, fields, function)
        return function

    return keep


def user_summary(
    function: Callable[[SandboxBackend, SandboxUser], UserSummary],
) -> Callable[[SandboxBackend, SandboxUser], UserSummary]:
    """Register what the page shows of each user."""
    _SUMMARIES[:] = [function]
    return function


def summary_of(backend: SandboxBackend, user: SandboxUser) -> UserSummary:
    """The summary of a user; an empty one in an API that registers none."""
    return _SUMMARIES[0](backend, user) if _SUMMARIES else UserSummary()
