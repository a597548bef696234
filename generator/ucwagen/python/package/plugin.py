"""The API in, the view of the plugin of pytest out: what its fixtures are called, and how they begin."""

from __future__ import annotations

from pathlib import PurePosixPath

from ucwagen.model.types.api import Api
from ucwagen.python.code.vocabulary import Vocabulary
from ucwagen.python.package.extras import Examples
from ucwagen.python.package.first_contact import application
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import phrase
from ucwagen.python.views.package import PluginView

SUFFIX = "_pytest"


def module(vocabulary: Vocabulary) -> Code:
    """The module of the plugin, which lies beside the package: pytest imports it before coverage is measured."""
    return Code(f"{vocabulary.package}{SUFFIX}")


def plugin(api: Api, examples: Examples, vocabulary: Vocabulary) -> PluginView:
    """The fixtures that an API can have."""
    begin = vocabulary.fixtures
    request, sandbox = Code("request: pytest.FixtureRequest"), Code(f"{begin}_sandbox: LocalSandbox")
    return PluginView(
        template=PluginView.templates[0],
        path=PurePosixPath(f"{module(vocabulary)}.py"),
        package=vocabulary.package,
        distribution=phrase(api.package.distribution),
        fixtures=begin,
        signs_in=api.sign_in is not None,
        created=application(api, examples, vocabulary),
        of_sandbox=(request, Code(f"_{begin}_server: SharedServer")),
        of_client=(request, sandbox, Code(f"{begin}_client_options: dict[str, Any]")),
        of_async_client=(request, sandbox),
    )
