"""Makes the packages ``sample`` and ``market`` importable before the modules of tests are loaded."""

from __future__ import annotations

from sample_packages import FOLDER, MARKET

__all__ = ["FOLDER", "MARKET"]
