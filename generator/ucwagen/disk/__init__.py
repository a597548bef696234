"""The only package that writes to the disk. A tree is brought up to date in one step: a reader, or a build that was
killed, finds the old tree or the new one. Files that ucwagen did not make stay.
"""

from __future__ import annotations
