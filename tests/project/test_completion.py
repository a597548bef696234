"""Completion outside of type checkers: IPython, vim, emacs and python-lsp ask jedi, which is asked here."""

from __future__ import annotations

import jedi
import pytest

from support import ROOT

PROJECT = jedi.Project(ROOT / "generated")
CLIENT = "from ucwa2 import Client\nclient = Client('https://pool.contoso.com')\n"
ENTERED = "import ucwa2\nwith ucwa2.Client('https://pool.contoso.com') as client:\n    "
ASYNC_ENTERED = "import ucwa2\nasync def talk():\n    async with ucwa2.AsyncClient('x') as client:\n        "
APPLICATION = f"{CLIENT}app = client.create_application(culture='en-US', user_agent='Bot/1.0')\n"

EXPECTED = {
    "from ucwa2 import ": {
        "Client",
        "AsyncClient",
        "PasswordGrant",
        "WindowsGrant",
        "Policy",
        "DecodeError",
        "ApiError",
    },
    "import ucwa2\nucwa2.": {"Client", "AsyncClient", "decode", "enums", "errors", "resources"},
    "from ucwa2.resources import ": {"Note", "NoteLink", "Me", "Application"},
    f"{CLIENT}client.": {"create_application", "send", "events", "batch", "close", "application"},
    f"{CLIENT}client.create_application(": {"culture=", "user_agent="},
    "from ucwa2 import AsyncClient\nclient = AsyncClient('https://pool.contoso.com')\nclient.": {"events", "send"},
    f"{ENTERED}client.": {"create_application", "send", "events", "start", "batch"},
    f"{ASYNC_ENTERED}client.": {"create_application", "send", "events", "start", "batch"},
    f"{APPLICATION}client.send(app.embedded.me.links.note.get()).": {"message", "links"},
    f"{APPLICATION}client.send(app.search('bob')).embedded.": {"contact"},
    "from ucwa2.resources import Note\nNote.from_json(b'{}').": {"message", "links"},
    f"{APPLICATION}app.": {"links", "embedded", "culture", "href"},
    f"{APPLICATION}app.embedded.": {"me", "people", "communication", "online_meetings"},
    f"{APPLICATION}me = app.embedded.me\nme.links.": {"note", "make_me_available", "phones"},
    f"{APPLICATION}app.embedded.me.links.note.": {"get", "post", "href"},
    "from ucwa2.resources.me import Me\ndef show(me: Me):\n    me.links.note.get().": {"preview", "href", "method"},
}
"""By the text before the cursor: names that must be offered."""


@pytest.mark.parametrize("text", EXPECTED, ids=lambda text: text.splitlines()[-1].strip())
def test_jedi_offers_the_names(text):
    assert EXPECTED[text] - offered(text) == set()


@pytest.mark.parametrize("text", ["from ucwa2 import ", "import ucwa2\nucwa2."])
def test_nothing_is_offered_that_is_not_for_users(text):
    assert offered(text) & {"annotations", "lazy"} == set()


def offered(text: str) -> set[str]:
    """The completions at the end of a text."""
    lines = text.split("\n")
    return {found.name for found in jedi.Script(text, project=PROJECT).complete(len(lines), len(lines[-1]))}
