"""Addresses of samples: which step identifies one thing among many, and where the documented application lies."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_OF_MANY = re.compile(r"(?!v\d+$).*\d.*|.*@.*", re.IGNORECASE)
"""A number with anything around it, or an address of a user. The version of an API, such as ``v3``, is neither."""


def is_one_of_many(step: str) -> bool:
    """Whether a step of a path identifies one thing among many."""
    return _ONE_OF_MANY.fullmatch(step) is not None


def template(path: str) -> tuple[str, ...]:
    """The steps of a path, with a star for each that identifies one thing among many."""
    return tuple("*" if is_one_of_many(step) else step.lower() for step in path.split("/"))


def moved(text: str, there: str, here: str) -> str:
    """The text of a sample as it is at another address of the same template."""
    old, new = there.split("/"), here.split("/")
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            text = text.replace(
                "/".join(["", *old[max(1, at - 1) : at + 1]]), "/".join(["", *new[max(1, at - 1) : at + 1]])
            )
    return text


@dataclass(frozen=True, slots=True)
class Home:
    """Where the samples have their application; empty in an API without applications."""

    path: str

    @property
    def is_numbered(self) -> bool:
        """Whether several applications lie side by side, each at an address of its own."""
        return is_one_of_many(self.path.rpartition("/")[2])

    @property
    def parent(self) -> str:
        """The path under which the applications lie."""
        return self.path.rpartition("/")[0]

    def of(self, number: str) -> str:
        """The path of an application."""
        return f"{self.parent}/{number}" if self.is_numbered else self.path

    def number(self, path: str) -> str | None:
        """The number of the application that an address lies in; None outside of all."""
        start = f"{self.parent.lower()}/"
        if not self.is_numbered or not path.lower().startswith(start):
            return None
        return path[len(start) :].partition("/")[0]

    def moved(self, text: str, here: str) -> str:
        """The text of a sample for the application at ``here``."""
        if not self.path or here == self.path:
            return text
        return re.sub(rf'{re.escape(self.path)}(?=[/"?#]|$)', lambda _: here, text)

    def sampled(self, path: str, here: str) -> str:
        """The address of the samples for an address in the application at ``here``."""
        return path.replace(here, self.path, 1) if self.path else path
