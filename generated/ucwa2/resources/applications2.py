# Made by ucwagen from specs/resources/applications2.yaml. Do not edit: change the spec and build again.
"""`applications`: Where a client registers to become an application.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/applications2_ref
Revision: 2
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, Validator, wire

if TYPE_CHECKING:
    from .application import Application
    from .applications import Applications

__all__ = ["Applications2Link"]

_GET = Operation("GET", returns=wire.representation("applications.Applications"))

_POST = Operation(
    "POST",
    Parameter("culture", "string"),
    Parameter("endpointId", "string"),
    Parameter("instanceId", "string"),
    Parameter("type", "string"),
    Parameter("userAgent", "string"),
    returns=wire.representation("application.Application"),
)


class Applications2Link(Link, rel="applications", revision=2):
    """Where a client registers to become an application."""

    def get(self, *, if_none_match: Validator = None) -> Call[Applications]:
        """List the applications, which are embedded.

        Gives the `Applications`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`
        (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(
        self,
        *,
        culture: str | None = None,
        endpoint_id: str | None = None,
        instance_id: str | None = None,
        type: str | None = None,
        user_agent: str | None = None,
    ) -> Call[Application]:
        """Create the application, the first thing that a client does.

        - culture: Language and region of the client, such as `en-US`; must not be empty.
        - endpoint_id (made when left out): Identifier that sets this application apart from the user's others on all
          devices; must not be empty.
        - instance_id: Identifier of this instance, such as a browser tab, which gets its own event channel.
        - type: Kind of device on which the application runs; only browser is supported so far.
        - user_agent: Name and version of the client, which identify its messages; must not be empty.

        Gives the `Application`. Raises the errors of any operation and of the groups `callback-channel`, `conflict`
        (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not create a mobile application, or joins a meeting federated from OCS 2007 R2.
        """
        return self._call(
            _POST,
            {
                "culture": culture,
                "endpointId": endpoint_id,
                "instanceId": instance_id,
                "type": type,
                "userAgent": user_agent,
            },
        )
