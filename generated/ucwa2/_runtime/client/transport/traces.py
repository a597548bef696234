"""The traceback of an error of this package: the lines of the program, without the steps of flows and drivers."""

from __future__ import annotations

from types import TracebackType

from ...base.errors import Error

_HERE = f"{__name__.removesuffix('transport.traces')}"
"""The modules whose frames say nothing to a user of the package."""


def shortened(fault: Exception) -> Exception:
    """The same error without the frames of the client. Of a bug in the client, or of an error of others, all are kept."""
    return fault.with_traceback(_without_ours(fault.__traceback__)) if isinstance(fault, Error) else fault


def _without_ours(trace: TracebackType | None) -> TracebackType | None:
    frames = []
    while trace is not None:
        if not trace.tb_frame.f_globals.get("__name__", "").startswith(_HERE):
            frames.append(trace)
        trace = trace.tb_next
    found: TracebackType | None = None
    for frame in reversed(frames):
        found = TracebackType(found, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return found
