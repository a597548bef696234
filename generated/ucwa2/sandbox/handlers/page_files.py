"""Files for browsers, which lie in the package beside the modules that serve them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..http.messages import HttpResponse

TYPES = {"css": "text/css", "html": "text/html", "js": "text/javascript", "svg": "image/svg+xml"}
"""The media types of files by their endings."""
_SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-cache",
}


def page_file(name: str, policy: str, *, folder: str = "behaviour") -> HttpResponse:
    """A file of a folder of the sandbox, with its Content-Security-Policy."""
    kind = TYPES[name.rpartition(".")[2]]
    headers = {"content-type": f"{kind}; charset=utf-8", "content-security-policy": policy, **_SAFE}
    return HttpResponse(content=_read(folder, name), headers=headers)


@cache
def _read(folder: str, name: str) -> bytes:
    return files(__name__.rsplit(".", 2)[0]).joinpath(folder, name).read_bytes()
