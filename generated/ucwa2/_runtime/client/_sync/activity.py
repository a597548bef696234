"""Reports of the user's activity, from a thread."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from threading import Event as Signal
from threading import Thread

from ...base.arguments import check_interval
from ..base_client import A
from ..flows.activity import report_activity
from ..transport import logs
from .client import SendingClient

_ENDING = 0.5
"""Seconds to wait at the end of the block for a report that is being sent."""


class ActivityClient(SendingClient[A]):
    """A client of an API that takes reports of activity."""

    @contextmanager
    def stay_active(self, every: float = 180.0) -> Generator[None]:
        """Report the user's activity during the block, every ``every`` seconds; a report that fails is logged, not raised."""
        check_interval(every, "every")
        over = Signal()
        thread = Thread(target=self._report, args=(every, over), name="activity", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join(_ENDING)

    def _report(self, every: float, over: Signal) -> None:
        while not over.is_set():
            try:
                self._run(report_activity(self._session))
            except Exception as fault:
                logs.went_wrong("the activity was not reported", fault)
            over.wait(every)
