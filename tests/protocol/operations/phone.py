"""A call by phone, the operation of several tests, and how often a sandbox began it."""

from __future__ import annotations

from tests.protocol.watching import application_of, paths


def dial(app):
    return app.embedded.communication.links.start_phone_audio.post(to="tel:+14255550100")


def started(sandbox) -> int:
    return paths(sandbox, "POST").count(f"{application_of(sandbox).path}/communication/startPhoneAudio")
