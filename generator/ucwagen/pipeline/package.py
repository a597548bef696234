"""From a folder of specs to the generated tree. Nothing is printed; faults are raised by the stage that finds them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ucwagen import freshness
from ucwagen.choices import NONE, Choices
from ucwagen.diagnostics import Faults
from ucwagen.inputs import REPLAY, Inputs, collect
from ucwagen.pipeline.watch import Watch, unwatched

if TYPE_CHECKING:
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.difference import Difference
    from ucwagen.model.types.api import Api
    from ucwagen.python.package.extras import Extras
    from ucwagen.target import View

Files = dict[PurePosixPath, str]


def model(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Api:
    """The linked and checked model."""
    return _model(_collected(specs, watch), watch, choices)


def dump(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> dict[str, Any]:
    """The model as plain data."""
    from ucwagen.model import dump as dumped

    return dumped(model(specs, watch, choices))


@dataclass(frozen=True, slots=True)
class Checked:
    """The model of specs from which a package can be made, and warnings about what a person should mend."""

    api: Api
    warnings: Faults | None


def check(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Checked:
    """The model and the warnings about it: this raises every fault that ``build`` would raise."""
    from ucwagen.lint import Material, warnings
    from ucwagen.source import folder

    inputs = _collected(specs, watch)
    api, given, _ = shaped(inputs, watch, choices)
    found = warnings(api, Material(folder.specs(inputs), given.examples, folder.guides(inputs)))
    return Checked(api, Faults(found) if found else None)


def render(specs: Path, watch: Watch = unwatched, choices: Choices = NONE) -> Files:
    """Every generated file by its path below the output folder."""
    return _render(_collected(specs, watch), watch, choices)


def build(specs: Path, out: Path, watch: Watch = unwatched, choices: Choices = NONE, *, force: bool = False) -> Changes:
    """Bring the tree below ``out`` up to date, in one step. Each spec is read once, for its digest and for the tree.

    A tree that holds the package of other specs is refused, unless ``force`` says to replace it.
    """
    from ucwagen.disk.changes import Changes
    from ucwagen.disk.stamp import is_fresh, renew

    refuse_among_specs(specs, out)
    inputs = _collected(specs, watch)
    digest = freshness.digest(inputs.files, choices)
    if is_fresh(out, digest):
        renew(out)
        return Changes()
    from ucwagen.disk.write import write
    from ucwagen.python import PYTHON

    return write(out, _render(inputs, watch, choices), PYTHON.versions(), digest, force=force)


def difference(specs: Path, out: Path, watch: Watch = unwatched, choices: Choices = NONE) -> tuple[Difference, ...]:
    """What ``build`` would change, with the texts before and after."""
    from ucwagen.disk.difference import difference
    from ucwagen.python import PYTHON

    refuse_among_specs(specs, out)
    return difference(out, render(specs, watch, choices), PYTHON.versions())


def other_tools(out: Path) -> tuple[str, ...]:
    """A note for each tool that is installed in another version than the one that printed the tree."""
    from ucwagen.disk.manifest import manifest
    from ucwagen.python import PYTHON

    noted, here = manifest(out).tools, PYTHON.versions()
    others = ((name, version) for name, version in noted.items() if here.get(name, version) != version)
    return tuple(f"{name} {version} printed {out}, and {here[name]} is installed" for name, version in others)


def refuse_among_specs(specs: Path, out: Path) -> None:
    """Refuse a tree among its specs, or around them."""
    from ucwagen.config.apart import specs_overlap
    from ucwagen.disk.refusal import refuse

    why = specs_overlap(specs, out)
    if why:
        raise refuse(out, why)


def _collected(specs: Path, watch: Watch) -> Inputs:
    watch("reading specs")
    return collect(specs)


def _model(inputs: Inputs, watch: Watch, choices: Choices) -> Api:
    from ucwagen.model import check, link
    from ucwagen.source import folder
    from ucwagen.spec import read_all

    bundle = read_all(folder.specs(inputs))
    watch("linking")
    api = link(bundle, choices)
    check(api)
    return api


def _render(inputs: Inputs, watch: Watch, choices: Choices) -> Files:
    from ucwagen import emit, python

    *_, views = shaped(inputs, watch, choices)
    watch("writing Python")
    return emit.render(views, python.PYTHON)


def shaped(inputs: Inputs, watch: Watch, choices: Choices) -> tuple[Api, Extras, tuple[View, ...]]:
    """The model, the other files, and the views of both: every stage that can find a fault."""
    from ucwagen import python

    api, given = _model(inputs, watch, choices), extras(inputs)
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
