"""The command ``ucwagen``: runs what was asked for and turns every way it can end into a message and an exit code.

The commands themselves stand in ``commands``; nothing here knows what they do.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
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
    session = Session()
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


def _run(arguments: Sequence[str], session: Session) -> int:
    if _is_done(arguments):
        return Exit.OK
    from typer import TyperException

    from ucwagen.commands import app
    from ucwagen.diagnostics import Faults

    try:
        return int(app(list(arguments), prog_name="ucwagen", obj=session, standalone_mode=False) or 0)
    except Faults as faults:
        show_faults(faults)
        return Exit.FAULTS
    except TyperException as fault:
        return _say(f"{fault.format_message()}\nTry `ucwagen --help`", Exit.USAGE)
    except SystemExit:  # what typer makes of a closed pipe
        raise BrokenPipeError from None


def _is_done(arguments: Sequence[str]) -> bool:
    """Whether it is a plain build with nothing to build: seen before the command line's library is imported."""
    if not arguments or arguments[0] != "build" or len(arguments) % 2 == 0:
        return False
    given = dict(zip(arguments[1::2], arguments[2::2], strict=True))
    if not given.keys() <= {"--specs", "--out"}:
        return False
    from pathlib import Path

    from ucwagen import freshness

    specs, out = Path(given.get("--specs", "specs")), Path(given.get("--out", "generated"))
    if not (out / freshness.STAMP).is_file() or not freshness.is_fresh(out, freshness.inputs(specs)):
        return False
    tell(f"{out} is up to date")
    return True


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
