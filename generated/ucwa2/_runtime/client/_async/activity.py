"""Reports of the user's activity, from a task."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import anyio

from ...base.arguments import check_interval
from ..base_client import A
from ..flows.activity import report_activity
from ..transport import logs
from .client import AsyncSendingClient


class AsyncActivityClient(AsyncSendingClient[A]):
    """A client of an API that takes reports of activity."""

    @asynccontextmanager
    async def stay_active(self, every: float = 180.0) -> AsyncGenerator[None]:
        """Report the user's activity during the block, every ``every`` seconds; a report that fails is logged, not raised."""
        check_interval(every, "every")
        fault: BaseException | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._report, every)
            try:
                yield
            except Exception as found:
                fault = found  # raised outside the task group, which would wrap it
            finally:
                group.cancel_scope.cancel()
        if fault is not None:
            raise fault

    async def _report(self, every: float) -> None:
        while True:
            try:
                await self._run(report_activity(self._session))
            except Exception as fault:
                logs.went_wrong("the activity was not reported", fault)
            await anyio.sleep(every)
