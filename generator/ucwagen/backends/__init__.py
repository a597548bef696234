"""Build backends that generate: a wheel, an sdist or an editable install of a project has the packages of its jobs."""

from __future__ import annotations
