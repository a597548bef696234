# Made by ucwagen from specs/resources/anonApplications.yaml. Do not edit: change the spec and build again.
"""`anonApplications`: Where the client of an anonymous user registers to become an application.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/anonapplications_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Document, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .application import Application

__all__ = ["AnonApplicationsLink"]

_POST = Operation(
    "POST",
    Parameter("culture", "string", required=True, max_length=100),
    Parameter("userAgent", "string", required=True, max_length=100),
    returns=wire.representation("application.Application"),
)

_OPTIONS = Operation("OPTIONS", returns=wire.document())


class AnonApplicationsLink(Link, rel="anonApplications"):
    """Where the client of an anonymous user registers to become an application."""

    def post(self, *, culture: str, user_agent: str) -> Call[Application]:
        """Create the application of an anonymous user, the first thing that such a client does.

        - culture (at most 100 characters): Language and region of the client, such as `en-US`; must not be empty.
        - user_agent (at most 100 characters): Name and version of the client, which identify its messages; must not
          be empty.

        Gives the `Application`. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"culture": culture, "userAgent": user_agent})

    def options(self) -> Call[Document]:
        """Ask which HTTP methods are supported here.

        Gives a document. Raises the errors of any operation (see `ucwa2.errors`).
        """
        return self._call(_OPTIONS, {})
