# Made by ucwagen from specs/resources/applications.yaml. Do not edit: change the spec and build again.
"""`applications`: Where a client registers to become an application.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/applications_ref
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Document,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    Parameter,
    State,
    View,
    wire,
)

if TYPE_CHECKING:
    from .application import Application
    from .applications2 import Applications2Link

__all__ = ["Applications", "ApplicationsEmbedded", "ApplicationsLink", "ApplicationsLinks"]


class ApplicationsLinks(Links):
    """Where `applications` leads."""

    self: One[Applications2Link] = wire.one("self", "applications2.Applications2Link", since=2)
    """The resource itself. Revision 2 and later."""


class ApplicationsEmbedded(Embedded):
    """What `applications` holds."""

    application: ManyStates[Application] = wire.many_states("application", "application.Application", since=2)
    """The running client, from which everything else is reached; it expires when left idle. Revision 2 and later."""


class Applications(State, rel="applications"):
    """Where a client registers to become an application."""

    links: View[ApplicationsLinks] = View(ApplicationsLinks)
    embedded: View[ApplicationsEmbedded] = View(ApplicationsEmbedded)


_POST = Operation(
    "POST",
    Parameter("culture", "string", required=True, max_length=100),
    Parameter("endpointId", "string", required=True, max_length=100),
    Parameter("instanceId", "string", max_length=100),
    Parameter("userAgent", "string", required=True, max_length=100),
    returns=wire.representation("application.Application"),
)

_OPTIONS = Operation("OPTIONS", returns=wire.document())


class ApplicationsLink(Link, rel="applications"):
    """Leads to `Applications`."""

    def post(
        self, *, culture: str, user_agent: str, endpoint_id: str | None = None, instance_id: str | None = None
    ) -> Call[Application]:
        """Create the application, the first thing that a client does.

        - culture (at most 100 characters): Language and region of the client, such as `en-US`; must not be empty.
        - endpoint_id (at most 100 characters, made when left out): Identifier that sets this application apart from
          the user's others on all devices; must not be empty.
        - instance_id (at most 100 characters): Identifier of this instance, such as a browser tab, which gets its
          own event channel.
        - user_agent (at most 100 characters): Name and version of the client, which identify its messages; must not
          be empty.

        Gives the `Application`. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not create a mobile or desktop application, or joins a meeting federated from OCS
          2007 R2.
        """
        return self._call(
            _POST, {"culture": culture, "endpointId": endpoint_id, "instanceId": instance_id, "userAgent": user_agent}
        )

    def options(self) -> Call[Document]:
        """Ask which HTTP methods are supported here.

        Gives a document. Raises the errors of any operation (see `ucwa2.errors`).
        """
        return self._call(_OPTIONS, {})
