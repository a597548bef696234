# Made by ucwagen from specs/resources/say.yaml. Do not edit: change the spec and build again.
"""`say`: Something."""

from __future__ import annotations

from .._runtime import Call, Document, Link, Operation, Parameter, wire

__all__ = ["SayLink"]

_POST = Operation(
    "POST",
    Parameter("loud", "boolean", required=True, place="either"),
    returns=wire.document(),
)


class SayLink(Link, rel="say"):
    """Something."""

    def post(self, *, loud: bool) -> Call[Document]:
        """Say something.

        - loud: Whether to shout.

        Gives a document. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._call(_POST, {"loud": loud})
