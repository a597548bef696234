"""What guides show beside the API is kept with the reason, and speaks to no resource that has a spec."""

from __future__ import annotations

import pytest
from tests.golden.corpus import foreign, resources


@pytest.mark.parametrize("case", foreign(), ids=lambda case: case.id)
def test_foreign_message_speaks_to_no_resource(case, tally):
    assert case.name not in resources()
    tally("messages of other services, kept", case)
