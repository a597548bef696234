# Made by ucwagen from specs/resources/conversationExtensionResult.yaml. Do not edit: change the spec and build again.
"""`conversationExtensionResult`: A result that concerns conversation extensions; the reference does not describe it
further.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationextensionresult_ref
"""

from __future__ import annotations

from .._runtime import Link, State, wire

__all__ = ["ConversationExtensionResult", "ConversationExtensionResultLink"]


class ConversationExtensionResult(State, rel="conversationExtensionResult"):
    """A result that concerns conversation extensions; the reference does not describe it further."""

    result = wire.text("result")
    """The result; the reference does not describe it further."""


class ConversationExtensionResultLink(Link, rel="conversationExtensionResult"):
    """Leads to `ConversationExtensionResult`."""
