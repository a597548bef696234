"""The linked API in, one view per page of its reference out: Markdown for a site, for people and for search."""

from __future__ import annotations

from ucwagen.reference.shape import MARKDOWN as MARKDOWN
from ucwagen.reference.shape import shape as shape
