"""From a folder of specs to the OpenAPI document of the API, as data and as the text of a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ucwagen.choices import NONE, Choices, Word
from ucwagen.diagnostics import Collector, Faults
from ucwagen.inputs import NOTICE
from ucwagen.pipeline.given import collect
from ucwagen.pipeline.package import linked
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.oas.writing import Form


def openapi(
    specs: Path, watch: Watch = unwatched, choices: Choices = NONE, *, server: Word | None = None
) -> dict[str, Any]:
    """The document. ``server`` is the address of a server, in place of that of the documented messages."""
    from ucwagen.oas import document, server_url
    from ucwagen.source import folder

    faults, given = Collector(), collect(specs, choices, watch)
    url = server_url(server, faults) if server else None
    try:
        api = linked(given, watch)
    except Faults as found:
        faults.extend(found)
    faults.finish()
    watch("describing")
    notice = folder.legal(given.inputs).get(NOTICE, "")
    return document(api, folder.examples(given.inputs), server=url, notice=notice)


def openapi_text(
    specs: Path, form: Form, watch: Watch = unwatched, choices: Choices = NONE, *, server: Word | None = None
) -> str:
    """The document as text."""
    from ucwagen.oas import as_text

    return as_text(openapi(specs, watch, choices, server=server), form)


def write_openapi(path: Path, text: str) -> bool:
    """Make the file hold the text; tells whether that changed it."""
    from ucwagen.disk.atomic import replace

    return replace(path, text)


def openapi_is_outdated(path: Path, text: str) -> bool:
    """Whether ``write_openapi`` would change the file."""
    from ucwagen.disk.atomic import differs

    return differs(path, text)
