"""What an examination is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from .._runtime.base.redact import Secret
from .._runtime.client.session.grants import Grant
from .._runtime.requests.call import Format


@dataclass(frozen=True, slots=True)
class Options(Secret):
    """The server to examine, the credentials, and the limits.

    - address: The address of a server, or the domain of a user where the API has discovery.
    - grant: The credentials; without them the examination ends before the sign-in.
    - format: The format of messages, ``json`` or ``xml``.
    - settings: Values with which the application is created, by their names on the wire or in Python; those of the specs
      are used for the rest.
    - max_requests, max_time: When the walk along links ends: after so many requests, or after so many seconds.
    - http_first: Whether discovery asks without TLS first.
    - other_domains: Whether discovery may lead to other domains: all of them, or those that are named.
    - client: Options of the HTTP client, such as ``verify``.
    """

    address: str
    grant: Grant | None = field(default=None, repr=False)
    format: Format = "json"
    application: bool = True
    """Whether an application is created, which the rest of the API needs; it is deleted at the end."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    max_requests: int = 200
    max_time: float = 60.0
    slow: float = 5.0
    """Seconds after which an answer counts as slow."""
    listen: float = 3.0
    """Seconds for which the event channel is listened to."""
    http_first: bool = False
    other_domains: bool | tuple[str, ...] = False
    client: Mapping[str, Any] = field(default_factory=dict)

    @property
    def domain(self) -> str | None:
        """The domain to discover; None for the address of a server."""
        return None if "://" in self.address else self.address

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that was given to sign in with."""
        values = [getattr(self.grant, row.name) for row in fields(self.grant)] if self.grant is not None else []
        return tuple(str.__str__(value) for value in values if isinstance(value, str))
