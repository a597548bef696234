"""The documented invitation, in either format."""

from __future__ import annotations

import pytest
from sample import decode
from sample.resources.phone_audio_invitation import PhoneAudioInvitation
from state_samples import DATA


@pytest.fixture(params=["json", "xml"])
def invitation(request: pytest.FixtureRequest) -> PhoneAudioInvitation:
    data = (DATA / f"phoneAudioInvitation.{request.param}").read_bytes()
    return decode(data, f"application/{request.param}; charset=utf-8", base="https://fe1.contoso.com/ucwa/v1/x")
