"""``python -m ucwagen`` is the command ``ucwagen``."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn

from ucwagen.cli import main


def run() -> NoReturn:
    """Run the command and end the process at once: taking apart what it holds takes as long as linking the specs."""
    code = main()
    if threading.active_count() == 1:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
