"""Parts of messages that the tests of several rooms use."""

from __future__ import annotations

SPACE = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"'
"""The namespace declaration of the API."""
