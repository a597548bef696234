"""The paths used while a tree is replaced. All lie beside it, on the same file system, so that renames suffice."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ucwagen.disk.refusal import refuse
from ucwagen.disk.staging import put, sync


@dataclass(frozen=True, slots=True)
class Workspace:
    """The tree at ``root``, and the area beside it that holds the next tree and later the old one."""

    root: Path

    @classmethod
    def of(cls, root: Path) -> Workspace:
        """The workspace of ``root``, which may be a link to a folder. Refuses what cannot be replaced as a whole."""
        real = Path(os.path.realpath(root))
        if real.exists() and not real.is_dir():
            raise refuse(root, "is not a folder; name another, or move it away")
        if Path.cwd().is_relative_to(real):
            raise refuse(real, "holds the working directory, and is replaced as a whole; run from outside it")
        return cls(real)

    @property
    def area(self) -> Path:
        return self.root.with_name(f".{self.root.name}.ucwagen")

    @property
    def lock(self) -> Path:
        return self.root.with_name(f".{self.root.name}.lock")

    @property
    def tree(self) -> Path:
        """The new tree before it takes its place, the old one afterwards."""
        return self.area / "tree"

    @property
    def hooked(self) -> Path:
        """A copy of the files of ours, in which commands of the user's run."""
        return self.area / "hooked"

    @property
    def aside(self) -> Path:
        return self.area / "aside"

    @property
    def rubbish(self) -> Path:
        return self.area / "rubbish"

    @property
    def journal(self) -> Path:
        """Identifies the new tree by its inode, which shows whether the exchange has happened."""
        return self.area / "journal"

    def is_quiet(self) -> bool:
        """Whether no build is running on the tree, and none was killed."""
        return not self.area.exists() and not self.lock.exists()

    def record(self) -> None:
        """Write the journal: the new tree is complete."""
        draft = self.area / "draft"
        put(draft, str(self.tree.stat().st_ino).encode("ascii"))
        draft.rename(self.journal)
        sync(self.area)

    def has_swapped(self) -> bool:
        """Whether ``tree`` holds the old tree."""
        return (
            self.journal.exists()
            and self.tree.exists()
            and self.journal.read_text("ascii") != str(self.tree.stat().st_ino)
        )
