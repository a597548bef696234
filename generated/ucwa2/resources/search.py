# Made by ucwagen from specs/resources/search.yaml. Do not edit: change the spec and build again.
"""`search`: Searches the organization's address book, by text.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/search_ref
Scopes: Contacts.ReadWrite
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
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .contact import Contact
    from .distribution_group import DistributionGroup

__all__ = ["Search", "SearchEmbedded", "SearchLink", "SearchLinks"]


class SearchLinks(Links):
    """Where `search` leads."""

    self: One[SearchLink] = wire.one("self", "search.SearchLink")
    """The resource itself."""


class SearchEmbedded(Embedded):
    """What `search` holds."""

    contact: ManyStates[Contact] = wire.many_states("contact", "contact.Contact")
    """A person or service with whom the user can communicate."""

    distribution_group: ManyStates[DistributionGroup] = wire.many_states(
        "distributionGroup", "distribution_group.DistributionGroup"
    )
    """A mailing group from Active Directory; Skype for Business cannot change it."""


class Search(State, rel="search"):
    """Searches the organization's address book, by text."""

    links: View[SearchLinks] = View(SearchLinks)
    embedded: View[SearchEmbedded] = View(SearchEmbedded)

    more_results_available = wire.boolean("moreResultsAvailable")
    """Whether there are more results than the limit allows."""


_GET = Operation(
    "GET",
    Parameter("limit", "integer", place="query", minimum=1, maximum=100),
    Parameter("query", "string", required=True, place="query", max_length=256),
    returns=wire.representation("search.Search"),
)


class SearchLink(Link, rel="search"):
    """Leads to `Search`."""

    def get(self, *, query: str, limit: int | None = None, if_none_match: Validator = None) -> Call[Search]:
        """Search for contacts and distribution groups.

        - limit (from 1 to 100): How many results to return at most.
        - query (at most 256 characters): Text to look for in names, email addresses, URIs and phone numbers.

        Gives the `Search`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not search, or see the contact list or pending contacts.
        """
        return self._call(_GET, {"limit": limit, "query": query}, if_none_match=if_none_match)
