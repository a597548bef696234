"""The tests of `tests/protocol/sign_in/test_origins.py`, over pyreqwest."""

from tests.protocol.sign_in.test_origins import *  # noqa: F403
