"""Commands and a new tree come in; they run in it. One that fails is a fault with the end of its output."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from ucwagen.diagnostics import Diagnostic, Faults
from ucwagen.hooks.hook import BUILDING, PROJECT, Hook

PATIENCE = 600
"""Seconds that a command may take."""
GRACE = 2
"""Seconds that a command has to end by itself when it is told to."""
LINES = 30
"""How many of the last lines of its output a fault shows."""
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def run(hooks: Sequence[Hook], tree: Path, out: Path, patience: float = PATIENCE) -> None:
    """Run the commands in the tree, one after the other. Raises ``Faults`` about the first that fails."""
    for hook in hooks:
        _Run(hook, tree, out).run(patience)


@dataclass(frozen=True, slots=True)
class _Run:
    """A command in a tree that is to become the folder ``out``."""

    hook: Hook
    tree: Path
    out: Path

    def run(self, patience: float) -> None:
        environment = self._environment()
        words = self.hook.command()
        program = self._program(words[0], environment["PATH"])
        try:
            code, said = _call([program, *words[1:]], self.tree, environment, patience)
        except subprocess.TimeoutExpired as fault:
            why = f"did not end within {patience:g} seconds{self._shown(fault.output or b'')}"
            raise self._fault(f"`{self.hook}` {why}") from None
        except OSError as fault:
            raise self._fault(f"`{self.hook}` cannot be run: {fault.strerror or fault}") from None
        if code:
            raise self._fault(f"`{self.hook}` {_how(code)}{self._shown(said)}")

    def _environment(self) -> dict[str, str]:
        """That of ucwagen. Programs beside it come first; no command paints, or leaves compiled files."""
        beside = str(Path(sys.executable).parent)
        return {
            **os.environ,
            "PATH": os.pathsep.join((beside, os.environ.get("PATH", os.defpath))),
            "NO_COLOR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            BUILDING: os.path.realpath(self.out),
            "UCWAGEN_TREE": str(self.tree),
            "UCWAGEN_PROJECT": os.path.realpath(self.hook.project),
        }

    def _program(self, name: str, path: str) -> str:
        place = self.tree / name if os.sep in name or "/" in name else None
        found = which(str(place) if place else name, path=path)
        if found:
            return found
        if (self.hook.project / name).is_file():
            hint = f"commands run in the new tree: write `{PROJECT}/{name.removeprefix('./')}`"
            raise self._fault(f"there is no `{name}`; {hint}")
        where = "" if place else " on the PATH"
        raise self._fault(f"there is no program `{name}`{where}; install it, or remove the command")

    def _shown(self, said: bytes) -> str:
        """The end of the output, with the folder of the package in place of that of the new tree."""
        text = COLOURS.sub("", said.decode("utf-8", "replace")).replace("\r\n", "\n").strip()
        for place in (os.path.realpath(self.tree), str(self.tree)):
            text = text.replace(place, str(self.out))
        lines = text.split("\n")
        left = [f"… {len(lines) - LINES} lines before"] if len(lines) > LINES else []
        shown = [f"\n    | {line.rstrip()}" for line in [*left, *lines[-LINES:]]]
        return "".join(shown) if text else ", and said nothing"

    def _fault(self, why: str) -> Faults:
        return Faults([Diagnostic(self.hook.span, why)])


def _call(words: list[str], tree: Path, environment: Mapping[str, str], patience: float) -> tuple[int, bytes]:
    """The exit code and the output. A command that is interrupted, or takes too long, ends with all that it started."""
    process = subprocess.Popen(
        words,
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=patience)
    except BaseException:
        _end(process)
        raise
    return process.returncode, said


def _end(process: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(OSError):
            if sys.platform == "win32":
                process.terminate()
            else:
                os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
    if process.stdout:
        process.stdout.close()


def _how(code: int) -> str:
    if code > 0:
        return f"ended with exit code {code}"
    names = {number.value: number.name for number in signal.Signals}
    return f"was ended by {names.get(-code, -code)}"
