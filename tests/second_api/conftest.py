"""The package of the second API, built once for each variant: without sign-in, and with a token."""

from __future__ import annotations

import pytest
from tests.second_api import building


@pytest.fixture(scope="session", params=building.VARIANTS)
def workshop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> building.Workshop:
    """A folder in which the package was built; every command has to succeed."""
    found = building.with_pages(tmp_path_factory.mktemp(request.param), request.param)
    for done in building.built(found):
        assert done.code == 0, done.said
    return found
