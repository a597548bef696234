"""What a word of the command names: a folder of specs, a revision, or a folder in a revision."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ucwagen.inputs import Inputs, collect
from ucwagen.revisions.error import RevisionError
from ucwagen.revisions.git import Repository
from ucwagen.revisions.trees import files


@dataclass(frozen=True, slots=True)
class Chosen:
    """A side of a comparison: a revision, a folder, or both; none of them stands for the specs of a job."""

    revision: str = ""
    folder: str | None = None
    """The folder on the disk; with a revision the one in it, from the top of the repository. None is that of a job."""

    @property
    def needs_job(self) -> bool:
        """Tell whether a job says which folder is meant."""
        return self.folder is None

    def names(self, specs: Path) -> bool:
        """Tell whether the side names this folder of specs itself."""
        if self.folder is None:
            return False
        if not self.revision:
            return os.path.realpath(self.folder) == os.path.realpath(specs)
        here = Repository(Path())
        try:
            return _from_top(here, self.folder) == _below(here, specs)
        except RevisionError:
            return False

    def inputs(self, specs: Path) -> Inputs:
        """The files of the side, where a job has these specs."""
        if not self.revision:
            return collect(Path(self.folder) if self.folder is not None else specs)
        here = Repository(Path())
        try:
            holder = here if self.folder is not None else _holder(here, specs)
            path = _from_top(here, self.folder) if self.folder is not None else _below(holder, specs)
        except RevisionError as error:
            raise RevisionError(f"`{self.revision}` is no folder, and {error}") from None
        return files(holder, self.revision, path)


def chosen(word: str | None) -> Chosen:
    """What a word names; without a word the specs of a job, as they are on the disk."""
    if word is None:
        return Chosen()
    if not word:
        raise RevisionError("an empty word is neither a folder nor a revision")
    if Path(word).is_dir():
        return _folder(word)
    revision, colon, folder = _split(word)
    if colon and not revision:
        raise RevisionError(f"`{word}` names no revision; write one before the colon, such as `HEAD{word}`")
    return Chosen(revision, folder) if colon else Chosen(revision)


def _folder(word: str) -> Chosen:
    """A folder on the disk; a word that a revision has too is refused, since either may be meant."""
    plain = os.sep not in word and "/" not in word and word not in (os.curdir, os.pardir)
    if plain and _is_revision(word):
        raise RevisionError(f"`{word}` is a folder and a revision; write `./{word}`, or its full name in `refs/`")
    return Chosen(folder=word)


def _is_revision(word: str) -> bool:
    try:
        return Repository(Path()).tree(word) is not None
    except RevisionError:
        return False


def _split(word: str) -> tuple[str, str, str]:
    """Revision, colon and folder. A colon inside braces, as in ``HEAD^{/fix: it}``, belongs to the revision."""
    depth = 0
    for index, char in enumerate(word):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == ":" and depth <= 0 and not word.startswith(":/"):
            return word[:index], ":", word[index + 1 :]
    return word, "", ""


def _from_top(repository: Repository, folder: str) -> str:
    """A folder in a revision as git takes it: from the top, or, with a dot in front, from the working directory."""
    repository.check()
    if folder.startswith("."):
        prefix = os.fsdecode((repository.ask("rev-parse", "--show-prefix") or b"").removesuffix(b"\n"))
        folder = os.path.normpath(f"{prefix}{folder}")
    if folder.startswith(("/", "..")):
        raise RevisionError(f"`{folder}` is outside of the repository; paths in a revision count from its top")
    path = PurePosixPath(folder.replace(os.sep, "/"))
    return "" if path == PurePosixPath() else path.as_posix()


def _holder(here: Repository, specs: Path) -> Repository:
    """The repository of the working directory if it has the folder of specs, or else that of the folder."""
    try:
        if here.top is None or _inside(specs, here.top):
            return here
    except RevisionError:
        if not specs.is_dir():
            raise
    return Repository(specs) if specs.is_dir() else here


def _below(repository: Repository, specs: Path) -> str:
    """The folder of specs from the top of its repository."""
    if repository.top is None:
        return _from_top(repository, specs.as_posix())
    if not _inside(specs, repository.top):
        raise RevisionError(f"`{specs}` is outside of the repository {repository.top}")
    path = Path(os.path.relpath(os.path.realpath(specs), os.path.realpath(repository.top))).as_posix()
    return "" if path == "." else path


def _inside(specs: Path, top: Path) -> bool:
    return Path(os.path.realpath(specs)).is_relative_to(os.path.realpath(top))
