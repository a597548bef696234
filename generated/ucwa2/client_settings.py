# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""What both clients are made with, with the types of this API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ._runtime.client.settings import Acknowledge, BaseClient, CreatingClient, Format, Grant, Policy

if TYPE_CHECKING:
    from .resources.application import Application

__all__ = ["ClientSettings", "Creates"]

R_co = TypeVar("R_co", covariant=True)


class Creates(CreatingClient["Application", R_co]):
    """What both clients make first; ``R_co`` is what each of them gives for it."""

    def create_application(
        self, *, culture: str, user_agent: str, endpoint_id: str | None = None, instance_id: str | None = None
    ) -> R_co:
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
        return self._create(
            {"culture": culture, "endpoint_id": endpoint_id, "instance_id": instance_id, "user_agent": user_agent}
        )


class ClientSettings(BaseClient["Application"]):
    """What both clients are made with."""

    def __init__(
        self,
        url: str | None = None,
        grant: Grant | None = None,
        *,
        format: Format = "json",
        policy: Policy | None = None,
        trusted: Iterable[str] = (),
        acknowledge: Acknowledge = "at once",
        channel: Mapping[str, int] | None = None,
        delete_on_close: bool = False,
        on_application: Callable[[Any], object] | None = None,
        http: Any = None,
        **options: Any,
    ) -> None:
        """A client, which sends nothing before it is entered. Raises `InvalidArgument` for a setting that cannot be.

        - url: address of a discovery service, which may lead to servers of its own domain
        - grant: credentials; None for servers that need none
        - format: of requests and responses: ``json`` or ``xml``
        - policy: timeouts, retries and limits
        - trusted: addresses of further servers that links may lead to, and that may receive credentials
        - acknowledge: when the server may drop events: ``at once`` or ``after handling``
        - channel: parameters of each GET of the event channel, as `events` has them, with their units
        - delete_on_close: whether closing deletes the application
        - on_application: function to call with each application that was created, also again, before events go on;
          it must not wait for events
        - http: an httpx2 client to use, which stays open; otherwise ``options`` are those of a new one (verify,
          proxy, …); with ``transport="pyreqwest"`` those of a client of that library
        """
        super().__init__(
            url=url,
            grant=grant,
            format=format,
            policy=policy,
            trusted=trusted,
            acknowledge=acknowledge,
            channel=channel,
            delete_on_close=delete_on_close,
            on_application=on_application,
            http=http,
            **options,
        )

    @classmethod
    def discover(
        cls,
        domain: str,
        grant: Grant | None = None,
        *,
        http_first: bool = False,
        allow_other_domains: bool | Iterable[str] = False,
        **options: Any,
    ) -> Self:
        """A client that finds the user's server by the domain of the user's address, once it is entered.

        ``options`` are the other settings of a client. Raises `InvalidArgument` for a setting that cannot be.

        - domain: domain of the user's address
        - grant: credentials; None for servers that need none
        - http_first: try addresses without TLS too, as a first step
        - allow_other_domains: other domains that discovery may lead to: named ones, which may receive credentials;
          True for all, which may not
        """
        return cls._discovered(
            domain=domain, grant=grant, http_first=http_first, allow_other_domains=allow_other_domains, **options
        )
