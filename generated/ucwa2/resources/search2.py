# Made by ucwagen from specs/resources/search2.yaml. Do not edit: change the spec and build again.
"""`search`: Searches the organization's address book, by text or by email address.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/search2_ref
Revision: 2
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, Validator, wire

if TYPE_CHECKING:
    from .search import Search

__all__ = ["Search2Link"]

_GET = Operation(
    "GET",
    Parameter("limit", "integer", place="query", minimum=1, maximum=100),
    Parameter("mail", "string", place="query", max_length=256),
    Parameter("query", "string", place="query", max_length=256),
    returns=wire.representation("search.Search"),
)


class Search2Link(Link, rel="search", revision=2):
    """Searches the organization's address book, by text or by email address."""

    def get(
        self,
        *,
        limit: int | None = None,
        mail: str | None = None,
        query: str | None = None,
        if_none_match: Validator = None,
    ) -> Call[Search]:
        """Search for contacts and distribution groups.

        - limit (from 1 to 100): How many results to return at most.
        - mail (at most 256 characters): Email address of the contact to find.
        - query (at most 256 characters): Text to look for in names, email addresses, URIs and phone numbers.

        Gives the `Search`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not search, or see the contact list or pending contacts.
        """
        return self._call(_GET, {"limit": limit, "mail": mail, "query": query}, if_none_match=if_none_match)
