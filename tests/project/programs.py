"""The examples as programs, run as users run them."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.support import ROOT

EXAMPLES = ROOT / "docs" / "examples"
ANN, BOB = "ann@contoso.com", "bob@contoso.com"
_NOT_INHERITED = ("UCWA_PASSWORD", "NTLM_USER_FILE")
"""Variables of the session of who runs the tests, and of a sandbox in this process."""


def start(
    name: str, url: str, user: str, *arguments: str, password: str | None = "secret", **more: str
) -> subprocess.Popen[str]:
    """An example that runs, with pipes for its output; ``more`` are other variables of its environment."""
    environment = {key: value for key, value in os.environ.items() if key not in _NOT_INHERITED}
    environment |= {"PYTHONPATH": str(ROOT / "generated"), **more}
    environment |= {} if password is None else {"UCWA_PASSWORD": password}
    command = [sys.executable, str(EXAMPLES / f"{name}.py"), f"{url}/", user, *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(
    name: str, url: str, user: str, *arguments: str, password: str | None = "secret", **more: str
) -> tuple[int, str, str]:
    """The exit code and the output of an example that ends by itself."""
    with start(name, url, user, *arguments, password=password, **more) as program:
        out, err = program.communicate(timeout=60)
    return program.returncode, out, err
