"""The report of a command, written to a reader that may have gone; and its end by a signal."""

from __future__ import annotations

import os
import signal
import sys

CLOSED_PIPE = 141
"""The exit code where the reader of the output closed the pipe."""
UNWRITTEN = 2
"""The exit code where the output cannot be written for another reason."""


def written(command: str, text: str, code: int) -> int:
    """Write ``text`` to standard output; gives ``code``, or the exit code of an output that cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up()
        return CLOSED_PIPE
    except OSError as fault:
        _give_up()
        print(f"{command}: the report cannot be written: {fault.strerror or type(fault).__name__}", file=sys.stderr)
        return UNWRITTEN
    return code


def end_orderly_when_terminated() -> None:
    """Let SIGTERM, as of ``timeout`` or of a job that is cancelled, end the command like an interruption, so that it cleans up."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _give_up() -> None:
    """Let the interpreter write what is left in its buffer to nothing, or it fails again at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
