# Made by ucwagen from specs/resources/myPrivacyRelationships.yaml. Do not edit: change the spec and build again.
"""`myPrivacyRelationships`: The user's privacy relationships, each with its contacts.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/myprivacyrelationships_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .my_privacy_relationship import MyPrivacyRelationship

__all__ = [
    "MyPrivacyRelationships",
    "MyPrivacyRelationshipsEmbedded",
    "MyPrivacyRelationshipsLink",
    "MyPrivacyRelationshipsLinks",
]


class MyPrivacyRelationshipsLinks(Links):
    """Where `myPrivacyRelationships` leads."""

    self: One[MyPrivacyRelationshipsLink] = wire.one("self", "my_privacy_relationships.MyPrivacyRelationshipsLink")
    """The resource itself."""


class MyPrivacyRelationshipsEmbedded(Embedded):
    """What `myPrivacyRelationships` holds."""

    my_privacy_relationship: ManyStates[MyPrivacyRelationship] = wire.many_states(
        "myPrivacyRelationship", "my_privacy_relationship.MyPrivacyRelationship"
    )
    """The contacts with the same privacy relationship to the user."""


class MyPrivacyRelationships(State, rel="myPrivacyRelationships"):
    """The user's privacy relationships, each with its contacts."""

    links: View[MyPrivacyRelationshipsLinks] = View(MyPrivacyRelationshipsLinks)
    embedded: View[MyPrivacyRelationshipsEmbedded] = View(MyPrivacyRelationshipsEmbedded)


_GET = Operation("GET", returns=wire.representation("my_privacy_relationships.MyPrivacyRelationships"))


class MyPrivacyRelationshipsLink(Link, rel="myPrivacyRelationships"):
    """Leads to `MyPrivacyRelationships`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyPrivacyRelationships]:
        """List the privacy relationships.

        Gives the `MyPrivacyRelationships`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
