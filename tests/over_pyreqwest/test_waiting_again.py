"""The tests of `tests/protocol/channel/test_waiting.py`, over pyreqwest."""

from tests.protocol.channel.test_waiting import *  # noqa: F403
