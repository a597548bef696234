"""A word such as ``specs``, ``v1`` or ``v1:apis/specs`` in; the files of the folder of specs that it names out.

Files of revisions are read from the objects of git: nothing is checked out, and no shell runs.
"""

from __future__ import annotations

from ucwagen.revisions.choose import Chosen, chosen
from ucwagen.revisions.git import RevisionError

__all__ = ["Chosen", "RevisionError", "chosen"]
