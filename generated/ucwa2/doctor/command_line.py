"""The arguments of the command, and the credentials that they name: secrets come from files, variables or a prompt."""

from __future__ import annotations

import argparse
import re
import ssl
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from getpass import getpass
from os import environ
from pathlib import Path
from typing import Any

import httpx2

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.client.session.grants import Grant
from .options import Options
from .printing import FORMATS

_CODES = "exit codes: 0 healthy, 1 something was found, 2 wrong usage, 3 out of reach"
_ENDING = "Grant"
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d+|\[[\da-fA-F:.]+\](:\d+)?")


class UsageError(Exception):
    """Arguments that cannot work."""


def parser() -> argparse.ArgumentParser:
    """The arguments that this API has."""
    package = index().package
    found = argparse.ArgumentParser(
        prog=f"python -m {package}.doctor", description="Find out what is wrong with a server.", epilog=_CODES
    )
    known = "the address of a server" + (", or the domain of a user" if index().discovery else "")
    found.add_argument("address", help=known)
    if index().sign_in:
        _add_sign_in(found)
    if index().xml_types:
        found.add_argument("--format", choices=("json", "xml"), default="json", help="the format of messages")
    if "applications" in index().roles:
        found.add_argument("--no-application", action="store_true", help="stop before an application is created")
        found.add_argument(
            "--application", action="append", default=[], metavar="NAME=VALUE", help="a setting of the application"
        )
    if index().discovery:
        found.add_argument(
            "--allow-other-domain", action="append", default=[], metavar="DOMAIN", help="a domain to follow links to"
        )
        found.add_argument("--http-first", action="store_true", help="try addresses without TLS too")
    _add_limits(found)
    found.add_argument("--ca", type=Path, metavar="FILE", help="certificates of further authorities")
    found.add_argument("--as", dest="form", choices=tuple(FORMATS), default="text", help="the form of the report")
    found.add_argument("--quiet", action="store_true", help="say no steps while they are taken")
    return found


def _add_sign_in(found: argparse.ArgumentParser) -> None:
    found.add_argument("--user", help="the user; without --grant its password is asked for")
    found.add_argument("--grant", choices=sorted(grants()), help="how to sign in")
    found.add_argument(
        "--with", dest="given", action="append", default=[], metavar="FIELD=VALUE",
        help="a field of the grant; a field that is not given is taken from the variable DOCTOR_FIELD, or asked for",
    )  # fmt: skip


def _add_limits(found: argparse.ArgumentParser) -> None:
    limits = (
        ("--max-requests", int, "requests at most: 200"),
        ("--max-time", float, "seconds at most: 60"),
        ("--slow", float, "seconds after which an answer is slow: 5"),
        ("--listen", float, "seconds to listen to events, where the API has them: 3"),
    )
    for name, kind, words in limits:
        found.add_argument(name, type=kind, default=argparse.SUPPRESS, help=words)


def options(given: argparse.Namespace) -> Options:
    """The options of an examination. Raises ``UsageError``."""
    known = {
        name: value for name, value in vars(given).items() if name in ("max_requests", "max_time", "slow", "listen")
    }
    if not all(value > 0 for value in known.values()):
        raise UsageError("limits are greater than 0")
    if "://" not in given.address and not index().discovery:
        raise UsageError("give an address such as https://api.example.com/")
    if _HOST_AND_PORT.fullmatch(given.address):
        raise UsageError(f"write the address of a server with its scheme: https://{given.address}/")
    trusted = _context(given.ca)
    others = tuple(getattr(given, "allow_other_domain", ()))
    try:
        return Options(
            address=given.address,
            grant=_grant(given) if index().sign_in else None,
            format=getattr(given, "format", "json"),
            application=not getattr(given, "no_application", False),
            settings=_pairs(getattr(given, "application", [])),
            http_first=getattr(given, "http_first", False),
            other_domains=others or False,
            client={"verify": trusted} if given.ca else {},
            **known,
        )
    except Error as fault:
        raise UsageError(str(fault)) from None


def grants() -> dict[str, type[Grant]]:
    """The grants of this package by the first words of their classes."""
    package = __import__(index().package)
    names = [name for name in package.__all__ if name.endswith(_ENDING)]
    return {name.removesuffix(_ENDING).lower(): getattr(package, name) for name in names}


def _grant(given: argparse.Namespace) -> Grant | None:
    chosen = given.grant or ("password" if given.user else None)
    if chosen is None:
        return None
    if chosen not in grants():
        raise UsageError(f"this API has no grant {chosen}; there are {', '.join(sorted(grants()))}")
    values: dict[str, Any] = _pairs(given.given)
    if given.user:
        values["user"] = given.user
    kind = grants()[chosen]
    names = {row.name for row in fields(kind)}
    if wrong := sorted(values.keys() - names):
        raise UsageError(f"the grant {chosen} has no field {wrong[0]}; it has {', '.join(sorted(names)) or 'none'}")
    for row in fields(kind):
        if row.name in values:
            continue
        known = environ.get(f"DOCTOR_{row.name.upper()}")
        needs = row.default is MISSING or (row.name == "password" and "user" in values)
        if known is not None:
            values[row.name] = known
        elif needs:
            values[row.name] = _asked(row.name)
    return kind(**{name: _typed(value) for name, value in values.items()})


def _typed(value: str) -> Any:
    return {"true": True, "false": False}.get(value, value)


def _asked(name: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"set the variable DOCTOR_{name.upper()}, or give --with {name}=…")
    return getpass(f"{name}: ")


def _pairs(given: list[str]) -> dict[str, str]:
    found: Mapping[str, tuple[str, str]] = {
        name: (mark, value) for name, mark, value in (p.partition("=") for p in given)
    }
    if wrong := [name for name, (mark, _) in found.items() if not mark]:
        raise UsageError(f"{wrong[0]}: write NAME=VALUE")
    return {name: value for name, (_, value) in found.items()}


def _context(path: Path | None) -> ssl.SSLContext:
    """The authorities of this computer, and those of a file."""
    try:
        context = httpx2.create_ssl_context()
    except OSError as fault:
        raise UsageError(f"the variables SSL_CERT_FILE and SSL_CERT_DIR: {_why(fault)}") from None
    if path is None:
        return context
    try:
        context.load_verify_locations(cafile=str(path))
    except OSError as fault:
        raise UsageError(f"--ca {path}: {_why(fault)}") from None
    return context


def _why(fault: OSError) -> str:
    """Why a file of certificates cannot be used."""
    return "it has no certificates in PEM form" if isinstance(fault, ssl.SSLError) else fault.strerror or "unreadable"
