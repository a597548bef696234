"""The arguments of the command, and the examination that they ask for."""

from __future__ import annotations

import argparse
import re
import ssl
from pathlib import Path

import httpx2

from .._runtime.base.errors import Error
from .._runtime.base.registry import index
from .._runtime.client.sign_in_arguments import UsageError, add_sign_in, grant_of, pairs
from .options import Options
from .printing import FORMATS

_CODES = "exit codes: 0 healthy, 1 something was found, 2 wrong usage, 3 out of reach"
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d+|\[[\da-fA-F:.]+\](:\d+)?")


def parser() -> argparse.ArgumentParser:
    """The arguments that this API has."""
    package = index().package
    found = argparse.ArgumentParser(
        prog=f"python -m {package}.doctor", description="Find out what is wrong with a server.", epilog=_CODES
    )
    known = "the address of a server" + (", or the domain of a user" if index().discovery else "")
    found.add_argument("address", help=known)
    if index().sign_in:
        add_sign_in(found)
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
            grant=grant_of(given.user, given.grant, given.given) if index().sign_in else None,
            format=getattr(given, "format", "json"),
            application=not getattr(given, "no_application", False),
            settings=pairs(getattr(given, "application", [])),
            http_first=getattr(given, "http_first", False),
            other_domains=others or False,
            client={"verify": trusted} if given.ca else {},
            **known,
        )
    except Error as fault:
        raise UsageError(str(fault)) from None


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
