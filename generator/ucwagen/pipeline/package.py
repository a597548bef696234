"""From a folder of specs to the generated tree. Nothing is printed; faults are raised by the stage that finds them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from ucwagen import freshness
from ucwagen.calls import directly
from ucwagen.choices import NONE, Choices
from ucwagen.diagnostics import Diagnostic, Faults
from ucwagen.inputs import LICENSE, REPLAY, Inputs
from ucwagen.overwriting import REFUSED, Overwriting
from ucwagen.pipeline.caching import Caching, uncached
from ucwagen.pipeline.given import Given, collect
from ucwagen.pipeline.watch import Watch, unwatched
from ucwagen.target import Content

if TYPE_CHECKING:
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.difference import Difference
    from ucwagen.model.types.api import Api
    from ucwagen.pipeline.recall import Recall
    from ucwagen.python.package.extras import Extras
    from ucwagen.spec.guides import GuidesSpec
    from ucwagen.target import View

Files = dict[PurePosixPath, Content]


def model(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Api:
    """The linked and checked model."""
    return linked(collect(specs, choices, watch), watch)


def dump(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> dict[str, Any]:
    """The model as plain data."""
    from ucwagen.model import dump as dumped

    return dumped(model(specs, watch, choices))


def render(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Files:
    """Every generated file by its path below the output folder."""
    return _render(collect(specs, choices, watch), watch)[0]


def build(  # noqa: PLR0913 - what a job says, and how it is run
    specs: Path,
    out: Path,
    watch: Watch = unwatched,
    choices: Choices = NONE,
    *,
    overwriting: Overwriting = REFUSED,
    caching: Caching = uncached,
) -> Changes:
    """Bring the tree below ``out`` up to date, in one step. Each spec is read once, for its digest and for the tree.

    A tree that holds the package of other specs is refused, unless ``overwriting`` wants to replace it.
    """
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.stamp import is_fresh, renew

    refuse_place(specs, out, choices)
    given = collect(specs, choices, watch)
    tools = freshness.toolchain(choices)
    digest = freshness.digest(given.files(), choices, tools)
    if is_fresh(out, digest):
        renew(out)
        return Changes()
    from ucwagen.disk.write import write
    from ucwagen.python import PYTHON

    with (uncached if given.own.files or given.header else caching)(specs, tools) as recall:
        files, warnings = _render(given, watch, recall)
    files = _finished(files, out, choices, watch)
    changes = write(out, files, PYTHON.versions(), digest, overwriting)
    return replace(changes, warnings=warnings)


def difference(specs: Path, out: Path, watch: Watch = unwatched, choices: Choices = NONE) -> tuple[Difference, ...]:
    """What ``build`` would change, with the texts before and after."""
    from ucwagen.disk.difference import difference
    from ucwagen.python import PYTHON

    refuse_place(specs, out, choices)
    files = _finished(render(specs, watch, choices), out, choices, watch)
    return difference(out, files, PYTHON.versions())


def is_stamped(specs: Path, out: Path, choices: Choices = NONE) -> bool:
    """Return whether the last build here had the same inputs, and no file has changed since."""
    from ucwagen.disk.stamp import is_fresh

    return is_fresh(out, freshness.digest(collect(specs, choices, unwatched).files(), choices))


def other_tools(out: Path) -> tuple[str, ...]:
    """A note for each tool that is installed in another version than the one that printed the tree."""
    from ucwagen.disk.manifest import manifest
    from ucwagen.python import PYTHON

    noted, here = manifest(out).tools, PYTHON.versions()
    others = ((name, version) for name, version in noted.items() if here.get(name, version) != version)
    return tuple(f"{name} {version} printed {out}, and {here[name]} is installed" for name, version in others)


def refuse_place(specs: Path, out: Path, choices: Choices) -> None:
    """Refuse a tree among its specs or around them, among its templates, or whose hooks build it again."""
    from ucwagen.config.apart import specs_overlap
    from ucwagen.disk.refusal import misplaced
    from ucwagen.hooks.hook import refuse_nested

    why = specs_overlap(specs, out) or refuse_nested(out)
    if (
        not why
        and choices.templates
        and Path(os.path.realpath(out)).is_relative_to(os.path.realpath(choices.templates))
    ):
        own = choices.templates
        why = f"lies in the folder of templates {own}, where it would be read as templates; give another folder"
    if why:
        raise misplaced(out, why)


def linked(given: Given, watch: Watch, recall: Recall | None = None) -> Api:
    """The linked and checked model of files that are read."""
    from ucwagen.model import check, link
    from ucwagen.source import folder
    from ucwagen.spec.read import parsed, read_all

    bundle = read_all(folder.specs(given.inputs), recall.reading if recall else parsed, given.inputs.root)
    watch("linking")
    api = link(bundle, given.choices)
    check(api)
    return api


def _render(given: Given, watch: Watch, recall: Recall | None = None) -> tuple[Files, tuple[Diagnostic, ...]]:
    """The files, and warnings about those of the user's own.

    Where a cache has lost the places of faults, these are looked for again without it.
    """
    from ucwagen import emit, python

    try:
        *_, views = shaped(given, watch, recall)
    except Faults:
        if recall is None or recall.has_places:
            raise
        return _render(given, watch)
    watch("writing Python")
    if recall is None:
        files = emit.render(views, python.PYTHON, given.own, given.header)
        return files, emit.warnings(views, python.PYTHON, given.own)
    files = emit.render(recall.known(views), python.PYTHON)
    recall.learn(files)
    return files, ()


def _finished(files: Files, out: Path, choices: Choices, watch: Watch) -> Files:
    """The files as the hooks leave them."""
    if not choices.hooks:
        return files
    from ucwagen.disk.finishing import finished
    from ucwagen.hooks.run import run

    watch("running hooks")
    return finished(out, files, lambda tree: run(choices.hooks, tree, out))


def shaped(given: Given, watch: Watch, recall: Recall | None = None) -> tuple[Api, Extras, tuple[View, ...]]:
    """The model, the other files, and the views of both: every stage that can find a fault."""
    from ucwagen import python

    api, more = linked(given, watch, recall), replace(extras(given.inputs, recall), place=given.place)
    if given.license is not None:
        more = replace(more, legal={**more.legal, LICENSE: given.license})
    return api, more, python.shape(api, more, recall.call if recall else directly)


def extras(inputs: Inputs, recall: Recall | None = None) -> Extras:
    """The files in the folder of specs that are no specs and go into the package too."""
    from ucwagen.python.package.extras import Extras
    from ucwagen.source import folder
    from ucwagen.spec.read import GUIDES, parsed

    replay = folder.text_at(inputs, REPLAY)
    call, reading = (recall.call, recall.reading) if recall else (directly, parsed)
    return Extras(
        examples=folder.examples(inputs, call),
        legal=folder.legal(inputs),
        behaviour=folder.behaviour(inputs),
        served=folder.served(inputs),
        grants=folder.grants(inputs),
        guides=folder.guides(inputs, call),
        digests=freshness.digests(inputs.files),
        replay=cast("GuidesSpec", reading(GUIDES, replay.path, replay.text)) if replay else None,
    )
