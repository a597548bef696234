"""The tests of `tests/protocol/channel/test_closing.py`, over pyreqwest."""

from tests.protocol.channel.test_closing import *  # noqa: F403
