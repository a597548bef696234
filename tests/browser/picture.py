"""Takes the picture of the page for the docs: ``python -m tests.browser.picture [folder]``, at both widths."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import httpx2
from tests.browser import chromium
from tests.browser.small_png import small_png

from ucwa2.sandbox import SandboxBackend, running

DOCS = Path(__file__).parents[2] / "docs/images"
SIZES = {"": (1440, 900), "-375": (375, 812)}
ANN, BOB = "ann@contoso.com", "bob@contoso.com"


def main(folder: Path) -> None:
    """A picture for each width; the docs show the wide one."""
    backend = SandboxBackend()
    with running(backend, port=8080) as sandbox, chromium.launched() as browser:
        _live(sandbox.url)
        backend.faults.add([{"kind": "status", "path": "/note", "status": 503, "retry_after": "2"}])
        for name, (width, height) in SIZES.items():
            if name and folder == DOCS:
                continue
            page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1)
            page.goto(f"{sandbox.url}/")
            page.wait_for_selector('#connection[data-state="live"]')
            for rel in ("application", "me"):
                page.locator(f'[data-rel="{rel}"]').first.click()
                page.wait_for_selector(f'[data-rel="{rel}"][aria-expanded="true"]')
            page.wait_for_timeout(500)
            (folder / f"sandbox{name}.png").write_bytes(small_png(page.screenshot(full_page=bool(name))))


def _live(url: str) -> None:
    """Let something happen."""

    def act(user: str, action: str, **values: Any) -> None:
        said = {"user": user, "action": action, "values": values}
        httpx2.post(f"{url}/sandbox/act", json=said).raise_for_status()

    act(ANN, "set_note", message="Back at two")
    act(BOB, "set_presence", availability="Busy")
    act(ANN, "send_message", to=BOB, text="Lunch at noon?")
    httpx2.get(f"{url}/sandbox/overview")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
