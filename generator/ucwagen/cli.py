"""The command ``ucwagen``: runs a command and turns every outcome into a message and an exit code.

The commands themselves stand in ``commands``; nothing here knows what they do.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ucwagen.plain import Plain

COMPLETING = "_UCWAGEN_COMPLETE"
"""The variable of the environment with which a shell asks for completions."""


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
        return _say(f"{_where(fault)}{_why(fault, session)}", Exit.DISK)
    except Exception as fault:
        return _bug(fault, session)
    finally:
        if collects:
            gc.enable()


def _run(arguments: Sequence[str], session: Session) -> int:
    from ucwagen.config.choose import Misuse
    from ucwagen.diagnostics import Faults
    from ucwagen.plain import plain

    found = plain(arguments)
    try:
        return _plainly(found, session) if found else _parsed(arguments, session)
    except Faults as faults:
        session.show(faults.diagnostics)
        return Exit.FAULTS
    except Misuse as fault:
        return _misused(str(fault))
    except OSError as fault:
        _report(fault, session)
        raise
    finally:
        session.end()


def _plainly(found: Plain, session: Session) -> int:
    session.quiet = "--quiet" in found.flags
    session.caches = "--no-cache" not in found.flags
    specs, out = found.folders.get("--specs"), found.folders.get("--out")
    if found.command == "build":
        from ucwagen.building import build

        return build(session, session.jobs(specs=specs, out=out))
    from ucwagen.checking import check

    jobs = (session.job(None, specs),) if specs else session.jobs()
    return check(session, jobs, found.files, strict="--strict" in found.flags)


def _parsed(arguments: Sequence[str], session: Session) -> int:
    from typer import TyperException

    from ucwagen.commands import app

    try:
        return int(app(list(arguments), prog_name="ucwagen", obj=session, standalone_mode=False) or 0)
    except TyperException as fault:
        why = fault.format_message().replace(": Value error, ", ": ")  # pydantic's, for choices
        return _misused(f"{why}{_job_hint(arguments, session) if 'extra argument' in why else ''}")
    except SystemExit as end:  # typer raises it for a closed pipe, and after completion, whose code fish looks at
        if COMPLETING in os.environ:
            return int(end.code or 0)
        raise BrokenPipeError from None


def _job_hint(arguments: Sequence[str], session: Session) -> str:
    """What to write where the name of a job stands as an argument. A configuration with faults says them otherwise."""
    from ucwagen.config.choose import job_hint
    from ucwagen.diagnostics import Faults

    with suppress(Faults, OSError):
        return job_hint(session.settings, arguments[1:])
    return ""


def _misused(why: str) -> Exit:
    return _say(f"{why}\nTry `ucwagen --help`", Exit.USAGE)


def _report(fault: OSError, session: Session) -> None:
    """A file that cannot be read or written is a fault in the forms for machines too."""
    from ucwagen.diagnostics import Diagnostic, Source, Span

    if session.error_format in (None, "text") or not _where(fault):
        return
    span = Span(Source(_where(fault).removesuffix(": "), ""), 1, 1)
    with suppress(OSError):
        session.show([Diagnostic(span, _why(fault, session))])


def _say(message: str, code: Exit) -> Exit:
    tell(f"ucwagen: {message}")
    return code


def _why(fault: OSError, session: Session) -> str:
    """What is wrong, and of a folder that is missing or is a file who named it, unless an option did."""
    why, settings = fault.strerror or str(fault), session.known
    if isinstance(fault, NotADirectoryError):
        why = f"{why}; name a folder here, or move the file away"
    elif not isinstance(fault, FileNotFoundError):
        return why
    for job in settings.jobs if settings else ():
        for key, folder in (("specs", job.specs), ("templates", job.choices.templates)):
            if settings and folder and os.fspath(folder) == fault.filename:
                table = f"give --{key} DIR, or `{key}` of [tool.ucwagen] in pyproject.toml"
                return f"{why}; {f'{settings.file} names it as `{key}`' if settings.file else table}"
    return why


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
