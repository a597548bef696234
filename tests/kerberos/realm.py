"""A realm of MIT Kerberos on loopback: its database, keytab and ticket cache lie in a temporary folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REALM = "UCWAGEN.TEST"
SERVICE = f"HTTP/localhost@{REALM}"
USER, PASSWORD = f"ann@{REALM}", "s3cret-of-ann"
PROGRAMS = ("krb5kdc", "kdb5_util", "kadmin.local", "kinit")
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def missing() -> str:
    """The programs and modules that are not installed; empty if all are."""
    from importlib.util import find_spec

    programs = [name for name in PROGRAMS if shutil.which(name, path=PATH) is None]
    return ", ".join([*programs, *(name for name in ("gssapi", "krb5") if find_spec(name) is None)])


@dataclass(frozen=True)
class Realm:
    """A running realm with one user and one service."""

    folder: Path
    environment: dict[str, str]

    def sign_in(self) -> None:
        """Fill the ticket cache."""
        self.run("kinit", USER, said=f"{PASSWORD}\n")

    def sign_out(self) -> None:
        """Empty the ticket cache."""
        (self.folder / "cache").unlink(missing_ok=True)

    def run(self, *command: str, said: str = "") -> None:
        environment = {**os.environ, **self.environment, "PATH": PATH}
        done = subprocess.run(
            command, env=environment, input=said, text=True, capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"


@contextmanager
def realm(folder: Path) -> Iterator[Realm]:
    """A realm that serves until the block ends."""
    port = _free_port()
    (folder / "krb5.conf").write_text(_client_settings(port), "utf-8")
    (folder / "kdc.conf").write_text(_settings(folder, port), "utf-8")
    names = {"KRB5_CONFIG": "krb5.conf", "KRB5_KDC_PROFILE": "kdc.conf", "KRB5CCNAME": "cache", "KRB5_KTNAME": "keytab"}
    found = Realm(folder, {name: str(folder / file) for name, file in names.items()})
    found.run("kdb5_util", "create", "-s", "-r", REALM, "-P", "master-word")
    found.run("kadmin.local", "-r", REALM, "addprinc", "-pw", PASSWORD, USER)
    found.run("kadmin.local", "-r", REALM, "addprinc", "-randkey", SERVICE)
    found.run("kadmin.local", "-r", REALM, "ktadd", "-k", str(folder / "keytab"), SERVICE)
    environment = {**os.environ, **found.environment, "PATH": PATH}
    with (folder / "kdc.out").open("wb") as said:
        command = ["krb5kdc", "-n", "-r", REALM]
        program = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
    try:
        _wait(port, program)
        yield found
    finally:
        program.terminate()
        program.wait(timeout=10)


def _client_settings(port: int) -> str:
    return f"""[libdefaults]
default_realm = {REALM}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
udp_preference_limit = 1
[realms]
{REALM} = {{
  kdc = 127.0.0.1:{port}
}}
[domain_realm]
localhost = {REALM}
"""


def _settings(folder: Path, port: int) -> str:
    return f"""[kdcdefaults]
kdc_listen = 127.0.0.1:{port}
kdc_tcp_listen = 127.0.0.1:{port}
[realms]
{REALM} = {{
  database_name = {folder}/principal
  key_stash_file = {folder}/stash
  acl_file = {folder}/acl
}}
[logging]
kdc = FILE:{folder}/kdc.log
"""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(port: int, program: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and program.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the key distribution centre did not start")
