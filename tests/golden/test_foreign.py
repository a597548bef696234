"""Messages of guides that are not of the API are kept with a reason, and address no resource with a spec."""

from __future__ import annotations

import pytest
from tests.golden.corpus import foreign, resources


@pytest.mark.parametrize("case", foreign(), ids=lambda case: case.id)
def test_foreign_message_speaks_to_no_resource(case, tally):
    assert case.name not in resources()
    tally("messages of other services, kept", case)
