"""Tests of the site of the documentation, as it is built."""
