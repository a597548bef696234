"""Deviations of a server that answers in XML are named as those in JSON."""

from __future__ import annotations

import re

import pytest
from tests.doctor.servers import CANARY, Deviation, examined

MEMBER = f'<property name="shoeSize">{CANARY} 43</property>'
LIST = f'<propertyList name="nickNames"><item>{CANARY}</item></propertyList>'
LINK = '<link rel="carrierPigeon" href="/ucwa/v1/applications/101/phones"/>'
EMBEDDED = '<resource rel="carrierPigeon" href="/pigeon"><property name="name">x</property></resource>'


def last_in(end, text):
    """A change that puts a text at the end of the root of the answers from addresses with this end."""

    def change(method, path, reply):
        if method == "GET" and path.endswith(end) and reply.content.endswith(b"</resource>"):
            reply.content = reply.content.removesuffix(b"</resource>") + text.encode() + b"</resource>"

    return change


def replaced(end, old, new):
    def change(method, path, reply):
        if path.endswith(end):
            reply.content = re.sub(old, new, reply.content)

    return change


DEVIATIONS = {
    "unknown member": (last_in("/me", MEMBER), ["me.shoeSize", "expected what its spec has; came several words"]),
    "unknown list": (last_in("/me", LIST), ["me.nickNames", "came a list of 1: one word"]),
    "unknown rel": (last_in("/me", LINK), ["me.carrierPigeon", "came a link of a rel that no spec has"]),
    "unknown embedded resource": (last_in("/me", EMBEDDED), ["me.carrierPigeon", "came an embedded resource"]),
    "unknown value": (
        replaced("/presence", b'(?<=name="availability">)[^<]*', b"Sleeping"),
        ["contactPresence.availability", "came Sleeping"],
    ),
    "broken": (replaced("/phones", b"</resource>", b""), ["GET phones", "content that cannot be read"]),
}


@pytest.mark.parametrize("name", DEVIATIONS)
def test_deviation_is_named(sandbox, name):
    change, words = DEVIATIONS[name]
    with Deviation(sandbox.url, change).serving() as url:
        found = examined(url, format="xml", max_requests=100)

    found.named(*words)
    assert found.report.code == 1
    found.check_secrets(*sandbox.backend.tokens)
