"""From a folder of specs to the generated tree. Nothing is printed; faults are raised by the stage that finds them."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from ucwagen import freshness
from ucwagen.calls import directly
from ucwagen.diagnostics import Faults
from ucwagen.inputs import REPLAY, Inputs, collect
from ucwagen.pipeline.caching import Caching, uncached
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.difference import Difference
    from ucwagen.model.types.api import Api
    from ucwagen.pipeline.recall import Recall
    from ucwagen.python.package.extras import Extras
    from ucwagen.spec.guides import GuidesSpec
    from ucwagen.target import View

Files = dict[PurePosixPath, str]


def model(specs: Path, watch: Watch = unwatched) -> Api:
    """The linked and checked model."""
    return _model(_collected(specs, watch), watch)


def dump(specs: Path, watch: Watch = unwatched) -> dict[str, Any]:
    """The model as plain data."""
    from ucwagen.model import dump as dumped

    return dumped(model(specs, watch))


def render(specs: Path, watch: Watch = unwatched) -> Files:
    """Every generated file by its path below the output folder."""
    return _render(_collected(specs, watch), watch)


def build(
    specs: Path, out: Path, watch: Watch = unwatched, *, force: bool = False, caching: Caching = uncached
) -> Changes:
    """Bring the tree below ``out`` up to date, in one step. Each spec is read once, for its digest and for the tree.

    A tree that holds the package of other specs is refused, unless ``force`` says to replace it.
    """
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.stamp import is_fresh, renew

    _refuse_among_specs(specs, out)
    inputs = _collected(specs, watch)
    tools = freshness.toolchain()
    digest = freshness.digest(inputs.files, tools)
    if is_fresh(out, digest):
        renew(out)
        return Changes()
    from ucwagen.disk.write import write
    from ucwagen.python import PYTHON

    with caching(specs, tools) as recall:
        files = _render(inputs, watch, recall)
    return write(out, files, PYTHON.versions(), digest, force=force)


def difference(specs: Path, out: Path, watch: Watch = unwatched) -> tuple[Difference, ...]:
    """What ``build`` would change, with the texts before and after."""
    from ucwagen.disk.difference import difference
    from ucwagen.python import PYTHON

    _refuse_among_specs(specs, out)
    return difference(out, render(specs, watch), PYTHON.versions())


def other_tools(out: Path) -> tuple[str, ...]:
    """A note for each tool that is installed in another version than the one that printed the tree."""
    from ucwagen.disk.manifest import manifest
    from ucwagen.python import PYTHON

    noted, here = manifest(out).tools, PYTHON.versions()
    others = ((name, version) for name, version in noted.items() if here.get(name, version) != version)
    return tuple(f"{name} {version} printed {out}, and {here[name]} is installed" for name, version in others)


def _refuse_among_specs(specs: Path, out: Path) -> None:
    """Refuse a tree whose files the next build would read as specs; names that begin with a dot it ignores."""
    from ucwagen.disk.refusal import refuse

    real, place = os.path.realpath(specs), os.path.realpath(out)
    if os.path.commonpath((real, place)) != real:
        return
    below = Path(os.path.relpath(place, real)).parts
    if not any(name.startswith(".") for name in below):
        raise refuse(out, f"lies in the folder of specs {specs}, where it would be read as specs; give another folder")


def _collected(specs: Path, watch: Watch) -> Inputs:
    watch("reading specs")
    return collect(specs)


def _model(inputs: Inputs, watch: Watch, recall: Recall | None = None) -> Api:
    from ucwagen.model import check, link
    from ucwagen.source import folder
    from ucwagen.spec.read import parsed, read_all

    bundle = read_all(folder.specs(inputs), recall.reading if recall else parsed)
    watch("linking")
    api = link(bundle)
    check(api)
    return api


def _render(inputs: Inputs, watch: Watch, recall: Recall | None = None) -> Files:
    """Every file. Where a cache has lost the places of faults, these are looked for again without it."""
    from ucwagen import emit, python

    if recall is None:
        *_, views = shaped(inputs, watch)
        watch("writing Python")
        return emit.render(views, python.PYTHON)
    try:
        *_, views = shaped(inputs, watch, recall)
    except Faults:
        if recall.has_places:
            raise
        return _render(inputs, watch)
    watch("writing Python")
    files = emit.render(recall.known(views), python.PYTHON)
    recall.learn(files)
    return files


def shaped(inputs: Inputs, watch: Watch, recall: Recall | None = None) -> tuple[Api, Extras, tuple[View, ...]]:
    """The model, the other files, and the views of both: every stage that can find a fault."""
    from ucwagen import python

    api, given = _model(inputs, watch, recall), extras(inputs, recall)
    return api, given, python.shape(api, given, recall.call if recall else directly)


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
        replay=cast("GuidesSpec", reading(GUIDES, replay.path, replay.text)) if replay else None,
    )
