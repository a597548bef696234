"""Secrets that servers repeat, signing in, and deadlines over pyreqwest: a part of the tests of three modules."""

import pytest
from tests.protocol.operations.test_deadlines import (
    test_interrupted_block_does_not_wait_until_its_application_is_deleted,
)
from tests.protocol.sign_in.test_repeated_in_logs import test_failed_operation_does_not_show_the_token
from tests.protocol.sign_in.test_repeated_passwords import test_password_that_the_token_service_repeats_is_hidden
from tests.protocol.sign_in.test_repeated_tokens import (
    test_link_that_holds_the_token_is_refused_without_it,
    test_token_in_a_page_or_an_address_is_hidden,
)
from tests.protocol.sign_in.test_signing_in import test_cookies_are_not_kept

__all__ = [
    "test_cookies_are_not_kept",
    "test_failed_operation_does_not_show_the_token",
    "test_interrupted_block_does_not_wait_until_its_application_is_deleted",
    "test_link_that_holds_the_token_is_refused_without_it",
    "test_password_that_the_token_service_repeats_is_hidden",
    "test_token_in_a_page_or_an_address_is_hidden",
]

pytestmark = pytest.mark.anyio
