"""Chromium of this machine, and pages served from an origin of their own."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parent / "pages"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """The path of the browser."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def missing() -> str:
    """What is not installed; empty if all is."""
    here = {"chromium": program(), "playwright (make browser)": find_spec("playwright")}
    return ", ".join(name for name, found in here.items() if found is None)


@contextmanager
def launched() -> Iterator[Any]:
    """The browser; it writes nothing outside of a temporary folder."""
    from playwright.sync_api import sync_playwright

    is_root = os.name == "posix" and os.geteuid() == 0
    options = ["--disable-dev-shm-usage", "--disable-gpu", *(["--no-sandbox"] if is_root else [])]
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program(), args=options)
        try:
            yield found
        finally:
            found.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said: Any) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(folder: Path = PAGES) -> Iterator[int]:
    """A folder on a port of loopback: an origin of its own by each name of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join(5)
