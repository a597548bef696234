# Made by ucwagen from specs/resources/conversationExtensionResult.yaml. Do not edit: change the spec and build again.
"""`conversationExtensionResult`: A result that concerns conversation extensions; the reference tells no more.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/conversationextensionresult_ref
"""

from __future__ import annotations

from .._runtime import Link, State, wire

__all__ = ["ConversationExtensionResult", "ConversationExtensionResultLink"]


class ConversationExtensionResult(State, rel="conversationExtensionResult"):
    """A result that concerns conversation extensions; the reference tells no more."""

    result = wire.text("result")
    """What the result is; the reference tells no more."""


class ConversationExtensionResultLink(Link, rel="conversationExtensionResult"):
    """Leads to `ConversationExtensionResult`."""
