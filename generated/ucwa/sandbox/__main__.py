"""``python -m …sandbox``: one command that starts it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import faults
from .world import User, World


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C."""
    package = (__package__ or "").partition(".")[0]
    parser = argparse.ArgumentParser(
        prog=f"python -m {package}.sandbox", description="A local server that speaks the API."
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at")
    parser.add_argument("--port", type=int, default=8080, help="the port to listen at; 0 takes a free one")
    parser.add_argument("--users", type=Path, metavar="FILE", help='JSON: [{"name": …, "password": …, "display": …}]')
    parser.add_argument("--faults", type=Path, metavar="FILE", help="JSON or YAML: what is to go wrong")
    parser.add_argument("--tls", action="store_true", help="serve https with a certificate made for this run")
    given = parser.parse_args(arguments)
    world = World(_users(given.users) if given.users else None)
    if given.faults:
        world.faults.add(faults.read(given.faults))
    with TemporaryDirectory() as folder:
        return _serve(world, given, _certificate(Path(folder)) if given.tls else {})


def _serve(world: World, given: argparse.Namespace, options: dict[str, Any]) -> int:
    try:
        import uvicorn

        from .asgi import app
    except ImportError as fault:
        print(f"the sandbox needs {fault.name}: install the extra `sandbox`", file=sys.stderr)
        return 2
    scheme = "https" if options else "http"
    people = ", ".join(f"{user.name} / {user.password}" for user in world.users.values())
    print(f"discovery at {scheme}://{given.host}:{given.port}/  (users: {people})", file=sys.stderr)
    uvicorn.run(app(world), host=given.host, port=given.port, log_level="info", lifespan="off", **options)
    return 0


def _users(path: Path) -> list[User]:
    try:
        return [User(**row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, TypeError, ValueError) as fault:
        raise SystemExit(f"{path}: {fault}") from None


def _certificate(folder: Path) -> dict[str, Any]:
    """A certificate for this machine, by an authority that nobody trusts but who is told to."""
    try:
        import trustme
    except ImportError:
        raise SystemExit("--tls needs `pip install trustme`") from None
    authority = trustme.CA()
    issued = authority.issue_cert("localhost", "127.0.0.1", "lyncdiscover.localhost", "lyncdiscoverinternal.localhost")
    key, chain = folder / "key.pem", folder / "chain.pem"
    issued.private_key_pem.write_to_path(key)
    chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    authority.cert_pem.write_to_path("sandbox-ca.pem")
    print("trust sandbox-ca.pem, which was written here", file=sys.stderr)
    return {"ssl_keyfile": str(key), "ssl_certfile": str(chain)}


if __name__ == "__main__":
    sys.exit(main())
