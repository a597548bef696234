"""What the API is, its licence, and where its address is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from ucwagen.model.types.api import Api
from ucwagen.oas.addresses.routes import Examples
from ucwagen.oas.text.prose import one_line, paragraphs
from ucwagen.source import http
from ucwagen.source.addresses import requested

Json = dict[str, Any]
LINKS = (
    "Addresses of this API are in links: a client begins at the entry and follows what it finds. The paths of this "
    "document are those of the documented messages, with a parameter for each step that varies. "
    "A server may have others."
)


def info(api: Api, notice: str) -> Json:
    """Title, version, licence and credits."""
    package = api.package
    author = next(iter(package.authors), None)
    contact = {"name": author.name, "email": author.email} if author else {}
    contact = {name: text for name, text in contact.items() if text}
    return {
        "title": package.distribution,
        "version": package.version,
        "summary": one_line(package.summary),
        "description": paragraphs((package.summary, LINKS, notice.strip())),
        **({"contact": contact} if contact else {}),
        **({"license": {"name": package.license, "identifier": package.license}} if package.license else {}),
    }


def servers(server: str | None, examples: Examples) -> list[Json]:
    """The given server, or the one of most documented requests."""
    if server:
        return [{"url": server}]
    found = Counter(_origins(one for page in sorted(examples) for one in examples[page]))
    return [{"url": url, "description": "The server of the documented messages."} for url, _ in found.most_common(1)]


def _origins(examples: Iterable[http.Example]) -> Iterator[str]:
    for one in examples:
        if one.direction == "request" and not one.edition:
            address = urlsplit(requested(http.split(one.text)))
            if address.scheme and address.netloc:
                yield f"{address.scheme}://{address.netloc}"
