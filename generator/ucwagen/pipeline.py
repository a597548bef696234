"""The calls in order, from a folder of specs to the generated tree: the only module that sees every stage.

Nothing is printed here; faults are raised by the stage that finds them. Stages are imported when they are due.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ucwagen import freshness
from ucwagen.diagnostics import Faults
from ucwagen.inputs import REPLAY, SCHEMA, Inputs, collect

if TYPE_CHECKING:
    from ucwagen.capture.outcome import Task as Task  # noqa: PLC0414 - the commands name it
    from ucwagen.counts import Counts, MendList
    from ucwagen.disk.changes import Changes
    from ucwagen.model.types.api import Api
    from ucwagen.python.package.extras import Extras
    from ucwagen.target import View

Files = dict[PurePosixPath, str]
Watch = Callable[[str], None]
"""Is told the name of each stage as it begins."""


def unwatched(stage: str) -> None:
    """Default progress callback: does nothing."""


def model(specs: Path, watch: Watch = unwatched) -> Api:
    """The linked and checked model."""
    return _model(_collected(specs, watch), watch)


def dump(specs: Path, watch: Watch = unwatched) -> dict[str, Any]:
    """The model as plain data."""
    from ucwagen.model import dump as dumped

    return dumped(model(specs, watch))


@dataclass(frozen=True, slots=True)
class Checked:
    """The model of specs from which a package can be made, and warnings about what a person should mend."""

    api: Api
    warnings: Faults | None


def check(specs: Path, watch: Watch = unwatched) -> Checked:
    """The model and the warnings about it: this raises every fault that ``build`` would raise."""
    from ucwagen.lint import Material, warnings
    from ucwagen.source import folder

    inputs = _collected(specs, watch)
    api, given, _ = _shaped(inputs, watch)
    found = warnings(api, Material(folder.specs(inputs), given.examples, folder.guides(inputs)))
    return Checked(api, Faults(found) if found else None)


def render(specs: Path, watch: Watch = unwatched) -> Files:
    """Every generated file by its path below the output folder."""
    return _render(_collected(specs, watch), watch)


def build(specs: Path, out: Path, watch: Watch = unwatched) -> Changes:
    """Bring the tree below ``out`` up to date, in one step. Each spec is read once, for its digest and for the tree."""
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.stamp import is_fresh

    inputs = _collected(specs, watch)
    digest = freshness.digest(inputs.files)
    if is_fresh(out, digest):
        return Changes()
    from ucwagen.disk.write import write
    from ucwagen.python import PYTHON

    return write(out, _render(inputs, watch), PYTHON.versions(), digest)


def outdated(specs: Path, out: Path, watch: Watch = unwatched) -> tuple[PurePosixPath, ...]:
    """What ``build`` would change."""
    from ucwagen.disk.write import compare
    from ucwagen.python import PYTHON

    return compare(out, render(specs, watch), PYTHON.versions())


def other_tools(out: Path) -> tuple[str, ...]:
    """A note for each tool that is installed in another version than the one that printed the tree."""
    from ucwagen.disk.manifest import manifest
    from ucwagen.python import PYTHON

    noted, here = manifest(out).tools, PYTHON.versions()
    others = ((name, version) for name, version in noted.items() if here.get(name, version) != version)
    return tuple(f"{name} {version} printed {out}, and {here[name]} is installed" for name, version in others)


def _collected(specs: Path, watch: Watch) -> Inputs:
    watch("reading specs")
    return collect(specs)


def _model(inputs: Inputs, watch: Watch) -> Api:
    from ucwagen.model import check, link
    from ucwagen.source import folder
    from ucwagen.spec import read_all

    bundle = read_all(folder.specs(inputs))
    watch("linking")
    api = link(bundle)
    check(api)
    return api


def _render(inputs: Inputs, watch: Watch) -> Files:
    from ucwagen import emit, python

    *_, views = _shaped(inputs, watch)
    watch("writing Python")
    return emit.render(views, python.PYTHON)


def _shaped(inputs: Inputs, watch: Watch) -> tuple[Api, Extras, tuple[View, ...]]:
    """The model, the other files, and the views of both: every stage that can find a fault."""
    from ucwagen import python

    api, given = _model(inputs, watch), extras(inputs)
    return api, given, python.shape(api, given)


def extras(inputs: Inputs) -> Extras:
    """The files in the folder of specs that are no specs and go into the package too."""
    from ucwagen.python.package.extras import Extras
    from ucwagen.source import folder, load
    from ucwagen.spec import read
    from ucwagen.spec.guides import GuidesSpec

    replay = folder.text_at(inputs, REPLAY)
    return Extras(
        examples=folder.examples(inputs),
        legal=folder.legal(inputs),
        behaviour=folder.behaviour(inputs),
        served=folder.served(inputs),
        grants=folder.grants(inputs),
        guides=folder.guides(inputs),
        replay=read(load(replay.path, replay.text), GuidesSpec) if replay else None,
    )


def schema(specs: Path) -> bool:
    """Bring the schema of the spec format up to date, in the folder of specs; tells whether it changed."""
    from ucwagen.disk.atomic import replace
    from ucwagen.spec import schema_text

    return replace(_inside(specs) / SCHEMA, schema_text())


def schema_is_outdated(specs: Path) -> bool:
    """Whether ``schema`` would change the file."""
    from ucwagen.disk.atomic import differs
    from ucwagen.spec import schema_text

    return differs(_inside(specs) / SCHEMA, schema_text())


def _inside(folder: Path) -> Path:
    """The folder, seen to be there."""
    next(folder.iterdir(), None)
    return folder


@dataclass(frozen=True, slots=True)
class Captured:
    """What a run of ``capture`` did and found: specs it wrote or updated, undeclared drift, what it could not read."""

    written: tuple[Path, ...]
    updated: tuple[Path, ...]
    drift: Faults | None
    unread: tuple[str, ...]


def capture(
    places: Sequence[Path], specs: Path, task: Task, summaries: Path | None = None, watch: Watch = unwatched
) -> Captured:
    """Hold folders of pages, or single pages, against the specs, and write what the task asks for.

    The first run may find no folder of specs.
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
    return Captured(
        written=tuple(path for path in changed if str(path) not in known.texts),
        updated=tuple(path for path in changed if str(path) in known.texts),
        drift=found.drift,
        unread=unread(selection, drafted),
    )


def _written(texts: Mapping[str, str]) -> tuple[Path, ...]:
    """The files that did not hold their text."""
    from ucwagen.disk.atomic import replace

    return tuple(Path(path) for path, text in texts.items() if replace(Path(path), text))


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
    bundle = read_all(folder.specs(inputs))
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
