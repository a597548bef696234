"""``python -m <package>.conformance URL``: the documented messages of guides, sent to a server and compared."""

from __future__ import annotations

import argparse
import os
import ssl
import sys
from collections.abc import Sequence
from contextlib import suppress
from getpass import getpass
from pathlib import Path

from .._runtime.base.errors import Error
from .._runtime.base.output import end_orderly_when_terminated, written
from .._runtime.base.registry import index
from .._runtime.calls.errors import TransportError
from .._runtime.client.session.grants import PasswordGrant, TokenGrant, WindowsGrant
from .replay import ReplayOptions
from .report import FORMATS, as_json, markdown, text
from .results import GuideResult, StepOutcome
from .sending import OutOfReach
from .suite import Account, Suite
from .transcript import Guides, guides

HEALTHY, DIFFERS, USAGE, OUT_OF_REACH, INTERRUPTED = 0, 1, 2, 3, 130
_WRITERS = {"text": text, "json": as_json, "markdown": markdown}
_PACKAGE = (__package__ or "").partition(".")[0]


class _UsageError(Exception):
    """Arguments that cannot work."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Replay the guides; gives the exit code."""
    given = _parser().parse_args(arguments)
    found = guides()
    if found is None:
        print("this API has no guides: there is nothing to replay", file=sys.stderr)
        return USAGE
    if given.list:
        print("\n".join(f"{name}: {len(one.steps)} steps" for name, one in found.guides.items()))
        return HEALTHY
    fault = _usage(given, found)
    if fault:
        print(fault, file=sys.stderr)
        return USAGE
    try:
        suite = _suite(given, found)
    except _UsageError as problem:
        print(problem, file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return _replayed(suite, given)


def _replayed(suite: Suite, given: argparse.Namespace) -> int:
    """Replay the guides, and report those that came to their end."""
    results: list[GuideResult] = []
    code, fault = HEALTHY, ""
    try:
        for result in suite.run(given.guide):
            _say(f"{result.name}: {result.outcome}")
            results.append(result)
    except (OutOfReach, TransportError) as problem:
        code, fault = OUT_OF_REACH, f"out of reach: {problem}"
    except Error as problem:
        code, fault = DIFFERS, f"cannot sign in: {problem}"
    except KeyboardInterrupt:
        code, fault = INTERRUPTED, "interrupted"
    if fault:
        _say(fault)
    if code == HEALTHY and any(one.outcome is StepOutcome.DIFFERS for one in results):
        code = DIFFERS
    return written("conformance", f"{_WRITERS[given.format](results)}\n", code) if results or not fault else code


def _say(line: str) -> None:
    with suppress(OSError):  # the reader of the steps has gone; the report is still to be written
        print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"python -m {_PACKAGE}.conformance",
        description="Sends the requests of the guides to a server, and compares the answers with those of the pages.",
        epilog="Exit codes: 0 as the pages show, 1 something differs, 2 wrong usage, 3 the server is out of reach.",
    )
    parser.add_argument("url", nargs="?", help="where the API begins, such as https://discover.example.com/")
    parser.add_argument("--guide", action="append", default=[], metavar="NAME", help="replay this guide; repeatable")
    parser.add_argument("--list", action="store_true", help="name the guides, and send nothing")
    parser.add_argument("--write", action="store_true", help="send requests that change something too")
    parser.add_argument("--read-only", dest="write", action="store_false", help="send only GET (the default)")
    sign_in = index().sign_in
    grants = sign_in.grants if sign_in else ()
    if grants:
        _add_credentials(parser, grants)
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for each answer")
    parser.add_argument("--patience", type=float, default=20.0, metavar="SECONDS", help="for each event")
    parser.add_argument("--longest-wait", type=float, default=0.0, metavar="SECONDS",
                        help="the most that a guide may wait for time to pass; else its steps are left out")  # fmt: skip
    parser.add_argument("--ca", metavar="FILE", help="certificates of authorities to trust")
    parser.add_argument("--format", choices=FORMATS, default="text", help="of the report")
    return parser


def _add_credentials(parser: argparse.ArgumentParser, grants: Sequence[str]) -> None:
    """ReplayOptions for signing in, as far as the API has them."""
    prefix = _PACKAGE.upper()
    if "password" in grants or "windows" in grants:
        parser.add_argument("--user", metavar="NAME", help="a test user, who plays the user of each page")
        parser.add_argument("--password", metavar="TEXT", help=f"else {prefix}_PASSWORD, or a question")
        parser.add_argument("--other-user", metavar="NAME", help="a second test user, who plays all other persons")
        parser.add_argument("--other-password", metavar="TEXT", help=f"else {prefix}_OTHER_PASSWORD, or a question")
    if "windows" in grants:
        parser.add_argument("--windows", action="store_true", help="sign in by Kerberos or NTLM")
    parser.add_argument("--token", metavar="TEXT", help=f"a bearer token; else {prefix}_TOKEN")


def _usage(given: argparse.Namespace, found: Guides) -> str:
    """What is wrong with the arguments; empty if nothing is."""
    unknown = [name for name in given.guide if name not in found.guides]
    if unknown:
        return f"there is no guide `{unknown[0]}`; --list names them"
    if not given.url:
        return "the address of a server is missing; --help says more"
    if given.ca and not Path(given.ca).is_file():
        return f"there is no file `{given.ca}`"
    if not given.url.lower().startswith(("http://", "https://")):
        return f"`{given.url}` is no address of http or https"
    return ""


def _suite(given: argparse.Namespace, found: Guides) -> Suite:
    user = _account(given, "user", "password", _token(given))
    other = _account(given, "other_user", "other_password") if getattr(given, "other_user", None) else None
    options = ReplayOptions(writes=given.write, patience=given.patience, longest_wait=given.longest_wait)
    try:
        tls = ssl.create_default_context(cafile=given.ca) if given.ca else None
    except OSError as fault:
        why = "it has no certificates in PEM form" if isinstance(fault, ssl.SSLError) else fault.strerror
        raise _UsageError(f"--ca {given.ca}: {why}") from None
    return Suite(given.url, found, {None: user}, other, options, given.timeout, tls)


def _token(given: argparse.Namespace) -> str | None:
    return getattr(given, "token", None) or os.environ.get(f"{_PACKAGE.upper()}_TOKEN")


def _account(given: argparse.Namespace, user: str, password: str, token: str | None = None) -> Account:
    """A user of the server with its credentials."""
    name = getattr(given, user, None) or ""
    if token:
        return Account(name, "", TokenGrant(token))
    windows = getattr(given, "windows", False)
    if not name:
        return Account(grant=WindowsGrant() if windows else None)
    variable = f"{_PACKAGE.upper()}_{password.upper()}"
    secret = getattr(given, password) or os.environ.get(variable) or _asked(name, variable)
    return Account(name, secret, WindowsGrant(name, secret) if windows else PasswordGrant(name, secret))


def _asked(name: str, variable: str) -> str:
    try:
        return getpass(f"password of {name}: ")
    except EOFError:
        raise _UsageError(f"set the variable {variable}: there is no terminal to ask for the password") from None


if __name__ == "__main__":
    end_orderly_when_terminated()
    sys.exit(main())
