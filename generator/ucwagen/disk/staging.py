"""Builds the complete new tree beside the old one: changed files are written, all others are hard-linked."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import naming
from ucwagen.disk.refusal import refuse

Files = Mapping[PurePosixPath, bytes]
HERE = PurePosixPath()
WRITERS = 8
"""Threads that write and sync files."""
MANY = 2 * WRITERS
"""The smallest number of files for which threads pay."""


def is_folder(root: Path, path: PurePosixPath) -> bool:
    """Whether there is a folder, not a link to one."""
    return stat.S_ISDIR(_mode(root / path))


def is_plain(root: Path, path: PurePosixPath) -> bool:
    """Whether there is an ordinary file in ordinary folders, without a link on the way."""
    return stat.S_ISREG(_mode(root / path)) and all(is_folder(root, folder) for folder in list(path.parents)[:-1])


def entries(root: Path) -> Iterator[tuple[PurePosixPath, os.stat_result]]:
    """Every entry below ``root``, each folder before its contents; links are not followed."""
    for name, entry in scan(root):
        yield PurePosixPath(name), entry.stat(follow_symlinks=False)


def scan(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below ``root`` by its path as text: of hundreds of files, other paths take longer than the system.

    Each folder comes before its contents; links are not followed.
    """
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{root}/{folder}") as found:
            inside = sorted(found, key=lambda entry: entry.name)
        for entry in inside:
            name = f"{folder}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            yield name, entry
            if is_folder:
                folders.append(f"{name}/")


def content(root: Path, path: PurePosixPath) -> bytes:
    """The bytes of a file. Of hundreds of files, ``Path`` would take longer than the system."""
    with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def sizes(root: Path) -> dict[str, int]:
    """The bytes of every ordinary file in ordinary folders, without a link on the way, by its path as text."""
    if not root.is_dir():
        return {}
    files = ((name, entry) for name, entry in scan(root) if entry.is_file(follow_symlinks=False))
    return {name: entry.stat(follow_symlinks=False).st_size for name, entry in files}


def refuse_read_only(root: Path, paths: Iterable[PurePosixPath]) -> None:
    """A folder that was made read-only is not replaced."""
    for folder in sorted(_parents(paths)):
        if (root / folder).is_dir() and not os.access(root / folder, os.W_OK):
            raise refuse(root / folder, "is read-only; make it writable", errno.EACCES)


def stage(
    into: Path, old: Path, files: Files, changed: Collection[PurePosixPath], gone: Collection[PurePosixPath]
) -> None:
    """Make the new tree at ``into``; it is on the disk when this returns."""
    into.mkdir()
    folders = _carry_over(into, old, {*changed, *gone}, _parents(gone)) if old.is_dir() else []
    put_all({into / path: files[path] for path in changed})
    for path in changed if old.is_dir() else ():
        if is_plain(old, path):
            shutil.copymode(old / path, into / path)
    touched = _parents((*changed, *gone))
    for folder in reversed(folders):
        copy = shutil.copymode if folder in touched else shutil.copystat
        copy(old / folder, into / folder)
    for folder in sorted(_parents(changed)):
        sync(into / folder)


def rescue(old: Path, new: Path, ours: Collection[PurePosixPath]) -> None:
    """Move to the new tree what others created or replaced in the old one in the meantime."""
    names = set(map(str, ours))
    for name, entry in list(scan(old)):
        target = new / name
        if name in names or entry.is_dir(follow_symlinks=False):
            continue
        if not os.path.lexists(target) or not os.path.samestat(entry.stat(follow_symlinks=False), target.lstat()):
            target.parent.mkdir(parents=True, exist_ok=True)
            (old / name).replace(target)


def remove(tree: Path) -> None:
    """Remove a tree that is no longer needed. Only folders change their mode, as files may be hard-linked elsewhere."""
    if tree.is_dir():
        tree.chmod(stat.S_IRWXU)
        found = []
        for name, entry in scan(tree):
            found.append((f"{tree}/{name}", is_folder := entry.is_dir(follow_symlinks=False)))
            if is_folder:
                os.chmod(found[-1][0], stat.S_IRWXU)  # noqa: PTH101
        for name, is_folder in reversed(found):
            (os.rmdir if is_folder else os.unlink)(name)
        tree.rmdir()


def put(path: Path, data: bytes) -> None:
    """Write a new file; it is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_new(path, data)


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write new files; they are on the disk when this returns. A disk syncs many at once faster than one by one."""
    for folder in {path.parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    if len(files) < MANY:
        for path, data in files.items():
            _write_new(path, data)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(WRITERS) as pool:
        for _ in pool.map(_write_new, files, files.values()):
            pass


def _write_new(path: Path, data: bytes) -> None:
    with naming(path), path.open("xb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Sync a folder: its entries are on the disk when this returns, on systems that support it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with naming(folder):
                os.fsync(handle)
        finally:
            os.close(handle)


def _carry_over(
    into: Path, old: Path, left: Collection[PurePosixPath], emptied: set[PurePosixPath]
) -> list[PurePosixPath]:
    """Hard-link every file that stays; returns the folders made. A folder that would become empty is not made."""
    device = old.stat().st_dev
    found = [(name, entry.is_dir(follow_symlinks=False)) for name, entry in scan(old)]
    leaving = set(map(str, left))
    staying = [name for name, is_folder in found if not is_folder and name not in leaving]
    folders, left_empty = [HERE], emptied - _parents(map(PurePosixPath, staying)) if emptied else emptied
    for path in (PurePosixPath(name) for name, is_folder in found if is_folder):
        if (old / path).lstat().st_dev != device:
            raise refuse(old / path, "is a mount point, which cannot be moved with its folder; unmount it")
        if path not in left_empty:
            (into / path).mkdir()
            folders.append(path)
    for name in staying:
        _same_file(f"{old}/{name}", f"{into}/{name}")
    return folders


def _same_file(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _parents(paths: Iterable[PurePosixPath]) -> set[PurePosixPath]:
    return {parent for path in paths for parent in path.parents}


def _mode(path: Path) -> int:
    with suppress(OSError):
        return path.lstat().st_mode
    return 0
