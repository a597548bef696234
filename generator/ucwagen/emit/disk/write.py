"""A dictionary of files in, a tree on disk out, in one step; or what that step would change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path, PurePosixPath

from ucwagen.emit.disk import tree
from ucwagen.emit.disk.lock import locked
from ucwagen.emit.disk.manifest import ours, with_manifest
from ucwagen.emit.disk.refusal import refuse
from ucwagen.emit.disk.site import Site
from ucwagen.emit.disk.swap import swap, take_up

Paths = tuple[PurePosixPath, ...]


def write(root: Path, files: Mapping[PurePosixPath, str]) -> Paths:
    """Make the tree at ``root`` hold these files of ours and no others; gives the paths that changed."""
    site, wanted = Site.of(root), with_manifest(files)
    _check_paths(wanted)
    if site.is_quiet() and not _changes(root, wanted):
        return ()
    site.root.parent.mkdir(parents=True, exist_ok=True)
    with locked(site.lock):
        _recover(site)
        return _replace(site, wanted)


def compare(root: Path, files: Mapping[PurePosixPath, str]) -> Paths:
    """The paths that ``write`` would change."""
    return tuple(sorted(chain(*_changes(root, with_manifest(files)) or ())))


def _changes(root: Path, wanted: tree.Files) -> tuple[Paths, Paths] | None:
    """The paths that differ, and those of files that we made once and are not wanted any more; None where all is well.

    What became a link or a folder since is not ours.
    """
    sizes = tree.sizes(root)
    differing = tuple(path for path, data in wanted.items() if not _holds(root, path, data, sizes.get(path)))
    gone = tuple(path for path in sorted(ours(root) - wanted.keys()) if path in sizes)
    return (differing, gone) if differing or gone else None


def _holds(root: Path, path: PurePosixPath, data: bytes, size: int | None) -> bool:
    return size == len(data) and (root / path).read_bytes() == data


def _replace(site: Site, wanted: tree.Files) -> Paths:
    changes = _changes(site.root, wanted)
    if changes is None:
        return ()
    changed, gone = changes
    _refuse_foreign(site.root, changed)
    tree.refuse_read_only(site.root, (*changed, *gone))
    try:
        site.area.mkdir()
        tree.stage(site.tree, site.root, wanted, changed, gone)
        _take_place(site)
    except BaseException:
        if not site.has_swapped():
            tree.remove(site.area)
        raise
    _finish(site)
    return tuple(sorted((*changed, *gone)))


def _take_place(site: Site) -> None:
    site.record()
    if site.root.exists():
        swap(site.root, site.tree, site.aside)
    else:
        site.tree.rename(site.root)
    tree.sync(site.root.parent)


def _finish(site: Site) -> None:
    """Clear up. The old tree may be removed under the name that it gets once nothing of others is left in it."""
    if site.has_swapped():
        tree.rescue(site.tree, site.root, ours(site.tree) | ours(site.root))
        site.tree.rename(site.rubbish)
    tree.remove(site.area)


def _recover(site: Site) -> None:
    """Undo or finish what a build left that was cut off."""
    take_up(site.root, site.tree, site.aside)
    _finish(site)


def _refuse_foreign(root: Path, changed: Iterable[PurePosixPath]) -> None:
    mine = ours(root)
    for path in changed:
        for folder in list(path.parents)[-2::-1]:
            if os.path.lexists(root / folder) and not tree.is_folder(root, folder):
                raise refuse(root / folder, "is no folder of ours but in the way of one; move it away")
        if os.path.lexists(root / path) and not (path in mine and tree.is_plain(root, path)):
            raise refuse(root / path, "was not made by ucwagen and is in the way; move it away, or delete it")


def _check_paths(wanted: Iterable[PurePosixPath]) -> None:
    """Paths that leave the tree, or that a file system without case takes for one, are a bug of whoever made them."""
    seen: dict[str, PurePosixPath] = {}
    for path in wanted:
        if path.is_absolute() or ".." in path.parts or seen.setdefault(str(path).casefold(), path) != path:
            raise ValueError(f"cannot write {path}")
