"""Enumerations. A value that the server has added since arrives as plain text."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Direction", "Importance", "ModalityType"]


class Direction(StrEnum):
    """Which way it goes."""

    INCOMING = "Incoming"
    """To the user."""

    OUTGOING = "Outgoing"
    """From the user."""


class Importance(StrEnum):
    """How urgent a conversation is."""

    EMERGENCY = "Emergency"
    """Life and limb."""

    NORMAL = "Normal"
    """Nothing special."""

    URGENT = "Urgent"
    """Soon."""


class ModalityType(StrEnum):
    """A way to communicate."""

    MESSAGING = "Messaging"
    """By text."""

    PHONE_AUDIO = "PhoneAudio"
    """By phone."""
