"""A dictionary of files in, a tree on disk out, in one step; or what that step would change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from ucwagen.disk import staging, stamp
from ucwagen.disk.changes import Changes, Paths
from ucwagen.disk.lines import same_text
from ucwagen.disk.lock import locked
from ucwagen.disk.manifest import Tools, manifest, ours, with_manifest
from ucwagen.disk.refusal import refuse
from ucwagen.disk.swap import swap, take_up
from ucwagen.disk.workspace import Workspace

Texts = Mapping[PurePosixPath, str]
NO_TOOLS: Tools = {}


def write(root: Path, files: Texts, tools: Tools = NO_TOOLS, inputs: str = "") -> Changes:
    """Make the tree at ``root`` hold these files of ours and no others; notes the digest of their inputs."""
    space, wanted = Workspace.of(root), with_manifest(files, tools)
    _check_paths(wanted)
    found = Changes()
    if space.is_quiet() and not compare(root, files, tools):
        wanted = with_manifest(files, _noted(root, tools))
    else:
        space.root.parent.mkdir(parents=True, exist_ok=True)
        with locked(space.lock):
            _recover(space)
            found = _replace(space, wanted)
    if inputs:
        stamp.note(space.root, inputs, wanted)
    return found


def compare(root: Path, files: Texts, tools: Tools = NO_TOOLS) -> Paths:
    """The paths that ``write`` would change. A tree that other versions of the tools print alike is up to date."""
    return tuple(sorted(chain(*_changes(root, with_manifest(files, _noted(root, tools))) or ())))


def _noted(root: Path, tools: Tools) -> Tools:
    """The tools that the manifest names, if they are these in any version."""
    noted = manifest(root).tools
    return noted if noted.keys() == tools.keys() else tools


def _changes(root: Path, wanted: staging.Files) -> tuple[Paths, Paths] | None:
    """The paths that differ, and those of files that we made once and are not wanted any more; None where all is well.

    What became a link or a folder since is not ours.
    """
    sizes = staging.sizes(root)
    differing = tuple(path for path, data in wanted.items() if not _holds(root, path, data, sizes.get(path)))
    gone = tuple(path for path in sorted(ours(root) - wanted.keys()) if path in sizes)
    return (differing, gone) if differing or gone else None


def _holds(root: Path, path: PurePosixPath, data: bytes, size: int | None) -> bool:
    return size is not None and size >= len(data) and same_text((root / path).read_bytes(), data)


def _replace(space: Workspace, wanted: staging.Files) -> Changes:
    changes = _changes(space.root, wanted)
    if changes is None:
        return Changes()
    changed, gone = changes
    edited = tuple(stamp.edited(space.root, sorted((*changed, *gone))))
    _refuse_foreign(space.root, changed)
    staging.refuse_read_only(space.root, (*changed, *gone))
    try:
        space.area.mkdir()
        staging.stage(space.tree, space.root, wanted, changed, gone)
        _take_place(space)
    except BaseException:
        if not space.has_swapped():
            staging.remove(space.area)
        raise
    _finish(space)
    return Changes(tuple(sorted((*changed, *gone))), edited)


def _take_place(space: Workspace) -> None:
    space.record()
    if space.root.exists():
        swap(space.root, space.tree, space.aside)
    else:
        space.tree.rename(space.root)
    staging.sync(space.root.parent)


def _finish(space: Workspace) -> None:
    """Clear up. The old tree may be removed under the name that it gets once nothing of others is left in it."""
    if space.has_swapped():
        staging.rescue(space.tree, space.root, ours(space.tree) | ours(space.root))
        space.tree.rename(space.rubbish)
    staging.remove(space.area)


def _recover(space: Workspace) -> None:
    """Undo or finish what a build left that was cut off."""
    take_up(space.root, space.tree, space.aside)
    _finish(space)


def _refuse_foreign(root: Path, changed: Iterable[PurePosixPath]) -> None:
    mine = ours(root)
    for path in changed:
        for folder in list(path.parents)[-2::-1]:
            if os.path.lexists(root / folder) and not staging.is_folder(root, folder):
                raise refuse(root / folder, "is no folder of ours but in the way of one; move it away")
        if os.path.lexists(root / path) and not (path in mine and staging.is_plain(root, path)):
            raise refuse(root / path, "was not made by ucwagen and is in the way; move it away, or delete it")


def _check_paths(wanted: Iterable[PurePosixPath]) -> None:
    """Paths that leave the tree, or that differ only in case, are a bug of the caller."""
    seen: dict[str, PurePosixPath] = {}
    for path in wanted:
        if path.is_absolute() or ".." in path.parts or seen.setdefault(str(path).casefold(), path) != path:
            raise ValueError(f"cannot write {path}")
