"""A call by phone, the operation of several tests, and how often a sandbox began it."""

from __future__ import annotations

from tests.protocol.test_applications import paths


def dial(app):
    return app.embedded.communication.links.start_phone_audio.post(to="tel:+14255550100")


def application_of(sandbox):
    """The only application of a sandbox."""
    return next(iter(sandbox.backend.applications.values()))


def started(sandbox) -> int:
    return paths(sandbox, "POST").count(f"{application_of(sandbox).path}/communication/startPhoneAudio")
