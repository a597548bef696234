"""A sandbox in a program: what it takes, why it does not start, and the extra that it needs."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from ucwa2.sandbox import App, SandboxBackend, SandboxUser, running

ANN = SandboxUser("ann@contoso.com", "secret")
MISSING = """
import sys
sys.modules[sys.argv[1]] = None
try:
    exec(sys.argv[2])
except ModuleNotFoundError as fault:
    print(fault)
"""


def test_port_that_is_taken_is_the_reason():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RuntimeError, match=f"the sandbox could not start: .*{port}.* in use"), running(port=port):
            pass


def test_certificate_that_is_missing_is_the_reason():
    with pytest.raises(RuntimeError, match=r"could not start: .*No such file"), running(ssl_certfile="missing.pem"):
        pass


@pytest.mark.parametrize("port", ["x", -1, 65536, None])
def test_port_that_is_none_is_refused(port):
    with pytest.raises(ValueError, match=f"`{port}` is no port"), running(port=port):
        pass


@pytest.mark.parametrize("given", [[ANN], "ann@contoso.com", 5])
def test_what_is_no_backend_is_refused(given):
    with pytest.raises(ValueError, match="give a `SandboxBackend`"), running(given):
        pass
    with pytest.raises(ValueError, match="give a `SandboxBackend`"):
        App(given)


@pytest.mark.parametrize(
    ("users", "reason"),
    [
        (["ann@contoso.com"], "users are a list of `SandboxUser`, not of str"),
        ("ann@contoso.com", "users are a list of `SandboxUser`, not of str"),
        ([{"name": "ann@contoso.com"}], "users are a list of `SandboxUser`, not of dict"),
        ([ANN, SandboxUser("Ann@contoso.com", "other")], "two users have the same name"),
    ],
)
def test_users_that_cannot_be_are_refused(users, reason):
    with pytest.raises(ValueError, match=reason):
        SandboxBackend(users)


@pytest.mark.parametrize(
    ("missing", "program", "extra"),
    [
        ("uvicorn", "from ucwa2.sandbox import running", "sandbox"),
        ("starlette", "from ucwa2.sandbox import App", "sandbox"),
        ("starlette", "import ucwa2.testing", "testing"),
    ],
)
def test_extra_that_is_missing_is_named(missing, program, extra):
    done = subprocess.run(
        [sys.executable, "-c", MISSING, missing, program], capture_output=True, text=True, check=True, timeout=60
    )

    assert f"the sandbox needs {missing}" in done.stdout
    assert f"install the extra `{extra}` of this package" in done.stdout
