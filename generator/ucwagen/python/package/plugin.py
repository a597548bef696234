"""The API in, the view of the plugin of pytest out: what its fixtures are called, and how they begin."""

from __future__ import annotations

from pathlib import PurePosixPath

from ucwagen.model.types.api import Api
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.first_contact import application
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import phrase
from ucwagen.python.views.package import PluginView

SUFFIX = "_pytest"


def module(vocabulary: Vocabulary) -> Code:
    """The module of the plugin, which lies beside the package: pytest imports it before coverage is measured."""
    return Code(f"{vocabulary.package}{SUFFIX}")


def plugin(api: Api, vocabulary: Vocabulary) -> PluginView:
    """The fixtures that an API can have."""
    return PluginView(
        template=f"%package%{SUFFIX}.py.jinja",
        path=PurePosixPath(f"{module(vocabulary)}.py"),
        package=vocabulary.package,
        distribution=phrase(api.package.distribution),
        fixtures=vocabulary.fixtures,
        signs_in=api.sign_in is not None,
        application=application(api, vocabulary),
    )
