"""The exit codes of the command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command tells the process that started it."""

    OK = 0
    FAULTS = 1
    USAGE = 2
    DISK = 3
    BUG = 70
    INTERRUPTED = 130
    PIPE = 141


MEANING = {
    Exit.OK: "success",
    Exit.FAULTS: "the input has faults, or (with --check) something is out of date",
    Exit.USAGE: "the command line is wrong",
    Exit.DISK: "something cannot be read or written: missing, permissions, disk full",
    Exit.BUG: "a bug in ucwagen: please report it",
    Exit.INTERRUPTED: "interrupted",
    Exit.PIPE: "the reader of the output closed the pipe",
}
