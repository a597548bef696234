"""The link and the arguments that the tests of calls use."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sample import DataLink
from sample.enums import Importance, ModalityType
from sample.resources.start_phone_audio import StartPhoneAudioLink

START = StartPhoneAudioLink("/ucwa/v1/startPhoneAudio", base="https://fe1.contoso.com:443/ucwa/v1/communication")
NOON = datetime(2016, 9, 26, 12, tzinfo=timezone(timedelta(hours=-7)))
EVERYTHING = {
    "text": "a<b",
    "texts": ["a", "b&c"],
    "flag": True,
    "whole": 7,
    "real": 1.5,
    "time": NOON,
    "span": timedelta(hours=1),
    "blob": b"\xff",
    "importance": Importance.URGENT,
    "modalities": [ModalityType.MESSAGING, "Smoke"],
    "content_": DataLink("data:text/plain,x"),
    "operation_id": "7",
}
"""A value of every kind."""
