"""``ucwagen watch``: builds whenever a file of the specs, a template or the configuration changes."""

from __future__ import annotations

from ucwagen.watching.rounds import watch as watch
