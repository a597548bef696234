"""``python -m <package>.doctor``: examines a server, says each step, and prints a report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress

from .._runtime.base.errors import Error
from .._runtime.base.output import end_orderly_when_terminated, written
from .._runtime.client.sign_in_arguments import UsageError
from .command_line import options, parser
from .examination import examine
from .printing import FORMATS
from .report import USAGE

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit code."""
    given = parser().parse_args(arguments)
    try:
        report = examine(options(given), _silent if given.quiet else _say)
    except (UsageError, Error) as fault:
        print(f"doctor: {fault}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        _say("doctor: interrupted")
        return _INTERRUPTED
    return written("doctor", FORMATS[given.form](report), report.code)


def _say(line: str) -> None:
    with suppress(OSError):  # the reader of the steps has gone; the report is still to be written
        print(line, file=sys.stderr, flush=True)


def _silent(line: str) -> None:
    """Says nothing."""


if __name__ == "__main__":
    end_orderly_when_terminated()
    sys.exit(main())
