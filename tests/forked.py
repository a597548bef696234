"""The command in processes of their own that need no start: each is forked from one that has imported the generator.

Such a process has its own working directory, environment, output and exit code, and nothing of what others did. What
the start of an interpreter adds is for the tests that start one; ``tests/cli/test_end_of_process.py`` holds both alike.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from typing import NoReturn

LIBRARIES = ("black", "typer.main", "multiprocessing.context", "multiprocessing.connection", "concurrent.futures")
"""What the command imports when it needs it; the modules of the generator import the others."""


LONGEST = 120
"""Seconds after which a process that does not end is ended."""

OF_INTERPRETERS = ("PYTHONHASHSEED", "LC_ALL")
"""Variables that count when an interpreter starts."""


def run(place: Path, *words: str | Path, environment: Mapping[str, str] | None = None) -> CompletedProcess[str]:
    """Run the command in a folder; its output is text."""
    done = exact(place, *words, environment=environment)
    out, err = (stream.decode().replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    return CompletedProcess(done.args, done.returncode, out, err)


def exact(place: Path, *words: str | Path, environment: Mapping[str, str] | None = None) -> CompletedProcess[bytes]:
    """Run the command in a folder; in an interpreter of its own, where the environment says how one starts."""
    given = dict(os.environ if environment is None else environment)
    if any(os.environ.get(name) != given.get(name) for name in OF_INTERPRETERS):
        return started(place, *words, environment=given)
    with TemporaryDirectory() as streams:
        request = {
            "words": [*map(str, words)],
            "place": str(place.absolute()),
            "environment": given,
            "streams": streams,
        }
        server = _server()
        server.stdin.write(json.dumps(request | {"streams": streams}).encode() + b"\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        out, err = (Path(streams, name).read_bytes() for name in ("out", "err"))
    return CompletedProcess(words, code, out, err)


def started(place: Path, *words: str | Path, environment: Mapping[str, str] | None = None) -> CompletedProcess[bytes]:
    """Run the command in an interpreter of its own."""
    line = [sys.executable, "-m", "ucwagen", *words]
    return subprocess.run(line, cwd=place, env=environment, capture_output=True, check=False)


@cache
def _server() -> subprocess.Popen[bytes]:
    server = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(server.communicate)  # closes its input, with which it ends
    return server


def _serve() -> None:
    import ucwagen

    for module in pkgutil.walk_packages(ucwagen.__path__, "ucwagen."):
        with suppress(ImportError):  # of an extra, such as a build backend, whose library is not there
            importlib.import_module(module.name)
    for name in LIBRARIES:
        importlib.import_module(name)
    _compile()
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _be(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _compile() -> None:
    """Let the processes find our templates compiled."""
    from ucwagen.emit.environment import environment
    from ucwagen.python import PYTHON

    engine = environment(PYTHON)
    for name in engine.list_templates():
        if name.endswith(".jinja") and not name.startswith("ucwagen/"):
            engine.get_template(name)


def _be(words: list[str], place: str, environment: dict[str, str], streams: str) -> NoReturn:
    code = 1
    try:
        for name, number in ((os.devnull, 0), (f"{streams}/out", 1), (f"{streams}/err", 2)):
            opened = os.open(name, os.O_RDWR | os.O_CREAT | os.O_APPEND)
            os.dup2(opened, number)
            os.close(opened)
        signal.alarm(LONGEST)
        os.chdir(place)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv, sys.path[0] = ["ucwagen", *words], place
        from ucwagen.__main__ import run as main

        main()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # as an interpreter does
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
