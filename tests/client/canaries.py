"""The search for secrets in all that a client shows: logs, errors with their tracebacks, representations, pickles."""

from __future__ import annotations

import logging
import pickle
import traceback
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import quote, quote_plus

from tests.support import ROOT

from ucwa2.sandbox import SandboxBackend

SERVERS = ("uvicorn", "asyncio", "anyio")
"""Loggers of code in this process that is not part of the client."""

_TESTS = str(ROOT / "tests")
_SHORTEST = 8


@dataclass
class Seen:
    """All output as text; it must not contain any of ``secrets``, in any form."""

    secrets: set[str] = field(default_factory=set)
    words: list[tuple[str, str]] = field(default_factory=list)
    faults: int = 0

    def see(self, where: str, text: str) -> None:
        self.words.append((where, text))

    def show(self, *values: object) -> None:
        """The representations of a value, and its pickle."""
        for value in values:
            self.see(f"repr of {type(value).__name__}", repr(value))
            with suppress(TypeError, pickle.PicklingError, AttributeError):
                self.see(f"pickle of {type(value).__name__}", pickle.dumps(value).decode("latin-1"))

    def fell(self, fault: BaseException) -> None:
        """An error with its whole traceback and the locals of every frame, without the frames of tests."""
        self.faults += 1
        self.show(fault)
        above = fault.__traceback__
        fault.__traceback__ = _below(above)
        told = traceback.TracebackException.from_exception(fault, capture_locals=True)
        self.see(f"traceback of {type(fault).__name__}", "".join(told.format()))
        fault.__traceback__ = above

    def leaks(self) -> list[str]:
        found = forms(self.secrets)
        return [
            f"{secret} in {where}: …{_around(text, form)}…"
            for where, text in self.words
            for form, secret in found.items()
            if form in text
        ]


def forms(secrets: Iterable[str]) -> dict[str, str]:
    """Each secret in the forms in which a server or a log could repeat it."""
    found: dict[str, str] = {}
    for secret in secrets:
        percent = quote(secret, safe="")
        every = "".join(f"%{byte:02X}" for byte in secret.encode())
        found |= dict.fromkeys((secret, percent, quote(percent, safe=""), quote_plus(secret), every), secret)
        found |= dict.fromkeys(_in_base64(secret) if len(secret) >= _SHORTEST else (), secret)
    return found


def _in_base64(secret: str) -> Iterator[str]:
    """What is the same in every text in base64 that holds the secret, by its place among the bytes before."""
    value = secret.encode()
    for before, first in ((0, 0), (1, 2), (2, 3)):
        whole = (before + len(value)) * 8 // 6
        text = b64encode(b"\0" * before + value).decode()[first:whole]
        yield from (text, text.replace("+", "-").replace("/", "_"), quote(text, safe=""))


def _below(found: TracebackType | None) -> TracebackType | None:
    while found is not None and found.tb_frame.f_code.co_filename.startswith(_TESTS):
        found = found.tb_next
    return found


def _around(text: str, secret: str) -> str:
    at = text.index(secret)
    return text[max(0, at - 200) : at + 60]


class _Watching(logging.Handler):
    """Shows what every logger logs, at every level."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(args)s"))

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(SERVERS):
            self.lines.append(self.format(record))


@contextmanager
def watched(backend: SandboxBackend) -> Iterator[Seen]:
    """All that is logged, and the tokens that the sandbox knows at the end or has got."""
    seen, handler, root = Seen(), _Watching(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(1)
    try:
        yield seen
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    seen.secrets |= {value.removeprefix("cwt=") for value in backend.tokens}
    seen.secrets |= {_secret(one.headers.get("authorization", "")) for one in backend.requests} - {""}
    seen.see("log", log := "\n".join(handler.lines))
    assert all(name in log for name in ("httpx2", "httpcore2", "ucwa2 DEBUG"))


def _secret(header: str) -> str:
    return header.partition(" ")[2].removeprefix("cwt=")
