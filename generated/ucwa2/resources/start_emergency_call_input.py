# Made by ucwagen from specs/resources/startEmergencyCallInput.yaml. Do not edit: change the spec and build again.
"""`startEmergencyCallParameters`: The input of an emergency call (E911); embedded in invitations."""

from __future__ import annotations

from .._runtime import Link, Links, One, State, View, wire

__all__ = ["StartEmergencyCallInput", "StartEmergencyCallInputLink", "StartEmergencyCallInputLinks"]


class StartEmergencyCallInputLinks(Links):
    """Where `startEmergencyCallParameters` leads."""

    self: One[StartEmergencyCallInputLink] = wire.one("self", "start_emergency_call_input.StartEmergencyCallInputLink")
    """The resource itself."""


class StartEmergencyCallInput(State, rel="startEmergencyCallParameters"):
    """The input of an emergency call (E911); embedded in invitations."""

    links: View[StartEmergencyCallInputLinks] = View(StartEmergencyCallInputLinks)


class StartEmergencyCallInputLink(Link, rel="startEmergencyCallParameters"):
    """Leads to `StartEmergencyCallInput`."""
