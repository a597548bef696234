"""The command ``ucwagen``: runs a command and turns every outcome into a message and an exit code.

The commands themselves stand in ``commands``; nothing here knows what they do.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import tell

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; never raises, never shows a traceback unless ``--debug`` asks for it."""
    session, collects = Session(), gc.isenabled()
    gc.disable()  # a run is short, and its objects live to its end
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
    from ucwagen.config.choose import Misuse
    from ucwagen.diagnostics import Faults

    folders = _plain_build(arguments)
    try:
        return _build(session, *folders) if folders is not None else _parsed(arguments, session)
    except Faults as faults:
        session.show(faults.diagnostics)
        return Exit.FAULTS
    except Misuse as fault:
        return _misused(str(fault))
    except OSError as fault:
        _report(fault, session)
        raise


def _plain_build(arguments: Sequence[str]) -> tuple[Path | None, Path | None] | None:
    """The folders of a plain build, the most frequent command: parsed here, because importing typer is slow."""
    if not arguments or arguments[0] != "build" or len(arguments) % 2 == 0:
        return None
    given = dict(zip(arguments[1::2], arguments[2::2], strict=True))
    if not given.keys() <= {"--specs", "--out"} or any(not value or value.startswith("-") for value in given.values()):
        return None
    specs, out = given.get("--specs"), given.get("--out")
    return Path(specs) if specs else None, Path(out) if out else None


def _build(session: Session, specs: Path | None, out: Path | None) -> int:
    from ucwagen.building import build

    return build(session, session.jobs(specs=specs, out=out))


def _parsed(arguments: Sequence[str], session: Session) -> int:
    from typer import TyperException

    from ucwagen.commands import app

    try:
        return int(app(list(arguments), prog_name="ucwagen", obj=session, standalone_mode=False) or 0)
    except TyperException as fault:
        return _misused(fault.format_message())
    except SystemExit:  # typer raises it for a closed pipe
        raise BrokenPipeError from None


def _misused(why: str) -> Exit:
    return _say(f"{why}\nTry `ucwagen --help`", Exit.USAGE)


def _report(fault: OSError, session: Session) -> None:
    """A file that cannot be read or written is a fault in the forms for machines too."""
    from ucwagen.diagnostics import Diagnostic, Source, Span

    if session.error_format in (None, "text") or not _where(fault):
        return
    span = Span(Source(_where(fault).removesuffix(": "), ""), 1, 1)
    with suppress(OSError):
        session.show([Diagnostic(span, fault.strerror or str(fault))])


def _say(message: str, code: Exit) -> Exit:
    tell(f"ucwagen: {message}")
    return code


def _where(fault: OSError) -> str:
    name = fault.filename2 or fault.filename
    return f"{os.fsdecode(name)}: " if isinstance(name, (str, bytes)) else ""


def _drop_output() -> None:
    """Discard the output still buffered, so that flushing it at exit does not fail again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(fault: Exception, session: Session) -> Exit:
    if session.debug:
        import traceback

        traceback.print_exception(fault)
    hint = "" if session.debug else "; `ucwagen --debug …` shows where"
    kind = type(fault).__name__
    return _say(f"internal error: {kind}: {fault}\nThis is a bug in ucwagen, please report it{hint}", Exit.BUG)
