"""``python -m <package>.conformance URL``: the documented messages of guides, sent to a server and compared."""

from __future__ import annotations

import argparse
import ssl
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from .._runtime.base.errors import Error
from .._runtime.base.output import end_orderly_when_terminated, written
from .._runtime.base.registry import index
from .._runtime.calls.errors import TransportError
from .._runtime.client.sign_in_arguments import OTHER, UsageError, add_sign_in, grant_of, takes_user
from .replay import ReplayOptions
from .report import FORMATS, as_json, markdown, text
from .results import GuideResult, StepOutcome
from .sending import OutOfReach
from .suite import Account, Suite
from .transcript import Guides, guides

HEALTHY, DIFFERS, USAGE, OUT_OF_REACH, INTERRUPTED = 0, 1, 2, 3, 130
_WRITERS = {"text": text, "json": as_json, "markdown": markdown}
_ADVICE = "; --write sends requests that change something too"
_PACKAGE = (__package__ or "").partition(".")[0]


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
    except (UsageError, Error) as problem:
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
    if code == HEALTHY and any(one.ended_early for one in results):
        code = INTERRUPTED
        _say(f"{given.max_time:g} seconds were over: see what was left out")
    if code == HEALTHY and any(one.outcome is StepOutcome.DIFFERS for one in results):
        code = DIFFERS
    if code == HEALTHY and not any(one.is_compared for one in results):
        _say("nothing was compared: the report says why each step was left out" + _ADVICE * (not given.write))
    return written("conformance", f"{_WRITERS[given.form](results)}\n", code) if results or not fault else code


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
    if index().sign_in:
        add_sign_in(parser)
        parser.add_argument("--other-user", metavar="NAME", help="a second test user, who plays all other persons")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for each answer")
    parser.add_argument("--patience", type=float, default=20.0, metavar="SECONDS", help="for each event")
    parser.add_argument("--longest-wait", type=float, default=0.0, metavar="SECONDS",
                        help="the most that a guide may wait for time to pass; else its steps are left out")  # fmt: skip
    parser.add_argument("--max-time", type=float, metavar="SECONDS", help="for the whole run; no limit if not given")
    parser.add_argument("--ca", metavar="FILE", help="certificates of authorities to trust")
    parser.add_argument("--as", dest="form", choices=FORMATS, default="text", help="the form of the report")
    return parser


def _usage(given: argparse.Namespace, found: Guides) -> str:
    """What is wrong with the arguments; empty if nothing is."""
    unknown = [name for name in given.guide if name not in found.guides]
    if unknown:
        return f"there is no guide `{unknown[0]}`; --list names them"
    if not given.url:
        return "the address of a server is missing; --help says more"
    if not all(value > 0 for value in (given.timeout, given.patience, 1 if given.max_time is None else given.max_time)):
        return "limits are greater than 0"
    if given.ca and not Path(given.ca).is_file():
        return f"there is no file `{given.ca}`"
    if not given.url.lower().startswith(("http://", "https://")):
        return f"`{given.url}` is no address of http or https"
    return ""


def _suite(given: argparse.Namespace, found: Guides) -> Suite:
    user, other = Account(), None
    if index().sign_in:
        user = _account(given, given.user)
        other = _account(given, given.other_user, OTHER) if given.other_user is not None else None
    options = ReplayOptions(writes=given.write, patience=given.patience, longest_wait=given.longest_wait)
    try:
        tls = ssl.create_default_context(cafile=given.ca) if given.ca else None
    except OSError as fault:
        why = "it has no certificates in PEM form" if isinstance(fault, ssl.SSLError) else fault.strerror
        raise UsageError(f"--ca {given.ca}: {why}") from None
    return Suite(given.url, found, {None: user}, other, options, given.timeout, tls, given.max_time)


def _account(given: argparse.Namespace, name: str | None, whose: str = "") -> Account:
    """A user of the server with its credentials; a grant without a user is still that of a person with a name."""
    grant = grant_of(name if takes_user(given.grant) else None, given.grant, given.given, whose)
    name = name or getattr(grant, "user", None)
    return Account(name or "", str(getattr(grant, "password", None) or ""), grant)


if __name__ == "__main__":
    end_orderly_when_terminated()
    sys.exit(main())
