"""The documented messages of guides as a suite for any server: ``python -m <package>.conformance URL``."""
