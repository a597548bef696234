"""What the examples have in common: arguments, how to sign in, and how a program ends.

USER is ann@contoso.com or CONTOSO\\ann, with its password in the variable UCWA_PASSWORD. With ``--windows`` the user
signs in by Kerberos or NTLM (`pip install 'ucwa2[windows]'`): with that password, or without one as the user of this
session, whose ticket or logon is used.

Exit codes: 0 done; 1 the server does not accept the user, or as the example says; 2 wrong arguments; 3 no usable answer
of the server; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from ucwa2 import PasswordGrant, WindowsGrant
from ucwa2.errors import AuthenticationError, UcwaError


def arguments(description: str) -> argparse.ArgumentParser:
    """The arguments of every example; an example adds its own."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("url", help="the address of a discovery service")
    parser.add_argument("user", help="such as ann@contoso.com; the password is read from UCWA_PASSWORD")
    parser.add_argument("--windows", action="store_true", help="sign in by Kerberos or NTLM")
    parser.add_argument("--format", choices=["json", "xml"], default="json")
    return parser


def grant_of(given: argparse.Namespace) -> PasswordGrant | WindowsGrant:
    """How the user signs in."""
    password = os.environ.get("UCWA_PASSWORD")
    if given.windows:
        return WindowsGrant(given.user, password) if password else WindowsGrant()
    if not password:
        print("the variable UCWA_PASSWORD has no password", file=sys.stderr)
        raise SystemExit(2)
    return PasswordGrant(given.user, password)


def end(main: Callable[[], int | None]) -> NoReturn:
    """Run a program, and end it with an exit code and one line for an error."""
    try:
        code = main()
    except AuthenticationError as fault:
        print(f"cannot sign in: {fault}", file=sys.stderr)
        code = 1
    except (UcwaError, TimeoutError) as fault:
        print(f"went wrong: {fault}", file=sys.stderr)
        code = 3
    except KeyboardInterrupt:
        code = 130
    sys.exit(code or 0)
