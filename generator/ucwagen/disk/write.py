"""Files by path come in; the tree on the disk is replaced in one step, or the paths to be changed go out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from ucwagen.disk import edits, staging, stamp
from ucwagen.disk.changes import Changes, Paths
from ucwagen.disk.lines import same_text
from ucwagen.disk.lock import locked
from ucwagen.disk.manifest import STAMP, Tools, manifest, ours, with_manifest
from ucwagen.disk.owner import refuse_another_package
from ucwagen.disk.refusal import refuse
from ucwagen.disk.swap import swap, take_up
from ucwagen.disk.workspace import Workspace
from ucwagen.overwriting import REFUSED, Overwriting
from ucwagen.target import Content

Texts = Mapping[PurePosixPath, Content]
NO_TOOLS: Tools = {}


def write(
    root: Path, files: Texts, tools: Tools = NO_TOOLS, inputs: str = "", overwriting: Overwriting = REFUSED
) -> Changes:
    """Make the tree at ``root`` hold these files of ours and no others; notes the digest of their inputs.

    Unless overwriting is wanted: raises ``Faults`` about files that people have edited, and the package of others.
    """
    space, wanted = Workspace.of(root), with_manifest(files, tools)
    _check_paths(wanted)
    if not overwriting.wanted:
        refuse_another_package(root, files, overwriting.how)
    found = Changes()
    before = noted(root, tools)
    same = wanted if before == tools else with_manifest(files, before)
    if space.is_quiet() and _is_as(root, same):
        wanted = same
    else:
        space.root.parent.mkdir(parents=True, exist_ok=True)
        with locked(space.lock):
            recover(space)
            found = _replace(space, root, wanted, inputs, overwriting)
    if inputs and not found.paths:
        stamp.note(space.root, inputs, wanted)
    return found


def compare(root: Path, files: Texts, tools: Tools = NO_TOOLS) -> Paths:
    """The paths that ``write`` would change. A tree that other versions of the tools print alike is up to date."""
    return tuple(sorted(chain(*_changes(root, with_manifest(files, noted(root, tools))) or ())))


def noted(root: Path, tools: Tools) -> Tools:
    """The versions in the manifest, if it names the same tools."""
    noted = manifest(root).tools
    return noted if noted.keys() == tools.keys() else tools


def _changes(root: Path, wanted: staging.Files) -> tuple[Paths, Paths] | None:
    """The paths that differ, and the paths of our files that are no longer wanted; None where there are neither.

    A file of ours that has become a link or a folder belongs to the user.
    """
    sizes = staging.sizes(root)
    differing = tuple(path for path, data in wanted.items() if not _holds(root, path, data, sizes.get(str(path))))
    gone = tuple(path for path in sorted(ours(root) - wanted.keys()) if str(path) in sizes)
    return (differing, gone) if differing or gone else None


def _is_as(root: Path, wanted: staging.Files) -> bool:
    """Whether nothing is to be changed. Files of another size are read first, as most that differ are such."""
    sizes = staging.sizes(root)
    rows = sorted(wanted.items(), key=lambda row: sizes.get(str(row[0])) == len(row[1]))
    held = all(_holds(root, path, data, sizes.get(str(path))) for path, data in rows)
    return held and not any(str(path) in sizes for path in ours(root) - wanted.keys())


def _holds(root: Path, path: PurePosixPath, data: bytes, size: int | None) -> bool:
    return size is not None and size >= len(data) and same_text(staging.content(root, path), data)


def _replace(space: Workspace, shown: Path, wanted: staging.Files, inputs: str, overwriting: Overwriting) -> Changes:
    changes = _changes(space.root, wanted)
    if changes is None:
        return Changes()
    changed, gone = changes
    paths = tuple(sorted((*changed, *gone)))
    edited, lost = edits.edited(space.root, paths)
    if lost and not overwriting.wanted:
        raise edits.refusal(shown, space.root, lost, wanted, overwriting.how)
    _refuse_foreign(shown, changed)
    staging.refuse_read_only(space.root, paths)
    new = {STAMP: stamp.text(inputs, wanted).encode()} if inputs else {}
    try:
        space.area.mkdir()
        staging.stage(space.tree, space.root, {**wanted, **new}, (*changed, *new), gone)
        _take_place(space)
    except BaseException:
        if not space.has_swapped():
            staging.remove(space.area)
        raise
    _finish(space)
    return Changes(paths, edited, lost)


def _take_place(space: Workspace) -> None:
    space.record()
    if space.root.exists():
        swap(space.root, space.tree, space.aside)
    else:
        space.tree.rename(space.root)
    staging.sync(space.root.parent)


def _finish(space: Workspace) -> None:
    """Clean up. The old tree is renamed once all files of others have left it; only under that name is it removed."""
    if space.has_swapped():
        staging.rescue(space.tree, space.root, ours(space.tree) | ours(space.root) | {STAMP})
        space.tree.rename(space.rubbish)
    staging.remove(space.area)


def recover(space: Workspace) -> None:
    """Undo or finish the work of a build that was killed."""
    take_up(space.root, space.tree, space.aside)
    _finish(space)


def _refuse_foreign(root: Path, changed: Iterable[PurePosixPath]) -> None:
    mine = ours(root)
    for path in changed:
        for folder in list(path.parents)[-2::-1]:
            if os.path.lexists(root / folder) and not staging.is_folder(root, folder):
                raise refuse(root / folder, "is not a folder, and ucwagen needs one here; move it away")
        if os.path.lexists(root / path) and not (path in mine and staging.is_plain(root, path)):
            raise refuse(root / path, "was not made by ucwagen and is in the way; move it away, or delete it")


def _check_paths(wanted: Iterable[PurePosixPath]) -> None:
    """Refuse paths that leave the tree, or that are the same on a case-insensitive file system: a bug of a view."""
    seen: dict[str, PurePosixPath] = {}
    for path in wanted:
        if path.is_absolute() or ".." in path.parts or seen.setdefault(str(path).casefold(), path) != path:
            raise ValueError(f"cannot write {path}")
