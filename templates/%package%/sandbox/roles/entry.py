"""The entry of the API: its address stands for the address of its sample; it needs no sample.

In an API without any sample each resource lies below the entry, under its rel.
"""

from __future__ import annotations

from urllib.parse import urljoin

from ..._runtime.base.registry import index
from ..handlers.registry import alias
from ..pages.catalogue import catalogue

_path = urljoin("/", index().entry.path)
_page = next((page for page in catalogue().pages.values() if page.link == index().entry.link), None)
if _page is not None and not catalogue().at(_path):
    _shown = min(_page.paths, default=_path.rstrip("/") or "/")
    if not any(page.paths for page in catalogue().pages.values()):
        for page in [*catalogue().pages.values()]:
            catalogue().give(f"{_shown.rstrip('/')}/{page.rel}", page.rel)
    if not _page.paths:
        catalogue().give(_shown, _page.rel)
    alias(_path, _shown)
