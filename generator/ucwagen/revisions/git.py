"""Questions to git, by its commands for programs. Every answer is bytes or a clear error."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ucwagen.diagnostics import nearest, visible
from ucwagen.revisions.error import RevisionError

ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": ""}
OF_ANOTHER = frozenset({
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
})  # fmt: skip
"""What a hook of git says of the repository in the working directory; it is not true of a submodule."""
LINK, SUBMODULE = "120000", "160000"
"""Modes of entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a tree."""

    mode: str
    type: str
    id: str
    path: str


class Repository:
    """The repository that holds a folder: one with files, a worktree, a submodule, or a bare one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._errors = ""

    def ask(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """The output of a command; None where it fails."""
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self.folder,
                input=given,
                capture_output=True,
                check=False,
                env=self._environment(),
            )
        except FileNotFoundError:
            raise RevisionError("git is not installed, and revisions need it; give two folders instead") from None
        self._errors = done.stderr.decode("utf-8", "replace").strip()
        return done.stdout if done.returncode == 0 else None

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if self.folder == Path() or name not in OF_ANOTHER}
        return kept | ENVIRONMENT

    @property
    def said(self) -> str:
        """The first line of the errors of the last command."""
        lines = self._errors.splitlines()
        return visible(lines[0].removeprefix("fatal: ")) if lines else "git says nothing about it"

    def check(self) -> None:
        """Raise where there is no repository."""
        if self.ask("rev-parse", "--git-dir") is None:
            raise RevisionError(f"git cannot read a repository in `{self.folder}`: {self.said}")

    @cached_property
    def top(self) -> Path | None:
        """The folder of its files; None for a bare repository. Raises where there is no repository."""
        self.check()
        found = self.ask("rev-parse", "--show-toplevel")
        return Path(os.fsdecode(found.removesuffix(b"\n"))) if found and found.strip() else None

    def tree(self, revision: str) -> str | None:
        """The id of the tree of a revision; None where there is none."""
        found = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
        return found.decode("ascii").strip() if found else None

    def entry(self, tree: str, path: str) -> Entry | None:
        """What stands in a tree at a path."""
        return next(self._entries("ls-tree", "-z", "--full-tree", tree, "--", path), None)

    def entries(self, tree: str) -> Iterator[Entry]:
        """Every file below a tree, and links and submodules."""
        return self._entries("ls-tree", "-r", "-z", "--full-tree", tree)

    def _entries(self, *command: str) -> Iterator[Entry]:
        found = self.ask(*command)
        if found is None:
            raise RevisionError(f"git cannot list the files: {self.said}")
        for row in filter(None, found.split(b"\0")):
            head, _, path = row.partition(b"\t")
            mode, kind, id = head.decode("ascii").split()
            yield Entry(mode, kind, id, os.fsdecode(path))

    def objects(self, names: Sequence[str], *options: str) -> Iterator[tuple[str, bytes]]:
        """The kind and the content of each object; a name that leads to none has the word of git and no content."""
        given = b"".join(os.fsencode(f"{name}\n") for name in names)
        found = self.ask("cat-file", "--batch", *options, given=given)
        if found is None:
            raise RevisionError(f"git cannot read the files: {self.said}")
        start = 0
        for _ in names:
            end = found.index(b"\n", start)
            words = found[start:end].decode("utf-8", "replace").split(" ")
            start = end + 1
            size = int(words[-1]) if words[-1].isdecimal() else None
            kind = "missing" if size is None else words[1] if len(words) == 3 else words[0]
            yield kind, found[start : start + (size or 0)]
            start += size + 1 if size is not None else 0

    def why_unknown(self, revision: str) -> str:
        """What to say of a revision that is not there."""
        if self.ask("rev-parse", "--is-shallow-repository") == b"true\n":
            hint = "this clone is shallow; fetch what it lacks, such as with `git fetch --unshallow --tags`"
            return f"{_shown(revision)} is not in this clone: {hint}"
        if ".." in revision:
            first, _, last = revision.partition("..")
            return (
                f"{_shown(revision)} is a range; give two revisions: `{first or 'HEAD'} {last.lstrip('.') or 'HEAD'}`"
            )
        found = self.ask("for-each-ref", "--format=%(refname:short)") or b""
        known = found.decode("utf-8", "replace").splitlines()
        return f"{_shown(revision)} is neither a folder nor a revision{nearest(revision, known)}"


def _shown(revision: str) -> str:
    return f"`{visible(revision)}`"
