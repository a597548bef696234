"""Faults that a test adds to its sandbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..sandbox.state.backend import SandboxBackend


class FaultList:
    """What goes wrong in the sandbox of a test."""

    def __init__(self, backend: SandboxBackend) -> None:
        self._backend = backend

    def add(self, kind: str | None = None, **fields: Any) -> None:
        """Let the next request that fits fail; raises ``ValueError`` for what is no fault.

        ``kind`` and ``fields`` are those of the table of faults in the guide of the client, such as ``status``,
        ``path``, ``method``, ``times`` (``None``: always), ``after`` and ``retry_after`` (text, in seconds).
        Without ``kind``, ``seconds`` makes it ``latency``, ``status`` makes it ``status``, and ``code`` or ``subcode``
        makes it ``error``: ``add(status=503, path="/me$")``.
        """
        self.add_rows([fields if kind is None else {"kind": kind, **fields}])

    def add_rows(self, rows: list[Mapping[str, Any]]) -> None:
        """Add faults as ``add`` takes them, all or none; raises ``ValueError`` for a row that is not a fault."""
        with self._backend.lock:
            self._backend.faults.add(rows)
            self._backend.feed.add("faults")

    def clear(self) -> None:
        """Remove the faults that are still due."""
        with self._backend.lock:
            self._backend.faults.faults.clear()
            self._backend.feed.add("faults")

    @property
    def pending(self) -> list[dict[str, Any]]:
        """The faults that are still due, in JSON form."""
        return self._backend.faults.shown()

    @property
    def hits(self) -> list[tuple[str, str, str]]:
        """The faults that hit so far: kind, method and target; of an event its type and address."""
        return [*self._backend.faults.hits]

    def __repr__(self) -> str:
        return f"<{len(self.pending)} faults due, {len(self.hits)} hit>"
