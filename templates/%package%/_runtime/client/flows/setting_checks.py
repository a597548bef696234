"""Checks of what a client is made with: a wrong setting is refused at once, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...base.arguments import check_function, check_kind, check_kind_if_given, check_text, described
from ...base.errors import InvalidArgument
from ...base.redact import shown
from ...base.registry import index, load
from ..session.grants import Grant
from ..session.retry import Policy
from .discovery import named_domain


def check_grant(grant: object) -> None:
    """Refuse what is no grant, and any grant where the API has no sign-in."""
    if grant is None:
        return
    if index().sign_in is None:
        raise InvalidArgument("is given, but this API has no sign-in", parameter="grant")
    check_kind(grant, Grant, "grant", "a grant, such as `TokenGrant(…)`")


def check_choice(parameter: str, given: object, known: tuple[str, ...]) -> None:
    """Refuse what is none of these texts."""
    if given not in known:
        raise InvalidArgument(f"is none of: {', '.join(known)}", parameter=parameter)


def check_settings(
    url: object, policy: object, trusted: object, channel: object, on_application: object, delete_on_close: object
) -> None:
    """Refuse settings of another kind."""
    if url is not None:
        check_text(url, "url", "`https://api.example.com/`")
        check_address(url, "url", "; of a domain, give the name to `discover`")
    check_kind_if_given(policy, Policy, "policy", "a policy, such as `Policy(timeout=10)`")
    check_list(trusted, "trusted", "addresses of servers")
    check_kind_if_given(channel, Mapping, "channel", "a dictionary of options of the event channel")
    if on_application is not None:
        check_function(on_application, "on_application")
    check_kind(delete_on_close, bool, "delete_on_close", "True or False")


def trusted_addresses(trusted: Iterable[str], url: str | None) -> list[str]:
    """The addresses of trusted servers, with that of the client."""
    found = [*trusted, *([url] if url else [])]
    for address in found:
        check_kind(address, str, "trusted", "each address as a text")
        check_address(address, "trusted")
    return found


def check_address(value: Any, parameter: str, more: str = "") -> None:
    """Refuse an address without the scheme of web servers, such as the name of a host alone."""
    if not value.lower().startswith(("https://", "http://")):
        give = f"which begins with https:// or http://{more}"
        raise InvalidArgument(f"is {shown(value)}, no address of a web server, {give}", parameter=parameter)


def check_list(value: object, parameter: str, of: str) -> None:
    """Refuse what is no list, also a text, whose characters would be its items."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise InvalidArgument(f"is {described(value)}; give a list of {of}", parameter=parameter)


def other_domains(given: bool | Iterable[str]) -> bool | tuple[str, ...]:
    """Other domains that discovery may lead to: all, none, or named ones."""
    if isinstance(given, bool):
        return given
    names: Any = [given] if isinstance(given, str) else given
    check_list(names, "allow_other_domains", "domains")
    return tuple(named_domain(name, "allow_other_domains") for name in names)


def tuned(options: Mapping[str, int]) -> dict[str, int]:
    """Options of the channel; raises the errors of the request that sends them, in advance."""
    if options:
        from inspect import signature

        kind: Any = load(index().links[index().role("events")])
        known = [name for name in signature(kind.get).parameters if name != "self"]
        for name in options:
            if name not in known:
                raise InvalidArgument(f"has no option `{name}`; it has {', '.join(known)}", parameter="channel")
        kind("").get(**options)
    return dict(options)
