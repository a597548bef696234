"""``python -m <package>.sandbox``: starts the sandbox."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from .._runtime.base.registry import index
from . import SandboxBackend, SandboxUser
from .http.json_input import convert, read
from .state.users import check_users

_LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C."""
    given = _parser().parse_args(arguments)
    backend = SandboxBackend(_users(given.users) if given.users else None)
    if getattr(given, "windows", False):
        _offer_windows(backend)
    if given.faults:
        _add_faults(backend, given.faults)
    with TemporaryDirectory() as folder:
        return _serve(backend, given, _certificate(Path(folder)) if given.tls else {})


def _parser() -> argparse.ArgumentParser:
    package = (__package__ or "").partition(".")[0]
    parser = argparse.ArgumentParser(
        prog=f"python -m {package}.sandbox", description="A local server that speaks the API."
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=_port, default=8080, help="the port to listen on; 0 takes a free one")
    parser.add_argument(
        "--users",
        type=Path,
        metavar="FILE",
        help="JSON or YAML: [{name: ann@example.com, password: secret, display: Ann Adams, …}]",
    )
    parser.add_argument("--faults", type=Path, metavar="FILE", help="JSON or YAML: a list of faults")
    if (sign_in := index().sign_in) and "windows" in sign_in.grants:
        parser.add_argument("--windows", action="store_true", help="let users sign in by Kerberos or NTLM too")
    parser.add_argument("--tls", action="store_true", help="serve https with a certificate made for this run")
    return parser


def _port(word: str) -> int:
    if not word.isascii() or not word.isdecimal() or int(word) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"`{word}` is no port: expected a number from 0 to {_LAST_PORT}")
    return int(word)


def _serve(backend: SandboxBackend, given: argparse.Namespace, options: dict[str, Any]) -> int:
    try:
        from .server.http_server import serve
    except ImportError as fault:
        print(f"the sandbox needs {fault.name}: install the extra `sandbox`", file=sys.stderr)
        return 2
    serve(backend, given.host, given.port, log_level="info", **options)
    return 0


def _offer_windows(backend: SandboxBackend) -> None:
    if find_spec("spnego") is None:
        raise SystemExit("--windows needs the extra `windows` of this package")
    backend.settings.windows = True


def _add_faults(backend: SandboxBackend, path: Path) -> None:
    found = read(path)
    try:
        if not isinstance(found, list):
            raise ValueError("expected a list of faults")
        backend.faults.add(found)
    except ValueError as fault:
        raise SystemExit(f"{path}: {fault}") from None


def _users(path: Path) -> list[SandboxUser]:
    """The users of a file; a field of bytes, such as a photo, is the name of a file beside it."""
    found = read(path)
    try:
        if not isinstance(found, list):
            raise ValueError("expected a list of users")
        return check_users([_user(row, path.parent) for row in found])
    except (OSError, ValueError) as fault:
        raise SystemExit(f"{path}: {fault}") from None


def _user(row: Any, folder: Path) -> SandboxUser:
    if isinstance(row, dict):
        names = [item.name for item in msgspec.structs.fields(SandboxUser) if item.type is bytes]
        files = {name: (folder / row[name]).read_bytes() for name in names if isinstance(row.get(name), str)}
        row = {**row, **files}
    return convert(row, SandboxUser)


def _certificate(folder: Path) -> dict[str, Any]:
    """A certificate for this machine, signed by a throw-away CA."""
    try:
        import trustme
    except ImportError:
        raise SystemExit("--tls needs `pip install trustme`") from None
    authority = trustme.CA()
    hosts = [f"{host}.localhost" for host in index().discovery]
    issued = authority.issue_cert("localhost", "127.0.0.1", *hosts)
    key, chain = folder / "key.pem", folder / "chain.pem"
    issued.private_key_pem.write_to_path(key)
    chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    authority.cert_pem.write_to_path("sandbox-ca.pem")
    print("clients must trust the certificate in sandbox-ca.pem, which was written here", file=sys.stderr)
    return {"ssl_keyfile": str(key), "ssl_certfile": str(chain)}


if __name__ == "__main__":
    sys.exit(main())
