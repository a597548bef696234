"""The tests of `tests/protocol/sign_in/test_hostile_sign_in.py`, over pyreqwest."""

from tests.protocol.sign_in.test_hostile_sign_in import *  # noqa: F403
