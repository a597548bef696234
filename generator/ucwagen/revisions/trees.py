"""A folder of specs in a revision in; the same files out that a build of a folder on the disk reads."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Collector, Source, Span, visible
from ucwagen.inputs import LARGEST, OUTSIDE, Inputs, is_input, why_passed_over
from ucwagen.revisions.error import RevisionError
from ucwagen.revisions.git import LINK, SUBMODULE, Entry, Repository

API, BESIDE = "api.yaml", "errors.yaml"
"""The files by which a folder of specs is known."""
MOST = 3
"""How many other folders are named."""
NONE = "missing"


def files(repository: Repository, revision: str, path: str) -> Inputs:
    """The files of the folder at ``path``, from the top of the repository, as they were in the revision."""
    top = repository.tree(revision)
    if top is None:
        raise RevisionError(repository.why_unknown(revision))
    holder, tree = _folder(repository, revision, top, path)
    root = Path(f"{revision}:{path or '.'}")
    walk = _Walk(holder, tree, root)
    found = dict(sorted(walk.files(tree, "").items()))
    walk.faults.finish()
    return Inputs(root, found)


def _folder(repository: Repository, revision: str, top: str, path: str) -> tuple[Repository, str]:
    """The tree of a folder, and the repository that has it: another one where a submodule is on the way."""
    if not path:
        return repository, top
    steps = PurePosixPath(path).parts
    for count in range(1, len(steps) + 1):
        place = "/".join(steps[:count])
        entry = repository.entry(top, place)
        if entry is None:
            raise RevisionError(_absent(repository, revision, top, path))
        if entry.mode == SUBMODULE:
            return _submodule(repository, entry, "/".join(steps[count:]), revision)
        if entry.type != "tree":
            raise RevisionError(f"`{place}` is a file in `{revision}`; name the folder of specs")
    assert entry is not None
    return repository, entry.id


def _submodule(repository: Repository, entry: Entry, rest: str, revision: str) -> tuple[Repository, str]:
    """The folder in the commit of a submodule that the revision has."""
    place = (repository.top or repository.folder) / entry.path
    inner = Repository(place)
    if repository.top is None or not (place / ".git").exists():
        raise RevisionError(f"`{entry.path}` is a submodule that is not checked out; run `git submodule update --init`")
    top = inner.tree(entry.id)
    if top is None:
        where = f"the submodule `{entry.path}` lacks the commit {entry.id[:12]} of `{revision}`"
        raise RevisionError(f"{where}; run `git fetch` in it")
    return _folder(inner, entry.id, top, rest)


def _absent(repository: Repository, revision: str, top: str, path: str) -> str:
    """What to say of a folder that did not exist then: the folders of specs that did."""
    names = {PurePosixPath(entry.path) for entry in repository.entries(top)}
    found = sorted(str(name.parent) for name in names if name.name == API and name.with_name(BESIDE) in names)
    found.sort(key=lambda other: (PurePosixPath(other).name != PurePosixPath(path).name, other.count("/")))
    others = ", ".join(f"`{revision}:{name}`" for name in found[:MOST])
    hint = f"; folders of specs then: {others}" if found else "; there was no folder of specs then"
    return f"`{revision}` has no folder `{path}`{hint}"


class _Walk:
    """Reads what a build would read, and refuses what it would refuse."""

    def __init__(self, repository: Repository, tree: str, root: Path) -> None:
        self.faults = Collector()
        self._repository = repository
        self._tree = tree
        self._root = root

    def files(self, tree: str, below: str) -> dict[str, bytes]:
        """The bytes of the files below a tree, by their path below the folder of specs."""
        wanted, found = list[Entry](), dict[str, bytes]()
        for entry in self._repository.entries(tree):
            path = below + entry.path
            if any(part.startswith(".") or part == "__pycache__" for part in entry.path.split("/")):
                continue
            if entry.mode == LINK:
                found |= self._linked(path)
            elif self._is_wanted(path, entry):
                wanted.append(entry)
        objects = self._repository.objects([entry.id for entry in wanted])
        for entry, (kind, data) in zip(wanted, objects, strict=True):
            path = below + entry.path
            if kind == NONE:
                self._refuse(path, "is not in this clone; fetch what it lacks")
            elif len(data) > LARGEST:
                self._refuse(path, f"has more than {LARGEST:,} bytes; split the file")
            else:
                found[path] = data
        return found

    def _is_wanted(self, path: str, entry: Entry) -> bool:
        name = PurePosixPath(path).name
        if entry.mode == SUBMODULE:
            why = "is a submodule inside the folder of specs, whose files another repository holds"
        elif not is_input(path):
            why = why_passed_over(path, name)
        else:
            why = "" if path.isprintable() else f"the name `{visible(name)}` has characters that cannot be shown"
        if why:
            self._refuse(path, why)
        return not why and is_input(path)

    def _linked(self, path: str) -> dict[str, bytes]:
        """What a link leads to, where that is inside the folder of specs; links that no build looks at are left out."""
        kind, data = next(self._repository.objects([f"{self._tree}:{path}"], "--follow-symlinks"))
        if kind == "blob" and is_input(path):
            return {path: data}
        if kind == "tree":
            return self.files(self._id(path), f"{path}/")
        if is_input(path):
            self._refuse(path, OUTSIDE)
        return {}

    def _id(self, path: str) -> str:
        """The tree to which a link leads."""
        options = ("--batch-check=%(objectname)", "--follow-symlinks")
        given = os.fsencode(f"{self._tree}:{path}\n")
        found = self._repository.ask("cat-file", *options, given=given)
        return (found or b"").decode("ascii").strip()

    def _refuse(self, path: str, why: str) -> None:
        self.faults.error(Span(Source(str(self._root / path), ""), 1, 1), why)
