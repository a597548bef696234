"""What a build would change, as a patch: the form that ``git apply`` and ``patch`` take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from io import StringIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ucwagen.disk.difference import Difference

NOTHING = "/dev/null"


def patch(changes: Sequence[Difference], out: Path, project: Path) -> bytes:
    """The patch, in the bytes of the files.

    Paths count from the working directory; for a package outside it, from the folder of the project.
    """
    folder = _shown(out, project)
    text = "".join(line for change in changes for line in _lines(change, folder / change.path))
    return text.encode("utf-8", "surrogateescape")


def _shown(out: Path, project: Path) -> PurePath:
    """The folder of the package, as a patch can name it: relative, and without ``..``."""
    real = out.resolve()
    bases = (Path.cwd(), project.resolve(), real.parent)
    return next(real.relative_to(base) for base in bases if real.is_relative_to(base))


def _lines(change: Difference, path: PurePath) -> Iterator[str]:
    """The header of git, which a file without content needs, and the lines."""
    old, new = f"a/{path.as_posix()}", f"b/{path.as_posix()}"
    yield f"diff --git {old} {new}\n"
    if change.before is None or change.after is None:
        yield f"{'new' if change.before is None else 'deleted'} file mode 100644\n"
    before = NOTHING if change.before is None else _named(old)
    after = NOTHING if change.after is None else _named(new)
    for line in unified_diff(_split(change.before), _split(change.after), before, after):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _named(path: str) -> str:
    """A name with spaces needs an end."""
    return f"{path}\t" if " " in path else path


def _split(data: bytes | None) -> list[str]:
    """The lines with their ends. Other line ends than LF, and bytes that are no UTF-8, are characters of a line."""
    return StringIO((data or b"").decode("utf-8", "surrogateescape"), newline="\n").readlines()
