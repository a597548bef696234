# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["SayLink"]

_POST = Operation("POST", returns=wire.nothing())


class SayLink(Link, rel="say"):
    """Something."""

    def post(self) -> Call[None]:
        """Say something.

        Gives nothing. Raises the errors of any operation (see `tiny.errors`).

        Reasons that its events may carry:

        - `RemoteFailure/TooLong`: Nobody listened to the end.
        - `Ended`: The other side ended it.
        """
        return self._call(_POST, {})
