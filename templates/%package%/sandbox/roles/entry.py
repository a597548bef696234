"""The entry of the API: its address stands for the address of its sample, if the samples show another one."""

from __future__ import annotations

from urllib.parse import urljoin

from ..._runtime.base.registry import index
from ..handlers.registry import alias
from ..pages.catalogue import catalogue

_path = urljoin("/", index().entry.path)
_page = next((page for page in catalogue().pages.values() if page.link == index().entry.link and page.paths), None)
if _page is not None and not catalogue().at(_path):
    alias(_path, min(_page.paths))
