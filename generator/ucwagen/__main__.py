"""``python -m ucwagen`` is the command ``ucwagen``."""

from __future__ import annotations

import sys

from ucwagen.cli import main

sys.exit(main())
