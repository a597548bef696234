# Made by ucwagen from specs/resources/team.yaml. Do not edit: change the spec and build again.
"""`team`: Something.

Reference: https://example.com/team_ref
Scopes: Teams.Read, Teams.Write
Events: added, updated (medium, from me)
"""

from __future__ import annotations

from .._runtime import Link

__all__ = ["TeamLink"]


class TeamLink(Link, rel="team"):
    """Something."""
