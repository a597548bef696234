"""Names and versions in their one spelling, which need no library: the library says the same of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from packaging.utils import canonicalize_name
from packaging.version import Version

from ucwagen.model.settings.package import PLAIN_NAME, PLAIN_VERSION


@given(st.from_regex(PLAIN_NAME, fullmatch=True))
def test_plain_names_are_names(name):
    assert canonicalize_name(name, validate=True) == name


@given(st.from_regex(PLAIN_VERSION, fullmatch=True))
def test_plain_versions_are_written_so(version):
    assert str(Version(version)) == version
