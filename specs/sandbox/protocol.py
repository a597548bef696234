"""Conventions of UCWA in every exchange: parameters that are URIs, the served revision, subcodes, and the property
that a PUT sends back.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from ..extension import (
    Page,
    checks_parameter,
    echoed,
    error_subcode,
    pass_over_last_commas,
    response_headers,
    tags_in_bodies,
)

ECHO = "please pass this in a PUT request"
"""The value of the property of a random name that a PUT must send back."""

error_subcode("body", "DeserializationFailure")
error_subcode("parameters", "ParameterValidationFailure")
error_subcode("replaced", "PGetReplaced")
error_subcode("revision", "APIVersionNotSupported")
pass_over_last_commas()
tags_in_bodies()


@checks_parameter("contactUri", "contactUris", "to", "uris")
def address(value: str) -> None:
    """Refuse what has no scheme: these parameters are URIs."""
    if ":" not in value:
        raise ValueError(f"`{value}` is no URI; give one such as sip:ann@contoso.com")


@response_headers
def served_revision(page: Page) -> dict[str, str]:
    """The revision of the resource that was served."""
    return {"x-ms-ucwaversion": str(page.revision)}


@echoed
def random_property(path: str) -> dict[str, str]:
    """The property of a random name of the resource at a path."""
    return {str(uuid5(NAMESPACE_URL, path)): ECHO}
