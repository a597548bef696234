"""The arguments of commands that sign in: a user, a grant and its fields.

Secrets come from variables, files or a prompt: other users of a computer can see arguments.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields
from getpass import getpass
from os import environ
from pathlib import Path
from typing import Any

from ..base.redact import is_secret
from ..base.registry import index
from .session.grants import Grant

_ENDING = "Grant"
OTHER = "OTHER_"
"""What the variables of a second user have before the name of the field."""
_PASSWORD = "password"
_FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class UsageError(Exception):
    """Arguments that cannot work."""


def add_sign_in(found: ArgumentParser) -> None:
    """The arguments for signing in."""
    found.add_argument(
        "--user",
        metavar="NAME",
        help=f"the user, by default that of the variable {_variable('user')}; without --grant its password is asked for",
    )
    found.add_argument("--grant", choices=sorted(grants()), help="how to sign in")
    found.add_argument(
        "--with", dest="given", action="append", default=[], metavar="FIELD=VALUE",
        help="a field of the grant; FIELD=@FILE reads it from a file, FIELD alone asks for it, @@ stands for @ at the start "
        f"of a value. One that is not given is taken from the variable {_variable('field')}, or asked for. Give no "
        "secret as a value: other users of the computer can see it",
    )  # fmt: skip


def grants() -> dict[str, type[Grant]]:
    """The grants of this package by the first words of their classes."""
    package = __import__(index().package)
    names = [name for name in package.__all__ if name.endswith(_ENDING)]
    return {name.removesuffix(_ENDING).lower(): getattr(package, name) for name in names}


def takes_user(chosen: str | None) -> bool:
    """Whether the grant, by default that of a password, has a field for the user."""
    return chosen is None or "user" in {row.name for row in fields(grants()[chosen])}


def grant_of(user: str | None, chosen: str | None, given: Sequence[str], whose: str = "") -> Grant | None:
    """The credentials that the arguments name; None where they name none. Raises ``UsageError``.

    ``whose`` is ``OTHER`` for a second user, who shares the arguments, and has the secrets in variables of their own.
    """
    if user is not None and not user.strip():
        raise UsageError("the name of the user is empty")
    if user is None and chosen is None and not whose and _PASSWORD in grants():
        user = environ.get(_variable("user")) or None
    chosen = chosen or (_PASSWORD if user else None)
    if chosen is None:
        return None
    if chosen not in grants():
        raise UsageError(f"this API has no grant {chosen}; there are {', '.join(sorted(grants()))}")
    kind = grants()[chosen]
    texts = {name: value if mark else None for name, mark, value in (text.partition("=") for text in given)}
    if wrong := sorted((texts.keys() | ({"user"} if user else set())) - {row.name for row in fields(kind)}):
        names = sorted(row.name for row in fields(kind))
        raise UsageError(f"the grant {chosen} has no field {wrong[0]}; it has {', '.join(names) or 'none'}")
    if whose:
        texts = {name: text for name, text in texts.items() if not is_secret(name)}
    values: dict[str, Any] = {name: _read(name, text, user or texts.get("user")) for name, text in texts.items()}
    if user:
        values["user"] = user
    for row in fields(kind):
        if row.name not in values and (found := _found(row, values, whose)) is not None:
            values[row.name] = found
    kinds = {row.name: row.type for row in fields(kind)}
    return kind(**{name: _typed(name, kinds[name], value) for name, value in values.items()})


def _read(name: str, text: str | None, user: str | None) -> str:
    """The value of an argument: asked for where it has none, and read from a file that it names."""
    if text is None:
        return _asked(name, user, "")
    if not text.startswith("@") or text.startswith("@@"):
        return text.removeprefix("@")
    try:
        content = Path(text[1:]).read_text("utf-8-sig")
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is no text in UTF-8"
        raise UsageError(f"--with {name}={text}: {why}") from None
    return content.removesuffix("\n").removesuffix("\r")


def _found(row: Field[Any], values: Mapping[str, Any], whose: str) -> str | None:
    """A field that no argument gives: of a variable, or else asked for if the grant needs it."""
    is_password = row.name == _PASSWORD
    needs = row.default is MISSING or (is_password and "user" in values)
    known = None if is_password and not needs else environ.get(_variable(row.name, whose))
    return _asked(row.name, values.get("user"), whose) if known is None and needs else known


def pairs(given: Sequence[str]) -> dict[str, str]:
    """The names and values of arguments such as ``culture=en-US``. Raises ``UsageError``."""
    found = {name: (mark, value) for name, mark, value in (text.partition("=") for text in given)}
    if wrong := [name for name, (mark, _) in found.items() if not mark]:
        raise UsageError(f"{wrong[0]}: write NAME=VALUE")
    return {name: value for name, (_, value) in found.items()}


def _typed(name: str, kind: object, value: str) -> Any:
    """The value of a field; only a flag is no text, as a password may be ``true``."""
    if kind not in (bool, "bool"):
        return value
    found = _FLAGS.get(value.strip().lower())
    if found is None:
        raise UsageError(f"`{name}` is true or false")
    return found


def _asked(name: str, user: str | None, whose: str) -> str:
    where = f"set the variable {_variable(name, whose)}" + ("" if whose else f", or give --with {name}=@FILE")
    if not sys.stdin.isatty():
        raise UsageError(where)
    try:
        return getpass(f"{name} of {user}: " if user else f"{name}: ")
    except EOFError:
        raise UsageError(where) from None


def _variable(name: str, whose: str = "") -> str:
    return f"{index().package}_{whose}{name}".upper().replace(".", "_")
