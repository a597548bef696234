"""The API in, the views of the plugin of pytest out: what its fixtures are called, and how they begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ucwagen.model.types.api import Api
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.extras import Examples
from ucwagen.python.package.first_contact import application
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import phrase
from ucwagen.python.views.package import PluginView
from ucwagen.target import CopyView, View

SUFFIX = "_pytest"


def module(vocabulary: Vocabulary) -> Code:
    """The package of the plugin, which lies beside the generated one: pytest imports it before coverage is measured."""
    return Code(f"{vocabulary.package}{SUFFIX}")


def plugin(api: Api, examples: Examples, vocabulary: Vocabulary) -> Iterator[View]:
    """The fixtures that an API can have, and the hand-written module that makes them."""
    place = PurePosixPath(module(vocabulary))
    yield PluginView(
        template=PluginView.templates[0],
        path=place / "__init__.py",
        source=vocabulary.specs,
        package=vocabulary.package,
        distribution=phrase(api.package.distribution),
        fixtures=vocabulary.fixtures,
        signs_in=api.sign_in is not None,
        created=application(api, examples, vocabulary),
    )
    yield CopyView(template=f"%package%{SUFFIX}", path=place)
