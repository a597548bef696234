"""What a package was made from, as data of its own: the generator's version, and a digest of each file of specs."""

from __future__ import annotations

from pathlib import PurePosixPath

from ucwagen import __version__
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.extras import Extras
from ucwagen.python.text.literals import literal
from ucwagen.python.views.package import ProvenanceView


def provenance(extras: Extras, vocabulary: Vocabulary) -> ProvenanceView:
    """The view of the module ``provenance``."""
    return ProvenanceView(
        template=ProvenanceView.templates[0],
        path=PurePosixPath(vocabulary.package, "provenance.py"),
        package=vocabulary.package,
        generator=literal(f"ucwagen {__version__}"),
        specs=tuple(literal(text) for row in sorted(extras.digests.items()) for text in row),
    )
