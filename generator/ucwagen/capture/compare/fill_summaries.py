"""Sentences that people wrote in a file of their own, put into specs where these say TODO, and nowhere else.

The file is YAML: the path of a spec, in it the path of a fact, in it the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from ucwagen.capture.compare.edits import Edit, applied, ended_as, start
from ucwagen.capture.compare.read_summaries import places
from ucwagen.capture.compose.spec_text import scalar
from ucwagen.diagnostics import Collector, nearest
from ucwagen.source import load
from ucwagen.source.node import Entry, Scalar
from ucwagen.source.node import Mapping as Table
from ucwagen.source.text import shown
from ucwagen.spec.placeholders import TODO
from ucwagen.spec.read import FOLDERS


def filled(path: str, text: str, specs: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """The specs that the file at ``path`` changes, of all ``texts``, with its sentences in them."""
    faults = Collector()
    root = load(path, text)
    known = {PurePath(path).relative_to(specs).as_posix(): path for path in texts}
    known = {name: path for name, path in known.items() if PurePath(name).parent.name in FOLDERS}
    found: dict[str, str] = {}
    for entry in root if isinstance(root, Table) else ():
        name = entry.key.text
        if name not in known:
            faults.error(entry.key.span, f"there is no spec {shown(name)}{nearest(name, known)}")
        elif not isinstance(entry.value, Table):
            faults.error(entry.value.span, "write `fact: sentence` lines under the path of a spec")
        else:
            found[known[name]] = _filled(known[name], texts[known[name]], entry.value, faults)
    faults.finish()
    return {path: text for path, text in found.items() if text != texts[path]}


def _filled(path: str, text: str, said: Table, faults: Collector) -> str:
    root = load(path, text)
    held = places(root)
    edits = [edit for entry in said for edit in _edits(entry, held, faults)]
    return ended_as(text, applied(root.span.source.text, edits)) if edits else text


def _edits(entry: Entry, held: Mapping[str, Scalar], faults: Collector) -> Iterator[Edit]:
    at, value = entry.key.text, entry.value
    sentence = " ".join(value.text.split()) if isinstance(value, Scalar) else ""
    if at not in held:
        faults.error(entry.key.span, f"the spec has no summary of {shown(at)}{nearest(at, held)}")
    elif sentence in ("", TODO):
        faults.error(value.span, "this is no sentence; write one, on one line")
    elif held[at].text == TODO:
        yield Edit(start(held[at]), held[at].end, scalar(sentence))
    elif held[at].text != sentence:
        message = f"{shown(at)} has another summary already; remove this one, or change the spec by hand"
        faults.error(value.span, message, (held[at].span, "the summary that it has"))
