# Made by ucwagen from specs/resources/myGroups.yaml. Do not edit: change the spec and build again.
"""`myGroups`: The groups of the user's contact list, which can be read but not changed here.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mygroups_ref
Scopes: Contacts.ReadWrite
Events: added, deleted of group (high, from people); added, deleted of defaultGroup (low, from people); added,
  deleted of pinnedGroup (low, from people); added, deleted of distributionGroup (high, from people); added of
  delegatesGroup (high, from people); added, updated, deleted of delegatorsGroup (high, from people); added, updated
  of myOrganizationGroup (low, from people)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    Many,
    ManyStates,
    One,
    OneState,
    Operation,
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .default_group import DefaultGroup, DefaultGroupLink
    from .delegates_group import DelegatesGroupLink
    from .delegators_group import DelegatorsGroupLink
    from .distribution_group import DistributionGroup, DistributionGroupLink
    from .group import Group, GroupLink
    from .my_organization_group import MyOrganizationGroupLink
    from .pinned_group import PinnedGroup, PinnedGroupLink

__all__ = ["MyGroups", "MyGroupsEmbedded", "MyGroupsLink", "MyGroupsLinks"]


class MyGroupsLinks(Links):
    """Where `myGroups` leads."""

    self: One[MyGroupsLink] = wire.one("self", "my_groups.MyGroupsLink")
    """The resource itself."""

    default_group: One[DefaultGroupLink] = wire.one("defaultGroup", "default_group.DefaultGroupLink")
    """The group made by the system, to which contacts are added unless another is chosen."""

    delegates_group: One[DelegatesGroupLink] = wire.one("delegatesGroup", "delegates_group.DelegatesGroupLink")
    """The people who may act on the user's behalf."""

    delegators_group: One[DelegatorsGroupLink] = wire.one("delegatorsGroup", "delegators_group.DelegatorsGroupLink")
    """The people on whose behalf the user may act."""

    distribution_group: Many[DistributionGroupLink] = wire.many(
        "distributionGroup", "distribution_group.DistributionGroupLink"
    )
    """A mailing group from Active Directory; Skype for Business cannot change it."""

    group: Many[GroupLink] = wire.many("group", "group.GroupLink")
    """A group of contacts created by the user; it can only be read."""

    my_organization_group: One[MyOrganizationGroupLink] = wire.one(
        "myOrganizationGroup", "my_organization_group.MyOrganizationGroupLink"
    )
    """The user's contacts in the organization, such as the manager, peers and direct reports."""

    pinned_group: One[PinnedGroupLink] = wire.one("pinnedGroup", "pinned_group.PinnedGroupLink")
    """The contacts that the user has pinned or often talks to, in a group made by the system."""


class MyGroupsEmbedded(Embedded):
    """What `myGroups` holds."""

    default_group: OneState[DefaultGroup] = wire.one_state("defaultGroup", "default_group.DefaultGroup")
    """The group made by the system, to which contacts are added unless another is chosen."""

    distribution_group: ManyStates[DistributionGroup] = wire.many_states(
        "distributionGroup", "distribution_group.DistributionGroup"
    )
    """A mailing group from Active Directory; Skype for Business cannot change it."""

    group: ManyStates[Group] = wire.many_states("group", "group.Group")
    """A group of contacts created by the user; it can only be read."""

    pinned_group: OneState[PinnedGroup] = wire.one_state("pinnedGroup", "pinned_group.PinnedGroup")
    """The contacts that the user has pinned or often talks to, in a group made by the system."""


class MyGroups(State, rel="myGroups"):
    """The groups of the user's contact list, which can be read but not changed here."""

    links: View[MyGroupsLinks] = View(MyGroupsLinks)
    embedded: View[MyGroupsEmbedded] = View(MyGroupsEmbedded)


_GET = Operation(
    "GET",
    Parameter("expand", "string", place="query"),
    returns=wire.representation("my_groups.MyGroups"),
)


class MyGroupsLink(Link, rel="myGroups"):
    """Leads to `MyGroups`."""

    def get(self, *, expand: str | None = None, if_none_match: Validator = None) -> Call[MyGroups]:
        """List the user's groups, embedded or as links.

        - expand: Pass false to get links to the groups; by default the groups themselves are embedded.

        Gives the `MyGroups`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {"expand": expand}, if_none_match=if_none_match)
