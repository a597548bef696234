"""Which steps of an address identify one thing among many."""

from __future__ import annotations

import pytest

from ucwa2.sandbox.pages.addresses import template


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("/v3/accessions/AC-1907/label", ("", "v3", "accessions", "*", "label")),
        ("/v3/users/ann@example.com", ("", "v3", "users", "*")),
        ("/books/6f1e2c64-8f0b-4b7e-9a55-0d1f6f3c2b10", ("", "books", "*")),
        ("/v12/7/Shelf", ("", "v12", "*", "shelf")),
    ],
)
def test_steps_with_a_number_are_one_of_many(path, steps):
    assert template(path) == steps
