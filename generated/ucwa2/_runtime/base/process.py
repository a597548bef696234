"""The running process. Its number is renewed after a fork, because asking the system for it costs as much as an event."""

from __future__ import annotations

import os


class Process:
    """The number of the running process."""

    __slots__ = ("number",)

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Ask the system."""
        self.number = os.getpid()


HERE = Process()
if hasattr(os, "register_at_fork"):  # systems without it have no fork
    os.register_at_fork(after_in_child=HERE.renew)
