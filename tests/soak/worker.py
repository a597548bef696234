"""A consumer that acknowledges after handling, to be killed at any time: what it handled goes to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from ucwa2 import Client, PasswordGrant


def main(url: str, application: str, folder: Path) -> None:
    """Continue where the last one was killed."""
    place, handled = folder / "position", folder / "handled"
    position = place.read_text() if place.exists() else None
    with Client(url, PasswordGrant("ann@contoso.com", "secret"), acknowledge="after handling") as client:
        client.attach(application, position)
        events = client.events()
        with handled.open("ab", buffering=0) as log:
            for event in events:
                log.write(f"{event.link.href.rsplit('/', 1)[1]}\n".encode())
                events.handled()
                _keep(place, client.position)


def _keep(place: Path, position: str | None) -> None:
    """Written in one step, so that a kill leaves the old file or the new one."""
    if position is not None:
        fresh = place.with_suffix(".new")
        fresh.write_text(position)
        fresh.replace(place)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
