"""From reference pages, and reports of servers, to specs, and to the drift between both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Faults
from ucwagen.inputs import Inputs, collect
from ucwagen.pipeline.drifting import classed
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.capture.outcome import Task as Task  # noqa: PLC0414 - the commands name it
    from ucwagen.changes.forms.words import Titled


@dataclass(frozen=True, slots=True)
class Captured:
    """What a run of ``capture`` did and found: specs it wrote or updated, undeclared drift, what it could not read."""

    written: tuple[Path, ...]
    updated: tuple[Path, ...]
    drift: Faults | None
    unread: tuple[str, ...]
    classed: Titled | None = None
    """What the drift would change for users of the package, where that was asked for."""


def capture(  # noqa: PLR0913 - each is an option
    places: Sequence[Path],
    specs: Path,
    task: Task,
    summaries: Path | None = None,
    watch: Watch = unwatched,
    *,
    classes: bool = False,
) -> Captured:
    """Hold folders of pages, or single pages, against the specs, and write what the task asks for.

    The first run may find no folder of specs. ``classes`` asks what drift would change for users of the package.
    """
    from ucwagen.capture.drafts import drafts, held_specs
    from ucwagen.capture.outcome import outcome, unread
    from ucwagen.capture.selection import select
    from ucwagen.source import folder

    watch("reading specs")
    inputs = collect(specs) if specs.exists() else Inputs(specs, {})
    known = held_specs(specs, folder.specs(inputs), folder.message_texts(inputs))
    watch("reading pages")
    selection = select(places, known.editions)
    watch("composing specs")
    said = (str(summaries), folder.text_of(summaries)) if summaries else None
    drafted = drafts(selection, known)
    found = outcome(drafted, known, task, said)
    changed = _written(found.texts)
    asked = None
    if classes:
        watch("comparing")
        drift = found.drift.diagnostics if found.drift else ()
        asked = classed(inputs, drafted, known, drift, ", ".join(map(str, places)))
    return Captured(
        written=tuple(path for path in changed if str(path) not in known.texts),
        updated=tuple(path for path in changed if str(path) in known.texts),
        drift=found.drift,
        unread=unread(selection, drafted),
        classed=asked,
    )


def learn(reports: Sequence[Path], specs: Path, task: Task, watch: Watch = unwatched) -> Captured:
    """Hold reports of servers against the specs, and add what these lack, unless the task is to check."""
    from ucwagen.capture.servers.learn import learned
    from ucwagen.source import folder

    watch("reading specs")
    known = folder.specs(collect(specs))
    watch("reading reports")
    texts = {str(path): folder.text_of(path) for path in reports}
    found = learned(texts, specs, known, writes=task != "check")
    return Captured(written=(), updated=_written(found.texts), drift=found.lacking, unread=())


def _written(texts: Mapping[str, str]) -> tuple[Path, ...]:
    """The files that did not hold their text."""
    from ucwagen.disk.atomic import replace

    return tuple(Path(path) for path, text in texts.items() if replace(Path(path), text))
