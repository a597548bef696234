"""The command ``ucwagen``: runs what was asked for and turns every way it can end into a message and an exit code.

The commands themselves stand in ``commands``; nothing here knows what they do.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.terminal import show_faults, tell

if TYPE_CHECKING:
    from collections.abc import Sequence


class Exit(IntEnum):
    """What the exit code of the command says."""

    OK = 0
    FAULTS = 1
    USAGE = 2
    DISK = 3
    BUG = 70
    INTERRUPTED = 130
    PIPE = 141


MEANING = {
    Exit.OK: "all is well",
    Exit.FAULTS: "the input has faults, or (with --check) something is out of date",
    Exit.USAGE: "the command line is wrong",
    Exit.DISK: "something cannot be read or written: missing, permissions, disk full",
    Exit.BUG: "a bug of ours: please report it",
    Exit.INTERRUPTED: "interrupted",
    Exit.PIPE: "the reader of the output went away",
}


@dataclass(slots=True)
class Session:
    """What the command line says of the whole run."""

    debug: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; never raises, never shows a traceback unless ``--debug`` asks for it."""
    session, collects = Session(), gc.isenabled()
    gc.disable()  # a run is short, and what it makes lives to its end
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments, session)
        print(end="", flush=True)
        return code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return Exit.PIPE
    except OSError as fault:
        _drop_output()
        return _say(f"{_where(fault)}{fault.strerror or fault}", Exit.DISK)
    except Exception as fault:
        return _bug(fault, session)
    finally:
        if collects:
            gc.enable()


def _run(arguments: Sequence[str], session: Session) -> int:
    from ucwagen.diagnostics import Faults

    folders = _plain_build(arguments)
    try:
        return _build(*folders) if folders is not None else _parsed(arguments, session)
    except Faults as faults:
        show_faults(faults)
        return Exit.FAULTS


def _plain_build(arguments: Sequence[str]) -> tuple[Path, Path] | None:
    """The folders of a plain build, the step of every day: read here, as the command line's library takes a while."""
    if not arguments or arguments[0] != "build" or len(arguments) % 2 == 0:
        return None
    given = dict(zip(arguments[1::2], arguments[2::2], strict=True))
    if not given.keys() <= {"--specs", "--out"} or any(value.startswith("-") for value in given.values()):
        return None
    return Path(given.get("--specs", "specs")), Path(given.get("--out", "generated"))


def _build(specs: Path, out: Path) -> int:
    from ucwagen.building import build

    build(specs, out)
    return Exit.OK


def _parsed(arguments: Sequence[str], session: Session) -> int:
    from typer import TyperException

    from ucwagen.commands import app

    try:
        return int(app(list(arguments), prog_name="ucwagen", obj=session, standalone_mode=False) or 0)
    except TyperException as fault:
        return _say(f"{fault.format_message()}\nTry `ucwagen --help`", Exit.USAGE)
    except SystemExit:  # what typer makes of a closed pipe
        raise BrokenPipeError from None


def _say(message: str, code: Exit) -> Exit:
    tell(f"ucwagen: {message}")
    return code


def _where(fault: OSError) -> str:
    name = fault.filename2 or fault.filename
    return f"{os.fsdecode(name)}: " if isinstance(name, (str, bytes)) else ""


def _drop_output() -> None:
    """What is still buffered for stdout must not fail once more when the interpreter ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(fault: Exception, session: Session) -> Exit:
    if session.debug:
        import traceback

        traceback.print_exception(fault)
    hint = "" if session.debug else "; `ucwagen --debug …` shows where"
    kind = type(fault).__name__
    return _say(f"internal error: {kind}: {fault}\nThis is a bug of ours, please report it{hint}", Exit.BUG)
