"""The configuration of a project: ``[tool.ucwagen]`` in ``pyproject.toml``, or ``ucwagen.toml``, to frozen jobs."""

from __future__ import annotations

from ucwagen.config.find import find as find
from ucwagen.config.jobs import Job as Job
from ucwagen.config.jobs import Settings as Settings
from ucwagen.config.read import error_format as error_format
from ucwagen.config.read import read as read
