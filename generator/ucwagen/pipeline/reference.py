"""From a folder of specs to the pages of their reference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.choices import NONE, Choices
from ucwagen.overwriting import REFUSED, Overwriting
from ucwagen.pipeline.given import collect
from ucwagen.pipeline.package import Files, refuse_place, shaped
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.disk.changes import Changes


def pages(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Files:
    """Every page by its path below the output folder. Every fault that a build would raise is raised here too."""
    from ucwagen import emit, reference

    api, more, _ = shaped(collect(specs, choices, watch), watch)
    watch("writing pages")
    return emit.render(reference.shape(api, more.examples), reference.MARKDOWN)


def reference(
    specs: Path, out: Path, watch: Watch = unwatched, choices: Choices = NONE, *, overwriting: Overwriting = REFUSED
) -> Changes:
    """Bring the pages below ``out`` up to date, in one step."""
    from ucwagen.disk.write import write

    refuse_place(specs, out, choices)
    return write(out, pages(specs, watch, choices), overwriting=overwriting)


def outdated_pages(specs: Path, out: Path, watch: Watch = unwatched, choices: Choices = NONE) -> tuple[Path, ...]:
    """The files that ``reference`` would change."""
    from ucwagen.disk.write import compare

    refuse_place(specs, out, choices)
    return tuple(out / path for path in compare(out, pages(specs, watch, choices)))
