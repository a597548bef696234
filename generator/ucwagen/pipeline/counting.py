"""The facts of the specs, counted and explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.inputs import collect
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.counts import Counts, MendList


def mends(specs: Path) -> MendList:
    """What was mended in the documented messages."""
    from ucwagen.counts import mends as declared
    from ucwagen.source.folder import all_examples

    return declared(all_examples(collect(specs)))


def counts(folders: Sequence[Path], specs: Path, watch: Watch = unwatched) -> Counts:
    """How many facts of each kind the specs hold, explained by the pages of the folders, where any are given."""
    from ucwagen.capture.selection import select
    from ucwagen.counts import Rows, balance, declared_differences, of_pages, of_specs
    from ucwagen.model import check, link
    from ucwagen.source import folder
    from ucwagen.spec import read_all

    watch("reading specs")
    inputs = collect(specs)
    bundle = read_all(folder.specs(inputs), root=inputs.root)
    api = link(bundle)
    check(api)
    held = of_specs(api, folder.examples(inputs))
    watch("reading pages")
    rows: dict[str, Rows] = {}
    if folders:
        chosen = select(folders, bundle.api.editions)
        pages = {edition: [page for page in chosen.pages if page.edition == edition] for edition in chosen.editions}
        rows = {edition or "pages": of_pages(found) for edition, found in pages.items() if found}
    return balance(held, rows, declared_differences(bundle))
